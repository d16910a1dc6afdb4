import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { SharedWork } from "../../src/time/shared-work.js";
import { untilAborted } from "../../src/time/until-aborted.js";

/** Work that the test finishes itself. */
function byHand() {
	const started: Run[] = [];
	const values: Promise<string>[] = [];
	const work = new SharedWork<string, string>((signal, tell) => {
		const value = new Promise<string>((resolve, reject) => {
			started.push({ signal, tell, resolve, reject });
		});
		values.push(value);
		return value;
	});
	const run = (at: number): Run => {
		const one = started[at];
		if (one === undefined) throw new Error(`run ${at} has not started`);
		return one;
	};
	return { work, started, values, run };
}

interface Run {
	readonly signal: AbortSignal;
	readonly tell: (news: string) => void;
	readonly resolve: (value: string) => void;
	readonly reject: (reason: Error) => void;
}

describe("work that several wait for", () => {
	test("starts once, and everyone gets its value", async () => {
		const { work, started, run } = byHand();
		const waiting = [work.join(undefined), work.join(new AbortController().signal)];
		expect(started).toHaveLength(1);
		run(0).resolve("value");
		expect(await Promise.all(waiting)).toEqual(["value", "value"]);
	});

	test("starts again when it is over, whether it succeeded or failed", async () => {
		const { work, started, run } = byHand();
		const failed = work.join(undefined);
		run(0).reject(new Error("broken"));
		await expect(failed).rejects.toThrow("broken");
		const second = work.join(undefined);
		expect(started).toHaveLength(2);
		run(1).resolve("value");
		expect(await second).toBe("value");
		void work.join(undefined);
		expect(started).toHaveLength(3);
	});

	test("cannot be joined once it is over, even before those who wait continue", async () => {
		const { work, started, values, run } = byHand();
		const { signal } = new AbortController();
		const first = work.join(signal);
		values[0]?.then(() => {
			// One turn after the value, while `first` still waits.
			queueMicrotask(() => void work.join(undefined));
		});
		run(0).resolve("value");
		expect(await first).toBe("value");
		void work.join(undefined);
		expect(started).toHaveLength(2);
		expect([run(0).signal.aborted, run(1).signal.aborted]).toEqual([false, false]);
	});

	test("goes on when one leaves, and ends with the reason of the last", async () => {
		const { work, started, run } = byHand();
		const [one, other] = [new AbortController(), new AbortController()];
		const first = expect(work.join(one.signal)).rejects.toThrow("first left");
		const second = expect(work.join(other.signal)).rejects.toThrow("second left");
		one.abort(new Error("first left"));
		await first;
		expect(run(0).signal.aborted).toBe(false);
		const reason = new Error("second left");
		other.abort(reason);
		await second;
		expect(run(0).signal).toMatchObject({ aborted: true, reason });
		void work.join(undefined);
		expect(started).toHaveLength(2);
	});

	test("that ends after everyone has left does not end what has started since", async () => {
		const { work, started, run } = byHand();
		const leave = new AbortController();
		const left = expect(work.join(leave.signal)).rejects.toThrow("left");
		leave.abort(new Error("left"));
		await left;
		const waiting = [work.join(undefined)];
		run(0).resolve("old");
		await turn();
		waiting.push(work.join(undefined));
		expect(started).toHaveLength(2);
		run(1).resolve("new");
		expect(await Promise.all(waiting)).toEqual(["new", "new"]);
	});

	test("does not start for a signal that is aborted", async () => {
		const { work, started } = byHand();
		await expect(work.join(AbortSignal.abort(new Error("left")))).rejects.toThrow("left");
		expect(started).toEqual([]);
	});

	test("tells its news to each, also to two with the same function, and the latest to who comes later", async () => {
		const { work, run } = byHand();
		const [heard, late] = [vi.fn(), vi.fn()];
		const waiting = [work.join(undefined, heard), work.join(undefined, heard)];
		expect(heard).not.toHaveBeenCalled();
		run(0).tell("one");
		run(0).tell("two");
		waiting.push(work.join(undefined, late), work.join(undefined));
		run(0).tell("three");
		expect(heard.mock.calls.flat()).toEqual(["one", "one", "two", "two", "three", "three"]);
		expect(late.mock.calls.flat()).toEqual(["two", "three"]);
		run(0).resolve("value");
		await Promise.all(waiting);
		run(0).tell("four");
		expect(late).toHaveBeenCalledTimes(2);
	});

	test("tells nothing to who has left", async () => {
		const { work, run } = byHand();
		const leave = new AbortController();
		const heard = vi.fn();
		const left = expect(work.join(leave.signal, heard)).rejects.toThrow("left");
		const stayed = work.join(undefined);
		leave.abort(new Error("left"));
		await left;
		run(0).tell("news");
		expect(heard).not.toHaveBeenCalled();
		run(0).resolve("value");
		expect(await stayed).toBe("value");
	});
});

describe("untilAborted", () => {
	const never = new Promise<never>(() => {});

	test("without a signal is the work itself", () => {
		expect(untilAborted(never, undefined)).toBe(never);
	});

	test("gives the work's value or error, and leaves nothing on the signal", async () => {
		for (const work of [async () => 1, () => Promise.reject(new Error("broken"))]) {
			const { signal } = new AbortController();
			const [added, removed] = [vi.spyOn(signal, "addEventListener"), vi.spyOn(signal, "removeEventListener")];
			const [expected] = await Promise.allSettled([work()]);
			const [result] = await Promise.allSettled([untilAborted(work(), signal)]);
			expect(result).toEqual(expected);
			await turn();
			const [, stop] = added.mock.calls[0] ?? [];
			expect(added.mock.calls).toEqual([["abort", stop, { once: true }]]);
			expect(removed.mock.calls).toEqual([["abort", stop]]);
		}
	});

	test("rejects with the signal's reason, aborted before or later", async () => {
		await expect(untilAborted(never, AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
		const leave = new AbortController();
		const waiting = expect(untilAborted(never, leave.signal)).rejects.toThrow("later");
		leave.abort(new Error("later"));
		await waiting;
	});
});
