import { describe, expect, test } from "vitest";
import { downloadResult } from "../../../src/client/download/unbroken-download.js";
import { ZohoApiError } from "../../../src/client/errors/zoho-api-error.js";
import { apiInMemory } from "../export/api-in-memory.js";
import { bytesOf } from "../outcome.js";

const content = Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 251);

describe("the result of a job", () => {
	const broken = new TypeError("terminated", { cause: Object.assign(new Error("gone"), { code: "ECONNRESET" }) });
	const file = { downloadUrl: "/result", time: "2026-01-01T00:00:00Z" };
	const [start, rest] = [content.slice(0, 2_000), content.slice(2_000)];

	test("is opened again when it breaks, which is told as a wait, and its parts are watched", async () => {
		const { context, clock, asked } = apiInMemory({
			files: [
				[start, broken],
				[start, rest],
			],
			context: { retries: 1 },
		});
		const [waits, sizes, parts]: [unknown[], number[], number[]] = [[], [], []];
		const watch = {
			onWait: (wait: unknown) => void waits.push(wait),
			onBytes: (bytes: number) => void sizes.push(bytes),
			onPart: (part: Uint8Array) => void parts.push(part.byteLength),
		};
		const before = clock.now();
		expect(await bytesOf(downloadResult(context, "7", file, watch))).toEqual(content);
		expect(waits).toEqual([{ for: "fault", until: before + 1_000 }]);
		expect([sizes, parts]).toEqual([
			[2_000, 3_000],
			[2_000, 3_000],
		]);
		expect(asked.map(({ of, url, asking }) => [of, url, asking.onWait])).toEqual(
			[0, 1].map(() => ["7", "/result", watch.onWait]),
		);
	});

	test("names its job and its request in what goes wrong", async () => {
		const changed = apiInMemory({ files: [[start, broken], [rest]], context: { retries: 1 } });
		await expect(bytesOf(downloadResult(changed.context, "7", file, {}))).rejects.toMatchObject({
			...{ name: "DamagedResultError", jobId: "7" },
			reason: expect.stringContaining("is not what it was"),
		});
		const lost = apiInMemory({ files: [[broken]] });
		await expect(bytesOf(downloadResult(lost.context, "7", file, {}))).rejects.toMatchObject({
			...{ name: "NetworkError", code: "ECONNRESET", request: "GET /result", jobId: "7" },
		});
		const facts = { status: 404, zohoMessage: "no", details: {}, advice: "", request: "GET /x", jobId: undefined };
		const gone = apiInMemory({ files: [new ZohoApiError({ ...facts, code: "RESOURCE_NOT_FOUND" })] });
		await expect(bytesOf(downloadResult(gone.context, "7", file, {}))).rejects.toMatchObject({
			...{ name: "ResultExpiredError", jobId: "7", since: file.time },
		});
	});
});
