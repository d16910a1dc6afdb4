import * as fc from "fast-check";

// What tests of laws import instead of fast-check while mutants are tried: at most a hundred cases, the same each time, and the
// first failure ends the test: nobody reads the smallest example.

fc.configureGlobal({ seed: 1, endOnFailure: true });

function assert<Ts>(property: fc.IRawProperty<Ts>, parameters: fc.Parameters<Ts> = {}): Promise<void> | void {
	return fc.assert(property, { ...parameters, numRuns: Math.min(100, parameters.numRuns ?? 100) });
}

export * from "fast-check";
export { assert };
export default { ...fc, assert };
