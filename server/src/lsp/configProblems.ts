// What is wrong with configuration files, shown in these files and taken back when it is no longer found.
import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { type ConfigProblem, configMessage, type ResolvedConfig } from '../config/index.ts';
import { createSourceText, type Locale } from '../core/index.ts';
import { uriOf } from './fileId.ts';
import { notify } from './notify.ts';
import { positionsOf } from './positions.ts';
import { SOURCE } from './protocol.ts';

export interface ConfigProblems {
  /** Shows the problems of the files that had a say; of one that is sound now they go. */
  show(found: Pick<ResolvedConfig, 'sources' | 'problems'>, locale: Locale): void;
  /** Something changed, so problems are looked for again: the ids of the files that show some. */
  begin(): readonly string[];
  /** All was looked at since `begin`: what was not found again goes, for its file is gone or nothing extends it. */
  end(): void;
}

export function createConfigProblems(connection: Connection): ConfigProblems {
  const shown = new Set<string>();
  let foundAgain = new Set<string>();
  const showIn = (id: string, diagnostics: readonly Diagnostic[]): void => {
    if (diagnostics.length > 0) {
      shown.add(id);
      foundAgain.add(id);
    } else shown.delete(id);
    notify(connection.sendDiagnostics({ uri: uriOf(id), diagnostics: [...diagnostics] }));
  };
  return {
    show({ sources, problems }, locale) {
      for (const id of new Set([...sources, ...problems.map(problem => problem.file)])) {
        const found = problems.filter(problem => problem.file === id);
        if (found.length === 0 && !shown.has(id)) continue;
        showIn(
          id,
          found.map(problem => toDiagnostic(problem, locale)),
        );
      }
    },
    begin() {
      foundAgain = new Set();
      return [...shown];
    },
    end() {
      for (const id of [...shown]) if (!foundAgain.has(id)) showIn(id, []);
    },
  };
}

function toDiagnostic(problem: ConfigProblem, locale: Locale): Diagnostic {
  const positions = positionsOf(createSourceText(problem.file, 'text', problem.text ?? ''), 0);
  return {
    source: SOURCE,
    code: 'configuration',
    range: positions.range(problem.text === undefined ? { start: 0, end: 0 } : problem),
    severity: DiagnosticSeverity.Error,
    message: configMessage(problem, locale),
  };
}
