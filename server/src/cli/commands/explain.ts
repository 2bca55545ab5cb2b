import { groupOf, names, nearest, ruleHeads } from '../../core/basics.ts';
import { sayIn } from '../messages.ts';
import { readPage } from '../outputs.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  command.argument('[rule]').action((id: string | undefined) => {
    const say = sayIn(locale);
    if (id === undefined) {
      let group = '';
      for (const { meta } of ruleHeads()) {
        if (groupOf(meta.id) !== group) {
          group = groupOf(meta.id);
          host.stdout.write(`\n${group}/\n`);
        }
        host.stdout.write(`  ${meta.id}  ${meta.summary[locale]} (${meta.level})\n`);
      }
      return;
    }
    const rule = ruleHeads().find(known => names(id, known) && !id.endsWith('*'));
    if (!rule) {
      const near = nearest(
        id,
        ruleHeads().map(known => known.meta.id),
      );
      host.stderr.write(`${say('unknownRule', { rule: id })}${near ? say('didYouMean', { near }) : ''}\n`);
      exit(2);
      return;
    }
    host.stdout.write(readPage(host, rule.meta.id) ?? `# ${rule.meta.id}\n\n${rule.meta.summary[locale]}\n`);
  });
};
