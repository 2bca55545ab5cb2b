// Configuration files → settings, for every host.
export { type ConfigFiles, globMatcher } from './loadConfig.ts';
export { baseName, joinPath, parentOf, relativeTo } from './paths.ts';
export {
  type ConfigResolver,
  createConfigResolver,
  type ResolverOptions,
} from './resolver.ts';
export { type ConfigSchema, configSchema } from './schema.ts';
export {
  CONFIG_FILE_NAME,
  type ConfigFile,
  type ConfigLayer,
  type ConfigProblem,
  configMessage,
  type ResolvedConfig,
} from './types.ts';
export { type ParsedConfig, parseConfig } from './validate.ts';
