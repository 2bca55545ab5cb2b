// The front-matter port with every parser at hand, for hosts that run long. See loadFrontMatter.ts for the others.
import { createReader } from './frontMatterData.ts';
import { readJson } from './frontMatterJson.ts';
import { readSimpleYaml } from './frontMatterSimple.ts';
import { readToml } from './frontMatterToml.ts';
import { readYaml } from './frontMatterYaml.ts';
import { readAsGenerator } from './generator.ts';

export const frontMatterReader = createReader({
  yaml: (source, offset) => readSimpleYaml(source, offset) ?? readYaml(source, offset),
  toml: readToml,
  json: readJson,
  generator: readAsGenerator,
});
