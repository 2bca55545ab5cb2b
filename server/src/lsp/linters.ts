// Linters for settings, each made once.
import { type ConfigLayer, createConfigResolver } from '../config/index.ts';
import { createLinter, type Linter, type Settings } from '../core/index.ts';
import type { ServerPorts } from './ports.ts';
import type { EditorSettings } from './settings.ts';

export interface Linters {
  /** The linter of these settings, and a key that is equal for equal ones. */
  of(settings: Settings): { readonly linter: Linter; readonly key: string };
  /** What the editor's settings say by themselves; the same object for the same settings. */
  settingsOf(editor: EditorSettings): Promise<Settings>;
}

export function createLinters({ frontMatter, schema }: Pick<ServerPorts, 'frontMatter' | 'schema'>): Linters {
  const linters = new WeakMap<Settings, { linter: Linter; key: string }>();
  const byOverlay = new Map<string, Settings>();
  return {
    of(settings) {
      let known = linters.get(settings);
      if (!known) {
        const linter = createLinter({ settings, ports: { frontMatter, schema } });
        known = { linter, key: JSON.stringify(settings) };
        linters.set(settings, known);
      }
      return known;
    },
    async settingsOf(editor) {
      const overlay = overlayOf(editor);
      const key = JSON.stringify(overlay);
      let settings = byOverlay.get(key);
      if (!settings) {
        const alone = createConfigResolver({ files: { read: () => undefined, isRoot: () => true }, overlay });
        ({ settings } = await alone.resolve('/'));
        byOverlay.set(key, settings);
      }
      return settings;
    },
  };
}

function overlayOf({ rules, script, region }: EditorSettings): ConfigLayer {
  const expected = script === 'auto' ? {} : { expected: script };
  const inRegion = region === 'auto' ? {} : { region };
  return { rules: rules as NonNullable<ConfigLayer['rules']>, script: { ...expected, ...inRegion } };
}
