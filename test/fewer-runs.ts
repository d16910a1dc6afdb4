import * as fc from "fast-check";

// Mutation tests use this instead of fast-check, because it is faster: at most fifty cases, the same ones each time. The first
// failure ends the test, since nobody would read a smaller example.

fc.configureGlobal({ seed: 1, endOnFailure: true });

function assert<Ts>(property: fc.IRawProperty<Ts>, parameters: fc.Parameters<Ts> = {}): Promise<void> | void {
	return fc.assert(property, { ...parameters, numRuns: Math.min(50, parameters.numRuns ?? 50) });
}

export * from "fast-check";
export { assert };
export default { ...fc, assert };
