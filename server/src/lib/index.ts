// The library: import { createLinter } from 'corpus-lint'.
//   const linter = createLinter({ ports: { frontMatter: frontMatterReader } });
//   const { findings } = linter.lint(createSourceText('report.md', 'markdown', text));
export { type Decoded, type DecodeOptions, decode } from '../adapters/decode.ts';
export { frontMatterReader } from '../adapters/frontMatter.ts';
export * from '../config/index.ts';
export * from '../core/index.ts';
