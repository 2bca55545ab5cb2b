// OpenCC's dictionaries from opencc-js, and the only file that imports it. They are a megabyte, so each direction is
// its own dynamic import; linting never comes here, which `loads` lets a test assert.
import {
  CONVERSIONS,
  type ConversionConfig,
  type ConversionData,
  type Converter,
  createConverter,
} from '../core/index.ts';

interface Preset {
  readonly configs: Readonly<Record<string, unknown>>;
}

interface OpenccConfig {
  readonly normalizationChain?: readonly (readonly string[])[];
  readonly segmentation?: readonly string[];
  readonly conversionChain: readonly (readonly string[])[];
}

/** How often dictionaries have been asked for in this process. */
export let loads = 0;

const converters = new Map<string, Promise<Converter>>();

/** The converter of a configuration; built at the first call and kept. */
export function loadConverter(config: ConversionConfig): Promise<Converter> {
  const known = converters.get(config.id);
  if (known) return known;
  const converter = loadData(config).then(data => createConverter(config, data));
  converters.set(config.id, converter);
  return converter;
}

/** The converter that leads back. */
export const loadReverse = (config: ConversionConfig): Promise<Converter> =>
  loadConverter(CONVERSIONS.find(other => other.id === config.reverse)!);

async function loadData({ id, from, to }: ConversionConfig): Promise<ConversionData> {
  loads++;
  const { configs }: Preset =
    from === 'zh-CN'
      ? await import('opencc-js/preset/cn2t')
      : to === 'zh-CN'
        ? await import('opencc-js/preset/t2cn')
        : await import('opencc-js/preset');
  const { normalizationChain = [], segmentation, conversionChain } = configs[id] as OpenccConfig;
  return { normalization: normalizationChain, segmentation, chain: conversionChain };
}
