import { type Document, type OutlineNode, outlineOf } from '../../core/index.ts';
import { addReadOptions, eachDocument, type ReadOptions } from '../documents.ts';
import { shownPath } from '../formatters/paths.ts';
import { sayIn } from '../messages.ts';
import type { DefineCommand } from './command.ts';

export const define: DefineCommand = (command, { host, locale, exit }) => {
  const say = sayIn(locale);
  addReadOptions(command.argument('[paths...]'), say, ['text', 'json']).action(
    async (targets: string[], options: ReadOptions & { readonly format: string }) => {
      const files: unknown[] = [];
      const code = await eachDocument(host, say, targets, options, (doc, file) => {
        const nodes = outlineOf(doc);
        if (options.format === 'json')
          files.push({ filePath: file, outline: nodes.map(node => asJson(doc, node)) });
        else
          host.stdout.write(
            `${shownPath(host.cwd, file)}\n${nodes.map(node => asText(doc, node, 1)).join('')}`,
          );
      });
      if (options.format === 'json') host.stdout.write(`${JSON.stringify(files)}\n`);
      exit(code);
    },
  );
};

function asText(doc: Document, node: OutlineNode, depth: number): string {
  const { line } = doc.source.lines.locate(node.selection.start);
  const own = `${'  '.repeat(depth)}${node.name}  :${line}\n`;
  return own + node.children.map(child => asText(doc, child, depth + 1)).join('');
}

// Lines and columns from 1, ends exclusive, as in the reports of the linter.
function asJson(doc: Document, node: OutlineNode): unknown {
  const { lines } = doc.source;
  const start = lines.locate(node.selection.start);
  const end = lines.locate(node.range.end);
  return {
    name: node.name,
    kind: node.kind,
    level: node.level,
    ...start,
    endLine: end.line,
    endColumn: end.column,
    range: [node.range.start, node.range.end],
    selectionRange: [node.selection.start, node.selection.end],
    children: node.children.map(child => asJson(doc, child)),
  };
}
