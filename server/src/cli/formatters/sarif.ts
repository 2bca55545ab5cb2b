// SARIF 2.1.0, one run. Columns are UTF-16 code units, and it says so. Results stream; failures are kept for the end.
import { pathToFileURL } from 'node:url';
import type { Message } from '../report.ts';
import type { CreateFormatter, FormatterContext } from './formatter.ts';
import { shownPath } from './paths.ts';

export const detail = { repairs: true, excerpts: false, fingerprints: true };

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

export const createFormatter: CreateFormatter = context => {
  const { write, cwd } = context;
  const indexes = new Map(context.rules.map((rule, index) => [rule.meta.id as string, index]));
  const notifications: object[] = [];
  const base = pathToFileURL(`${cwd}/`).href;
  write(
    `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver: driver(context) })},"columnKind":"utf16CodeUnits","originalUriBaseIds":${JSON.stringify({ SRCROOT: { uri: base } })},"results":[`,
  );
  let separator = '\n';
  return {
    file({ report, fingerprints }) {
      const location = artifact(cwd, report.filePath);
      report.messages.forEach((message, i) => {
        if (message.ruleId === null) {
          notifications.push({
            level: 'error',
            message: { text: message.message },
            locations: [{ physicalLocation: { artifactLocation: location } }],
          });
          return;
        }
        const index = indexes.get(message.ruleId);
        const result = {
          ruleId: message.ruleId,
          ...(index === undefined ? {} : { ruleIndex: index }),
          level: LEVELS[message.level],
          message: { text: message.message },
          locations: [{ physicalLocation: { artifactLocation: location, region: region(message) } }],
          partialFingerprints: { 'corpusLint/v1': fingerprints?.[i] ?? '' },
          ...fixes(message, location),
        };
        write(separator + JSON.stringify(result));
        separator = ',\n';
      });
    },
    end() {
      const invocation = {
        executionSuccessful: notifications.length === 0,
        ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
      };
      write(`],"invocations":${JSON.stringify([invocation])}}]}\n`);
    },
  };
};

function driver({ version, rules, pageOf }: FormatterContext): object {
  return {
    name: 'corpus-lint',
    semanticVersion: version,
    rules: rules.map(({ meta }) => {
      const page = pageOf(meta.id);
      return {
        id: meta.id,
        shortDescription: { text: meta.summary.en },
        ...(page ? { help: { text: page, markdown: page } } : {}),
        defaultConfiguration: {
          enabled: meta.level !== 'off',
          level: meta.level === 'off' ? 'note' : LEVELS[meta.level],
        },
      };
    }),
  };
}

function artifact(cwd: string, file: string): object {
  const shown = shownPath(cwd, file);
  return shown === file
    ? { uri: pathToFileURL(file).href }
    : { uri: shown.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'SRCROOT' };
}

const region = (m: Message): object => ({
  startLine: m.line,
  startColumn: m.column,
  endLine: m.endLine,
  endColumn: m.endColumn,
  charOffset: m.offset,
  charLength: m.endOffset - m.offset,
});

function fixes(message: Message, artifactLocation: object): object {
  const all = [
    ...(message.fix ? [{ desc: message.message, fix: message.fix }] : []),
    ...(message.suggestions ?? []),
  ];
  if (all.length === 0) return {};
  return {
    fixes: all.map(({ desc, fix: { range, text } }) => ({
      description: { text: desc },
      artifactChanges: [
        {
          artifactLocation,
          replacements: [
            {
              deletedRegion:
                range[0] === message.offset && range[1] === message.endOffset
                  ? region(message)
                  : { charOffset: range[0], charLength: range[1] - range[0] },
              insertedContent: { text },
            },
          ],
        },
      ],
    })),
  };
}
