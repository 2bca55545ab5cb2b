// The JSON Schema of corpus-lint.jsonc, for editors that complete and check it.
import { configSchema } from '../../server/src/config/schema.ts';
import { RULES } from '../../server/src/core/rule/registry.gen.ts';
import type { GeneratedFile } from './types.ts';

export const configurationSchema = (): GeneratedFile => ({
  path: 'server/src/config/schema.gen.json',
  text: `${JSON.stringify(configSchema(RULES), undefined, 2)}\n`,
});
