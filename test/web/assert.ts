// The few assertions that the suites use, for a browser, which has no node:assert.
const fail = (message: string): never => {
  throw new Error(message);
};
const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

function assert(value: unknown, message = 'assertion failed'): asserts value {
  if (!value) fail(message);
}

const assertions = Object.assign(assert, {
  ok: assert,
  equal(actual: unknown, expected: unknown, message = '') {
    if (!Object.is(actual, expected)) fail(`${message} expected ${show(expected)}, got ${show(actual)}`);
  },
  deepEqual(actual: unknown, expected: unknown, message = '') {
    if (show(actual) !== show(expected)) fail(`${message} expected ${show(expected)}, got ${show(actual)}`);
  },
  match(actual: string, pattern: RegExp) {
    if (!pattern.test(actual)) fail(`${show(actual)} does not match ${pattern}`);
  },
  async rejects(promise: Promise<unknown>) {
    const isRejected = await promise.then(
      () => false,
      () => true,
    );
    if (!isRejected) fail('expected a rejection');
  },
});

// biome-ignore lint/style/noDefaultExport: it stands in for a module with a default export.
export default assertions;
