/** Runs Mocha, of node or of a browser, and prints the closing line that scripts/test.mjs counts by. */
export function runAndReport(mocha: Pick<Mocha, 'run'>): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = mocha.run(failures => {
      const { passes = 0, pending = 0 } = runner.stats ?? {};
      console.log(`vscode: ${passes} passed, ${failures} failed, ${pending} skipped`);
      if (failures > 0) reject(new Error(`${failures} tests failed`));
      else resolve();
    });
  });
}
