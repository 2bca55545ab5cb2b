// The linter as a library: findings and repairs of one text, with the settings that a file of this name would get.
//   node examples/library/count.mjs          (inside a project: import … from 'corpus-lint')
import { createLinter, createSourceText, fixAll, frontMatterReader, renderMessage } from 'corpus-lint';

const linter = createLinter({ ports: { frontMatter: frontMatterReader } });
const source = createSourceText('report.md', 'markdown', '水库今年蓄水，，灌区用水有保障。\n');

for (const finding of linter.lint(source).findings) {
  const { line, column } = source.lines.locate(finding.start);
  const message = renderMessage(linter.ruleOf(finding), finding.messageId, finding.args, 'zh-CN');
  console.log(`${line}:${column} ${finding.ruleId} ${message}`);
}
console.log(fixAll(linter, source, { safety: 'safe' }).text);
