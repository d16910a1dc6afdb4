import fc from "fast-check";
import { expect, test } from "vitest";
import { type Download, unbrokenDownload } from "../../../src/client/download/unbroken-download.js";
import { AbortedError } from "../../../src/client/errors/aborted-error.js";
import { NetworkError } from "../../../src/client/errors/network-error.js";
import { Secrets } from "../../../src/client/errors/secrets.js";
import type { Patience } from "../../../src/client/transport/wait-before-retry.js";
import { bytesOf } from "../outcome.js";
import { type VirtualClock, virtualClock } from "../virtual-clock.js";

const content = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 251);

test("every byte is given once, wherever the connection breaks and however the parts are cut", async () => {
	const opening = fc.record({ breakAt: fc.nat(content.byteLength), part: fc.integer({ min: 20, max: 3_000 }) });
	await fc.assert(
		fc.asyncProperty(fc.array(opening, { maxLength: 6 }), async (openings) => {
			const download = downloadOf((time) => {
				const { breakAt, part } = openings[time] ?? { breakAt: undefined, part: 1_000 };
				return streamOf(content, part, breakAt);
			});
			expect(await bytesOf(unbrokenDownload(download, patience({ retries: 6 })))).toEqual(content);
		}),
	);
});

test("a file that changed between two downloads is refused before another byte is given", async () => {
	const other = content.slice();
	other.set([1 + (content[1_990] ?? 0)], 1_990);
	const download = downloadOf((time) => (time === 0 ? streamOf(content, 500, 2_000) : streamOf(other, 700)));
	const given: number[] = [];
	const stream = unbrokenDownload({ ...download, onBytes: (bytes) => given.push(bytes) }, patience());
	await expect(bytesOf(stream)).rejects.toThrow("byte 1990 is not what it was");
	expect(given).toEqual([500, 500, 500, 500]);
});

test("a file that got shorter is refused", async () => {
	const download = downloadOf((time) =>
		time === 0 ? streamOf(content, 500, 2_000) : streamOf(content.subarray(0, 1_200), 700),
	);
	await expect(bytesOf(unbrokenDownload(download, patience()))).rejects.toThrow(
		"it now ends after 1200 bytes, and 2000 were there before",
	);
});

test("without progress it gives up after as many repetitions as it was told, waiting longer each time", async () => {
	const clock = virtualClock();
	let opened = 0;
	const download = downloadOf((time) => {
		opened += 1;
		return streamOf(content, 500, time === 0 ? 1_000 : 0);
	});
	const failure = await bytesOf(unbrokenDownload(download, patience({ clock, retries: 3 }))).catch(
		(error: unknown) => error,
	);
	expect(failure).toBeInstanceOf(NetworkError);
	expect(failure).toMatchObject({ jobId: "77", code: "ECONNRESET", request: "GET /result" });
	expect(opened).toBe(4);
	expect(clock.waits).toEqual([1_000, 2_000, 4_000]);
});

test("to get as far as before and no further is no progress", async () => {
	let opened = 0;
	const download = downloadOf(() => {
		opened += 1;
		return streamOf(content, 500, 1_000);
	});
	await expect(bytesOf(unbrokenDownload(download, patience({ retries: 3 })))).rejects.toBeInstanceOf(NetworkError);
	expect(opened).toBe(4);
});

test("parts without a byte are left out", async () => {
	const parts = [new Uint8Array(), content.subarray(0, 10), new Uint8Array(), content.subarray(10)];
	const download = downloadOf(
		() =>
			new ReadableStream({
				start: (controller) => {
					for (const part of parts) controller.enqueue(part);
					controller.close();
				},
			}),
	);
	const given: number[] = [];
	await bytesOf(unbrokenDownload({ ...download, onBytes: (bytes) => given.push(bytes) }, patience()));
	expect(given).toEqual([10, content.byteLength - 10]);
});

test("progress sets the count of repetitions back", async () => {
	const download = downloadOf((time) => streamOf(content, 100, (time + 1) * 100));
	expect(await bytesOf(unbrokenDownload(download, patience({ retries: 1 })))).toEqual(content);
});

test("a connection that falls silent is broken, and begun again", async () => {
	let cancelled = 0;
	const silent = (): ReadableStream<Uint8Array> =>
		new ReadableStream({
			start: (controller) => controller.enqueue(content.subarray(0, 1_000)),
			cancel: () => {
				cancelled += 1;
			},
		});
	const download = downloadOf((time) => (time === 0 ? silent() : streamOf(content, 1_000)));
	expect(await bytesOf(unbrokenDownload({ ...download, timeout: 20 }, patience()))).toEqual(content);
	expect(cancelled).toBe(1);
});

test("nothing is opened before it is read, and nothing is read before it is wanted", async () => {
	let opened = 0;
	let read = 0;
	const download = downloadOf(() => {
		opened += 1;
		return new ReadableStream(
			{
				pull: (controller) => {
					read += 1;
					controller.enqueue(content.subarray(0, 10));
				},
			},
			{ highWaterMark: 0 },
		);
	});
	const reader = unbrokenDownload(download, patience()).getReader();
	await new Promise((resolve) => setImmediate(resolve));
	expect(opened).toBe(0);
	await reader.read();
	await new Promise((resolve) => setImmediate(resolve));
	expect([opened, read]).toEqual([1, 1]);
});

