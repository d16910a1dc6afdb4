import { execFile, execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import {
	chmod,
	lstat,
	mkdir,
	open,
	readFile,
	readlink,
	rename,
	rm,
	stat,
	symlink,
	utimes,
	writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";
import { discardExport, exportToFile, FileExportError, type FileExportProgress } from "../../src/files/index.js";
import { bury, contactsJob, dieAt, type Folder, makeFolder, makeOrg, type Org, threePages } from "./place.js";

/** Nodes and mounts are made by root alone. */
const asRoot = test.skipIf(process.getuid?.() !== 0);
const run = promisify(execFile);

interface Place extends Org, Folder {}

async function place(): Promise<Place> {
	return { ...makeOrg(), ...(await makeFolder()) };
}

const isWhole = (csv: string): void => {
	const lines = csv.trimEnd().split("\n");
	expect(lines[0]).toBe("Id,Last_Name,Owner.last_name");
	expect(new Set(lines.slice(1).map((line) => line.split(",")[0])).size).toBe(250);
	expect(lines).toHaveLength(251);
};

/** An export that was killed at a moment of its network's. */
async function killed(
	{ through }: Org,
	path: string,
	moment: number,
	options: { readonly resume?: boolean } = {},
): Promise<void> {
	const { fetch, died } = dieAt(moment);
	const ended = exportToFile(through(fetch), contactsJob, path, options).then(() => "ended");
	expect(await Promise.race([died, ended])).toBe(undefined);
	await bury(path);
}

/** Somewhere in the second page. */
const inSecondPage = 12;

describe("where an export goes", () => {
	test("a new file, and its folder; nothing is left beside it", async () => {
		const { zoho, at, read, names } = await place();
		const { rows, files } = await exportToFile(zoho, contactsJob, at("a/b/contacts.csv"));
		expect({ rows, files }).toEqual({ rows: 250, files: [at("a/b/contacts.csv")] });
		isWhole(await read("a/b/contacts.csv"));
		expect(await names()).toEqual(["a"]);
	});

	test.each([
		["a link to a file", "target.csv", true],
		["a link to no file yet", "target.csv", false],
		["a link into another folder", "other/target.csv", true],
		["a link to a link", "hop.csv", true],
	])("%s is followed: its target is replaced, and it stays", async (_what, target, isThere) => {
		const { zoho, at, read, path } = await place();
		await mkdir(at("other"));
		if (isThere) for (const file of ["target.csv", "other/target.csv"]) await writeFile(at(file), "old");
		await symlink("other/target.csv", at("hop.csv"));
		await symlink(target, at("link.csv"));
		await exportToFile(zoho, contactsJob, at("link.csv"));
		expect(await readlink(at("link.csv"))).toBe(target);
		isWhole(await read("link.csv"));
		expect((await lstat(join(path, target === "hop.csv" ? "other/target.csv" : target))).isFile()).toBe(true);
	});

	test("a pipe gets it as a stream, once somebody reads, and stays", async () => {
		const { zoho, at } = await place();
		execFileSync("mkfifo", [at("pipe.csv")]);
		const exported = exportToFile(zoho, contactsJob, at("pipe.csv"));
		const { stdout } = await run("cat", [at("pipe.csv")]);
		expect(await exported).toEqual({ rows: 250, files: [] });
		isWhole(stdout);
		expect((await lstat(at("pipe.csv"))).isFIFO()).toBe(true);
	});

	test("a pipe that nobody reads is waited for before anything is sent, and no longer than the signal says", async () => {
		const { zoho, at, requests } = await place();
		execFileSync("mkfifo", [at("pipe.csv")]);
		const exported = exportToFile(zoho, contactsJob, at("pipe.csv"), { signal: AbortSignal.timeout(200) });
		await expect(exported).rejects.toMatchObject({ name: "AbortError" });
		expect(requests()).toBe(0);
	});

	test("a pipe whose reader leaves is an error", async () => {
		const { zoho, at } = await place();
		execFileSync("mkfifo", [at("pipe.csv")]);
		const reading = run("head", ["-c", "1", at("pipe.csv")]);
		await expect(exportToFile(zoho, contactsJob, at("pipe.csv"))).rejects.toMatchObject({ problem: "write" });
		await reading;
	});

	asRoot("a character device is written to, and stays one", async () => {
		const { zoho, at } = await place();
		execFileSync("mknod", [at("null.csv"), "c", "1", "3"]);
		await symlink("null.csv", at("link.csv"));
		expect(await exportToFile(zoho, contactsJob, at("link.csv"))).toEqual({ rows: 250, files: [] });
		expect((await lstat(at("null.csv"))).isCharacterDevice()).toBe(true);
		execFileSync("mknod", [at("full.csv"), "c", "1", "7"]);
		await expect(exportToFile(zoho, contactsJob, at("full.csv"))).rejects.toThrow("The disk is full.");
	});

	test("a descriptor of the process is written to where it stands", async () => {
		const { zoho, at, read } = await place();
		const file = await open(at("log.csv"), "a");
		await file.write("# before\n");
		await exportToFile(zoho, contactsJob, `/dev/fd/${file.fd}`, { format: "csv" });
		await file.close();
		const text = await read("log.csv");
		expect(text.slice(0, 9)).toBe("# before\n");
		isWhole(text.slice(9));
	});

	test.each<[string, (folder: Folder) => Promise<unknown>, string, string]>([
		["a folder", ({ at }) => mkdir(at("x.csv")), "x.csv", "is a folder"],
		["a folder that is not there", async () => {}, "x/", "is the name of a folder"],
		["a path through a file", ({ at }) => writeFile(at("x"), ""), "x/y.csv", "leads through a file"],
		["a link to itself", ({ at }) => symlink("x.csv", at("x.csv")), "x.csv", "leads back to itself"],
		["a link to a folder", ({ at }) => symlink(".", at("x.csv")), "x.csv", "is a folder"],
		["a name that is too long", async () => {}, `${"x".repeat(250)}.csv`, "too long"],
		[
			"a socket",
			({ at }) => new Promise((done) => createServer().listen(at("x.csv"), () => done(0))),
			"x.csv",
			"socket",
		],
		["a lock that is none", ({ at }) => symlink("nowhere", at("x.csv.lock")), "x.csv", "it is none"],
		["no name", async () => {}, "", "is empty"],
	])("%s is refused before anything is sent", async (_what, prepare, name, words) => {
		const folder = await place();
		await prepare(folder);
		const path = name === "" ? "" : `${folder.path}/${name}`;
		const refused = exportToFile(folder.zoho, contactsJob, path, { format: "csv" });
		await expect(refused).rejects.toThrow(words);
		await expect(refused).rejects.toBeInstanceOf(FileExportError);
		expect(folder.requests()).toBe(0);
	});

	asRoot("a disk is refused", async () => {
		const { zoho, at } = await place();
		execFileSync("mknod", [at("disk.csv"), "b", "7", "200"]);
		await expect(exportToFile(zoho, contactsJob, at("disk.csv"))).rejects.toThrow("is a disk, and no file");
	});

	test.each([
		["a folder that may not be written", 0o555, undefined],
		["a file that may not be written", 0o777, 0o444],
	])("%s is refused before anything is sent", async (_what, folderMode, fileMode) => {
		const { zoho, at, path, requests } = await place();
		if (fileMode !== undefined) await writeFile(at("x.csv"), "old", { mode: fileMode });
		await chmod(path, folderMode);
		const isRoot = process.geteuid?.() === 0;
		if (isRoot) process.seteuid?.(65_534);
		try {
			await expect(exportToFile(zoho, contactsJob, at("x.csv"))).rejects.toMatchObject({ problem: "destination" });
		} finally {
			if (isRoot) process.seteuid?.(0);
			await chmod(path, 0o777);
		}
		expect(requests()).toBe(0);
	});

	test("the archives of an export before, which had more pages, do not stay beside those of this one", async () => {
		const { zoho, at, names } = await place();
		await exportToFile(zoho, contactsJob, at("x.zip"));
		expect(await names()).toEqual(["x-page2.zip", "x-page3.zip", "x.zip"]);
		await exportToFile(zoho, contactsJob, at("x.zip"), { lastPage: 2 });
		expect(await names()).toEqual(["x-page2.zip", "x.zip"]);
	});

	test("archives take their places together: killed before the last, none of them changes", async () => {
		const org = await place();
		const { zoho, at, read, names } = org;
		for (const name of ["x.zip", "x-page2.zip"]) await writeFile(at(name), "old");
		await killed(org, at("x.zip"), inSecondPage);
		expect([await read("x.zip"), await read("x-page2.zip")]).toEqual(["old", "old"]);
		const { files } = await exportToFile(zoho, contactsJob, at("x.zip"), { resume: true });
		expect(files).toEqual(["x.zip", "x-page2.zip", "x-page3.zip"].map(at));
		expect(await names()).toEqual(["x-page2.zip", "x-page3.zip", "x.zip"]);
		const unzipped = await Promise.all(files.map((file) => run("unzip", ["-p", file])));
		const lines = unzipped.flatMap(({ stdout }, page) => stdout.split("\n").slice(page === 0 ? 0 : 1, -1));
		isWhole(`${lines.join("\n")}\n`);
	});
});

describe("permissions", () => {
	test.each([
		["are the owner's alone for a new file", undefined, {}, 0o600],
		["are what was asked for, for a new file", undefined, { mode: 0o644 }, 0o644],
		["stay those of the file that is replaced", 0o640, {}, 0o640],
		["stay so whatever was asked for", 0o600, { mode: 0o644 }, 0o600],
		["stay so where they are wider", 0o666, {}, 0o666],
	])("%s", async (_what, before, options, after) => {
		const { zoho, at, path, through } = await place();
		if (before !== undefined) {
			await writeFile(at("x.csv"), "old");
			await chmod(at("x.csv"), before);
		}
		const seen: number[] = [];
		const watched = through((send) => async (request) => {
			for (const name of execFileSync("ls", [path], { encoding: "utf8" }).split("\n")) {
				if (/partial|checkpoint|lock/.test(name)) seen.push((await stat(at(name))).mode & 0o777);
			}
			return send(request);
		});
		await exportToFile(watched, contactsJob, at("x.csv"), options);
		expect((await stat(at("x.csv"))).mode & 0o777).toBe(after);
		expect([...new Set(seen)]).toEqual([0o600]);
		await expect(exportToFile(zoho, contactsJob, at("x.csv"), { mode: 0o1777 })).rejects.toThrow("mode: ");
	});

	asRoot("the owner stays", async () => {
		const { zoho, at } = await place();
		await writeFile(at("x.csv"), "old");
		execFileSync("chown", ["65534:65534", at("x.csv")]);
		await exportToFile(zoho, contactsJob, at("x.csv"));
		expect(await stat(at("x.csv"))).toMatchObject({ uid: 65_534, gid: 65_534 });
	});
});

describe("two at once", () => {
	test("the second is refused, with who holds the file and since when, and the first is whole", async () => {
		const { zoho, at, read, requests } = await place();
		const first = exportToFile(zoho, contactsJob, at("x.csv"), { resume: true });
		const second = exportToFile(zoho, contactsJob, at("x.csv"), { resume: true });
		const [one, two] = await Promise.allSettled([first, second]);
		const [refused] = [one, two].filter(({ status }) => status === "rejected");
		expect(refused).toMatchObject({ reason: { problem: "busy" } });
		expect(String((refused as PromiseRejectedResult).reason)).toMatch(
			new RegExp(`Process ${process.pid} exports to .*x.csv since 20.*Wait until it has ended`),
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
		} else await expect(exported).rejects.toThrow("If nothing exports to it, delete");
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

describe("what stands beside the file", () => {
	test.each(["x.csv.partial", "x.csv.checkpoint.json", "x.csv.lock"])(
		"a link by the name of %s is not written through",
		async (name) => {
			const { zoho, at, read } = await place();
			await writeFile(at("precious"), "precious");
			await symlink("precious", at(name));
			await exportToFile(zoho, contactsJob, at("x.csv"), { resume: true }).catch(() => {});
			expect(await read("precious")).toBe("precious");
		},
	);

	test("the file that is written aside became a link meanwhile: it is not followed", async () => {
		const org = await place();
		const { zoho, at, read, names } = org;
		await killed(org, at("x.csv"), inSecondPage);
		const partial = (await names()).find((name) => name.endsWith(".partial")) ?? "";
		await writeFile(at("precious"), "p".repeat(100_000));
		await rm(at(partial));
		await symlink("precious", at(partial));
		await expect(exportToFile(zoho, contactsJob, at("x.csv"), { resume: true })).rejects.toMatchObject({
			problem: "broken",
		});
		expect(await read("precious")).toBe("p".repeat(100_000));
	});

	test("moved to its place in the middle, the file is not taken for whole", async () => {
		const org = await place();
		const { zoho, at, read, names } = org;
		await killed(org, at("x.csv"), inSecondPage);
		const partial = (await names()).find((name) => name.endsWith(".partial")) ?? "";
		const checkpoint = JSON.parse(await read("x.csv.checkpoint.json"));
		// As much as the checkpoint says, to the byte.
		await writeFile(at(partial), (await readFile(at(partial))).subarray(0, checkpoint.size));
		await rename(at(partial), at("x.csv"));
		const resumed = exportToFile(zoho, contactsJob, at("x.csv"), { resume: true });
		await expect(resumed).rejects.toMatchObject({ problem: "broken" });
		await expect(resumed).rejects.toThrow("Put it back as it was, or discard the export and begin anew.");
		await rename(at("x.csv"), at(partial));
		await exportToFile(zoho, contactsJob, at("x.csv"), { resume: true });
		isWhole(await read("x.csv"));
	});

	test.each([
		["before it was moved to its place", false],
		["after it", true],
	])("an export that died when it was whole, %s, is whole when it is resumed", async (_when, isMoved) => {
		const org = await place();
		const { zoho, at, read, names, requests } = org;
		await mkdir(at("x-page2.zip"));
		// What stands in a later archive's way stops the move in the middle.
		await expect(exportToFile(zoho, contactsJob, at("x.zip"))).rejects.toThrow("Move it away, then go on.");
		await rm(at("x-page2.zip"), { recursive: true });
		const partials = (await names()).filter((name) => name.endsWith("page2.partial"));
		if (isMoved) await rename(at(partials[0] ?? ""), at("x-page2.zip"));
		const before = requests();
		const { files, rows } = await exportToFile(zoho, contactsJob, at("x.zip"), { resume: true });
		expect({ files, rows }).toEqual({ files: ["x.zip", "x-page2.zip", "x-page3.zip"].map(at), rows: 250 });
		expect(requests()).toBe(before);
		expect(await names()).toEqual(["x-page2.zip", "x-page3.zip", "x.zip"]);
		expect((await read("x.zip")).length).toBeGreaterThan(0);
	});

	test("another file of the same size in the place of a whole one is not taken for it", async () => {
		const { zoho, at, names } = await place();
		await mkdir(at("x-page2.zip"));
		await expect(exportToFile(zoho, contactsJob, at("x.zip"))).rejects.toThrow();
		await rm(at("x-page2.zip"), { recursive: true });
		const partial = (await names()).find((name) => name.endsWith("page2.partial")) ?? "";
		await writeFile(at("x-page2.zip"), Buffer.alloc((await stat(at(partial))).size));
		await rm(at(partial));
		await expect(exportToFile(zoho, contactsJob, at("x.zip"), { resume: true })).rejects.toMatchObject({
			problem: "broken",
		});
	});

	test("an export that was begun and not ended is refused unless it is resumed or discarded", async () => {
		const org = await place();
		const { zoho, at, read, names, sandbox } = org;
		await killed(org, at("x.csv"), inSecondPage);
		await expect(exportToFile(zoho, contactsJob, at("x.csv"))).rejects.toMatchObject({ problem: "unfinished" });
		const asNdjson = exportToFile(zoho, contactsJob, at("x.csv"), { resume: true, format: "ndjson" });
		await expect(asNdjson).rejects.toMatchObject({ problem: "mismatch" });
		const withMark = exportToFile(zoho, contactsJob, at("x.csv"), { resume: true, csv: { bom: true } });
		await expect(withMark).rejects.toMatchObject({ problem: "mismatch" });
		const other = exportToFile(
			zoho,
			contactsJob.where((w) => w("Last_Name").equal("Boyle")),
			at("x.csv"),
			{
				resume: true,
			},
		);
		await expect(other).rejects.toMatchObject({ name: "InvalidCheckpointError" });
		const jobs = sandbox.jobs().length;
		expect(await discardExport(at("x.csv"))).toBe(true);
		expect(await names()).toEqual([]);
		expect(await discardExport(at("x.csv"))).toBe(false);
		await exportToFile(zoho, contactsJob, at("x.csv"));
		isWhole(await read("x.csv"));
		expect(sandbox.jobs()).toHaveLength(jobs + 3);
	});

	test("what was killed before anything was paid for is begun anew without a word", async () => {
		const org = await place();
		const { zoho, at, read, names } = org;
		await killed(org, at("x.csv"), 0);
		expect(await names()).toHaveLength(3);
		await exportToFile(zoho, contactsJob, at("x.csv"));
		isWhole(await read("x.csv"));
		expect(await names()).toEqual(["x.csv"]);
	});
});

describe("a disk that is full", () => {
	const mounts: string[] = [];
	afterAll(() => {
		for (const mount of mounts) execFileSync("umount", [mount]);
	});

	const blocks = 64;

	/** A disk of some blocks, of which so many are free. */
	async function disk(free: number): Promise<Place & { fill(left: number): void; empty(): Promise<void> }> {
		const made = await place();
		execFileSync("mount", ["-t", "tmpfs", "-o", `size=${blocks * 4}k`, "tmpfs", made.path]);
		mounts.push(made.path);
		const fill = (left: number): void => {
			writeFileSync(made.at("ballast"), Buffer.alloc((blocks - left) * 4_096));
		};
		fill(free);
		return { ...made, fill, empty: () => rm(made.at("ballast")) };
	}

	asRoot("at the start, nothing is sent and nothing stays", async () => {
		for (const free of [0, 1, 2]) {
			const { zoho, at, names, requests } = await disk(free);
			await expect(exportToFile(zoho, contactsJob, at("x.csv"))).rejects.toThrow("The disk is full. Make room");
			if (free < 2) expect(requests()).toBe(0);
			expect((await names()).filter((name) => name !== "ballast" && !name.includes("x.csv."))).toEqual([]);
		}
	});

	asRoot("at any later moment, the jobs are kept and gone on with when there is room", async () => {
		for (const free of [3, 4, 5, 6, 8]) {
			const { zoho, at, read, names, empty, sandbox } = await disk(free);
			const outcome = await exportToFile(zoho, contactsJob, at("x.csv")).then(
				() => "done",
				(error: unknown) => error,
			);
			if (outcome !== "done") expect(outcome).toMatchObject({ problem: "write" });
			await empty();
			if (outcome !== "done") await exportToFile(zoho, contactsJob, at("x.csv"), { resume: true });
			isWhole(await read("x.csv"));
			expect(await names()).toEqual(["x.csv"]);
			expect(sandbox.jobs()).toHaveLength(3);
		}
	});

	test("where the checkpoint cannot be kept at all, the message names the job that was paid for", async () => {
		const { at, path, through, sandbox } = await place();
		const zoho = through((send) => async (request) => {
			const answer = await send(request);
			if (request.method === "POST") {
				await rm(path, { recursive: true });
				await writeFile(path, "no folder any more");
			}
			return answer;
		});
		const exported = exportToFile(zoho, contactsJob, at("x.csv"));
		await expect(exported).rejects.toMatchObject({ name: "FileExportError", problem: "write" });
		await expect(exported).rejects.toThrow(`Job ${sandbox.jobs()[0]?.id} was created and is paid for`);
	});
});

test("progress is told at each change, with what is known of the page and of the whole", async () => {
	const { zoho, at } = await place();
	const seen: FileExportProgress[] = [];
	await exportToFile(zoho, contactsJob, at("x.csv"), { onProgress: (progress) => seen.push(progress) });
	const steps = ["SUBMITTING", "ADDED", "COMPLETED", "READING", "WRITTEN"];
	expect(seen.map(({ page, state }) => `${page} ${state}`)).toEqual(
		[1, 2, 3].flatMap((page) => steps.map((step) => `${page} ${step}`)),
	);
	expect(seen[0]).toMatchObject({ jobId: undefined, rows: 0 });
	expect(seen[8]).toMatchObject({ rows: 100, pageRows: 0, pageCount: 100, expectedRows: 200, isLastPage: false });
	expect(seen.at(-1)).toMatchObject({ rows: 250, pageRows: 50, pageCount: 50, expectedRows: 250, isLastPage: true });
});

test.each([
	[{ format: "ics" as const }, "format: this job exports"],
	[{ lastPage: 0 }, "lastPage: 0"],
	[{ lastPage: Number.NaN }, "lastPage: NaN"],
	[{ prefetch: true, lastPage: 2 }, "prefetch: "],
	[{ csv: { delimiter: "ab" } }, "delimiter: "],
	[{ csv: { delimiter: "" } }, "delimiter: "],
	[{ format: "ndjson" as const, csv: { bom: true } }, "csv: only CSV"],
])("%j is refused before anything is sent", async (options, words) => {
	const { zoho, at, requests, names } = await place();
	await expect(exportToFile(zoho, contactsJob, at("x.csv"), options)).rejects.toThrow(words);
	expect(requests()).toBe(0);
	expect(await names()).toEqual([]);
});

test("a name that says no format is refused", async () => {
	const { zoho, at } = await place();
	await expect(exportToFile(zoho, contactsJob, at("x.txt"))).rejects.toThrow("does not end with .csv, .ndjson");
	expect(threePages.limits?.recordsPerPage).toBe(100);
});
