// Tables that are the same in every process and take a cold one longer to make than a report takes to lint. Here each
// is made when it is asked for. The build for node puts another module in the place of this one, which finds the
// tables made, in a file beside the code: see scripts/build/plugins.mjs.

/**
 * The table of this name, which depends on nothing but the code: typed arrays, or an object of typed arrays and
 * numbers. It must not be written to.
 */
export const madeTable = <T>(_name: string, make: () => T): T => make();