test("who stops reading ends the connection", async () => {
	let cancelled: unknown;
	const download = downloadOf(
		() =>
			new ReadableStream({
				pull: (controller) => controller.enqueue(content.subarray(0, 10)),
				cancel: (reason) => {
					cancelled = reason;
				},
			}),
	);
	const reader = unbrokenDownload(download, patience()).getReader();
	await reader.read();
	await reader.cancel("enough");
	expect(cancelled).toBe("enough");
});

test("a reader that stops during a reconnect leaves no connection open", async () => {
	const opened: ReadableStream<Uint8Array>[] = [];
	const open = downloadOf((time) => {
		opened.push(streamOf(content, 500, time === 0 ? 500 : undefined));
		return opened[time] as ReadableStream<Uint8Array>;
	});
	const clock = virtualClock();
	let stopNow = (): void => {};
	const stopped = new Promise<void>((resolve) => {
		stopNow = resolve;
	});
	const sleeping: VirtualClock = {
		...clock,
		sleep: async (milliseconds, signal) => {
			await reader.cancel();
			stopNow();
			await clock.sleep(milliseconds, signal);
		},
	};
	const reader = unbrokenDownload(open, patience({ clock: sleeping })).getReader();
	await reader.read();
	expect((await reader.read()).done).toBe(true);
	await stopped;
	await new Promise((resolve) => setImmediate(resolve));
	expect(opened.length).toBe(1);
});

test("an abort ends it with the job's id, is not repeated, and tells of no wait", async () => {
	const controller = new AbortController();
	let opened = 0;
	let waits = 0;
	const onWait = (): void => {
		waits += 1;
	};
	const download = downloadOf(() => {
		opened += 1;
		return new ReadableStream({ start: (stream) => stream.enqueue(content.subarray(0, 10)) });
	});
	const reader = unbrokenDownload({ ...download, signal: controller.signal, onWait }, patience()).getReader();
	await reader.read();
	const next = reader.read().catch((error: unknown) => error);
	const reason = new Error("enough");
	controller.abort(reason);
	const failure = await next;
	expect(failure).toBeInstanceOf(AbortedError);
	expect(failure).toMatchObject({ name: "AbortError", jobId: "77", cause: reason });
	expect({ opened, waits }).toEqual({ opened: 1, waits: 0 });
});

test("what opening throws is not repeated: it was repeated there", async () => {
	let opened = 0;
	const download = downloadOf(() => {
		opened += 1;
		throw new Error("404");
	});
	await expect(bytesOf(unbrokenDownload(download, patience()))).rejects.toThrow("404");
	expect(opened).toBe(1);
});

test("an empty file is empty, whenever it is opened", async () => {
	const download = downloadOf((time) => streamOf(new Uint8Array(), 1, time === 0 ? 0 : undefined));
	expect(await bytesOf(unbrokenDownload(download, patience()))).toEqual(new Uint8Array());
});

test.each([500, 1_023, 1_024, 1_025, 3_000])(
	"of what came in parts of %i, the last kilobyte is compared",
	async (part) => {
		for (const [byte, isCompared] of [
			[2_999, true],
			[1_976, true],
			[1_975, false],
		] as const) {
			const other = content.slice();
			other[byte] = (other[byte] ?? 0) ^ 1;
			const download = downloadOf((time) => (time === 0 ? streamOf(content, part, 3_000) : streamOf(other, 700)));
			const outcome = await bytesOf(unbrokenDownload(download, patience())).catch((error: unknown) => `${error}`);
			expect(outcome).toEqual(isCompared ? `Error: byte ${byte} is not what it was` : content);
		}
	},
);

test("silence is told as such once there were enough repetitions, and holds nothing up afterwards", async () => {
	const silent = downloadOf(() => new ReadableStream());
	const failure = bytesOf(unbrokenDownload({ ...silent, timeout: 5 }, patience({ retries: 0 })));
	await expect(failure).rejects.toMatchObject({
		code: "TIMEOUT",
		message: expect.stringContaining("got no answer: nothing came within 5 ms [TIMEOUT]"),
	});
	const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
	const before = timers();
	await bytesOf(unbrokenDownload({ ...downloadOf(() => streamOf(content, 500)), timeout: 60_000 }, patience()));
	expect(timers() - before).toBeLessThan(5);
});

function downloadOf(open: (time: number) => ReadableStream<Uint8Array>): Download {
	let time = 0;
	return {
		jobId: "77",
		request: "GET /result",
		open: async () => {
			time += 1;
			return { body: open(time - 1), secrets: new Secrets([]) };
		},
		changed: (how) => new Error(how),
		timeout: 5_000,
		signal: undefined,
	};
}

/** Streams the bytes in parts. The connection breaks at `breakAt`, if given. */
function streamOf(bytes: Uint8Array, part: number, breakAt = Number.POSITIVE_INFINITY): ReadableStream<Uint8Array> {
	let at = 0;
	return new ReadableStream({
		pull(controller) {
			if (at >= breakAt) {
				const cause = Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
				return controller.error(new TypeError("terminated", { cause }));
			}
			if (at >= bytes.byteLength) return controller.close();
			const end = Math.min(at + part, breakAt, bytes.byteLength);
			controller.enqueue(bytes.slice(at, end));
			at = end;
		},
	});
}

function patience({ clock = virtualClock(), retries = 3 }: { clock?: VirtualClock; retries?: number } = {}): Patience {
	return { clock, random: () => 0, retries, maxRetryAfter: 600_000 };
}
