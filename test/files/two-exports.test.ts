import fileSystem, { type FileHandle, open, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { hostname } from "node:os";
import { describe, expect, test, vi } from "vitest";
import { exportToFile } from "../../src/files/index.js";
import { inSecondPage, isWhole, killed, place } from "./export-place.js";
import { contactsJob } from "./place.js";

describe("two at once", () => {
	test("the second is refused, with who holds the file and since when, and the first is whole", async () => {
		const { zoho, at, read, requests } = await place();
		const first = exportToFile(zoho, contactsJob, at("x.csv"), { resume: true });
		const second = exportToFile(zoho, contactsJob, at("x.csv"), { resume: true });
		const [one, two] = await Promise.allSettled([first, second]);
		const [refused] = [one, two].filter(({ status }) => status === "rejected");
		expect(refused).toMatchObject({ reason: { problem: "busy" } });
		expect(String((refused as PromiseRejectedResult).reason)).toMatch(
			new RegExp(`Process ${process.pid} is exporting to .*x.csv since 20.*Wait until it has finished`),
		);
		isWhole(await read("x.csv"));
		expect(requests()).toBeGreaterThan(3);
	});

	test("to two links of one file as well", async () => {
		const { zoho, at } = await place();
		for (const link of ["a.csv", "b.csv"]) await symlink("x.csv", at(link));
		const both = await Promise.allSettled(["a.csv", "b.csv"].map((link) => exportToFile(zoho, contactsJob, at(link))));
		expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
	});

	test("of twenty that find a dead one's lock, one writes at a time, and one file comes of it", async () => {
		const org = await place();
		const { zoho, at, read, names } = org;
		await killed(org, at("x.csv"), inSecondPage);
		const all = Array.from({ length: 20 }, () => exportToFile(zoho, contactsJob, at("x.csv"), { resume: true }));
		const outcomes = await Promise.allSettled(all);
		for (const outcome of outcomes) {
			if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ problem: "busy" });
		}
		expect(outcomes.some(({ status }) => status === "fulfilled")).toBe(true);
		isWhole(await read("x.csv"));
		expect(await names()).toEqual(["x.csv"]);
	});

	const owner = { pid: process.pid, host: hostname(), started: null, since: "2026-01-01T00:00:00.000Z", token: "t" };
	const long = 3_600;

	test.each([
		["a process that is gone", { ...owner, pid: 999_999_999 }, 0, true],
		["a process that lives", owner, long, false],
		["a process whose id another one has now", { ...owner, started: "1" }, 0, true],
		["another machine that showed itself just now", { ...owner, host: "elsewhere" }, 0, false],
		["another machine that has not for an hour", { ...owner, host: "elsewhere" }, long, true],
		["nobody, yet", "", 0, false],
		["nobody, for an hour", "", long, true],
		["nobody, since tomorrow", "", -long, false],
	])("the lock of %s", async (_what, content, age, isFree) => {
		const { zoho, at, read } = await place();
		await writeFile(at("x.csv.lock"), typeof content === "string" ? content : JSON.stringify(content));
		const then = Date.now() / 1_000 - age;
		await utimes(at("x.csv.lock"), then, then);
		const exported = exportToFile(zoho, contactsJob, at("x.csv"));
		if (isFree) {
			await exported;
			isWhole(await read("x.csv"));
		} else await expect(exported).rejects.toThrow("If nothing is exporting to it, delete");
	});

	test("a process that dies before it wrote whose its lock is keeps nobody out", async () => {
		const { zoho, at, read } = await place();
		const file = await open(at("any"), "w");
		const dying = new Promise<FileHandle>((resolve) => {
			vi.spyOn<FileHandle, "write">(Object.getPrototypeOf(file), "write").mockImplementationOnce(function (
				this: FileHandle,
			) {
				resolve(this);
				return new Promise(() => {});
			});
		});
		void exportToFile(zoho, contactsJob, at("x.csv"));
		const left = await dying;
		await exportToFile(zoho, contactsJob, at("x.csv"));
		isWhole(await read("x.csv"));
		await Promise.all([file.close(), left.close()]);
	});

	test.each(["EPERM", "ENOTSUP", "EISDIR"])("where the system answers a link with %s as well", async (code) => {
		const { zoho, at, read, names } = await place();
		const { link } = fileSystem;
		fileSystem.link = () => Promise.reject(Object.assign(new Error("no links"), { code }));
		syncBuiltinESMExports();
		try {
			const both = [1, 2].map(() => exportToFile(zoho, contactsJob, at("x.csv")));
			const outcomes = await Promise.allSettled(both);
			expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
			expect(outcomes).toContainEqual({ status: "rejected", reason: expect.objectContaining({ problem: "busy" }) });
			isWhole(await read("x.csv"));
			expect(await names()).toEqual(["x.csv"]);
		} finally {
			fileSystem.link = link;
			syncBuiltinESMExports();
		}
	});

	test("a lock that was taken away in between keeps the file as it was", async () => {
		const { at, through, read } = await place();
		await writeFile(at("x.csv"), "old");
		const zoho = through((send) => async (request) => {
			await rm(at("x.csv.lock"), { force: true });
			return send(request);
		});
		await expect(exportToFile(zoho, contactsJob, at("x.csv"))).rejects.toMatchObject({ problem: "busy" });
		expect(await read("x.csv")).toBe("old");
	});
});
