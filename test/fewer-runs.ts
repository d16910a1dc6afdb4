import * as fc from "fast-check";

// What tests of laws import instead of fast-check while mutants are tried: at most fifty cases, the same each time, and the
// first failure ends the test: nobody reads the smallest example.

fc.configureGlobal({ seed: 1, endOnFailure: true });

function assert<Ts>(property: fc.IRawProperty<Ts>, parameters: fc.Parameters<Ts> = {}): Promise<void> | void {
	return fc.assert(property, { ...parameters, numRuns: Math.min(50, parameters.numRuns ?? 50) });
}

export * from "fast-check";
export { assert };
export default { ...fc, assert };
