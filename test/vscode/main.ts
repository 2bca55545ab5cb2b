// The entry that VS Code's extension host runs: Mocha over the suites, and one closing line.
import Mocha from 'mocha';
import { runAndReport } from './report.ts';

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 90_000, color: true, ...grep() });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./suites/diagnostics.ts');
  await import('./suites/configuration.ts');
  await import('./suites/features.ts');
  await import('./suites/conversion.ts');
  await import('./suites/wholeFiles.ts');
  await import('./suites/states.ts');
  await runAndReport(mocha);
}

const grep = (): { grep?: string } => (process.env.GREP ? { grep: process.env.GREP } : {});
