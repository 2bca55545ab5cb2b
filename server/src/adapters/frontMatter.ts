// The front-matter port with every parser at hand, for hosts that run long. See loadFrontMatter.ts for the others.
import { createReader } from './frontMatterData.ts';
import { readJson } from './frontMatterJson.ts';
import { readToml } from './frontMatterToml.ts';
import { readYaml } from './frontMatterYaml.ts';
import { readAsGenerator } from './generator.ts';

export const frontMatterReader = createReader({
  yaml: readYaml,
  toml: readToml,
  json: readJson,
  generator: readAsGenerator,
});
