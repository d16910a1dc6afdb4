import { expect, test } from "vitest";
import { endOnReturn } from "../../src/time/end-on-return.js";
import { untilAborted } from "../../src/time/until-aborted.js";

const never = new Promise<never>(() => {});

/** Yields 1 and 2, then waits forever. Records how its reader stopped. */
function counter() {
	const seen = { aborted: false, cleaned: false };
	const values = endOnReturn(async function* (left) {
		left.addEventListener("abort", () => {
			seen.aborted = true;
		});
		try {
			yield 1;
			yield 2;
			await untilAborted(never, left);
		} finally {
			seen.cleaned = true;
		}
	});
	return { seen, values };
}

test("gives what the generator gives, in a loop", async () => {
	const values = endOnReturn(async function* () {
		yield* [1, 2, 3];
	});
	expect(values[Symbol.asyncIterator]()).toBe(values);
	const got: number[] = [];
	for await (const value of values) got.push(value);
	expect(got).toEqual([1, 2, 3]);
	expect(await values.next()).toEqual({ done: true, value: undefined });
});

test("a loop that is left between two values aborts nothing, and lets the generator clean up", async () => {
	const { seen, values } = counter();
	for await (const value of values) if (value === 2) break;
	expect(seen).toEqual({ aborted: false, cleaned: true });
	expect(await values.next()).toEqual({ done: true, value: undefined });
});

test("a return while a value is awaited ends the wait: both are done", async () => {
	const { seen, values } = counter();
	await values.next();
	await values.next();
	const waiting = values.next();
	expect(await values.return?.()).toEqual({ done: true, value: undefined });
	expect(await waiting).toEqual({ done: true, value: undefined });
	expect(seen).toEqual({ aborted: true, cleaned: true });
});

test("one of two waits over is still a wait", async () => {
	const { seen, values } = counter();
	await values.next();
	const [second, third] = [values.next(), values.next()];
	expect(await second).toEqual({ done: false, value: 2 });
	await values.return?.();
	expect(await third).toEqual({ done: true, value: undefined });
	expect(seen.aborted).toBe(true);
});

test("an error of the generator is thrown where nobody left", async () => {
	// biome-ignore lint/correctness/useYield: it fails before its first value.
	const values = endOnReturn(async function* () {
		throw new Error("broken");
	});
	await expect(values.next()).rejects.toThrow("broken");
	expect(await values.return?.()).toEqual({ done: true, value: undefined });
});
