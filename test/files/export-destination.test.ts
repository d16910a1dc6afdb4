import { execFile, execFileSync } from "node:child_process";
import { chmod, lstat, mkdir, open, readlink, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { exportToFile, FileExportError } from "../../src/files/index.js";
import { asRoot, inSecondPage, isWhole, killed, place } from "./export-place.js";
import { contactsJob, type Folder } from "./place.js";

const run = promisify(execFile);

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
		["a path through a file", ({ at }) => writeFile(at("x"), ""), "x/y.csv", "goes through a file"],
		["a link to itself", ({ at }) => symlink("x.csv", at("x.csv")), "x.csv", "leads back to itself"],
		["a link to a folder", ({ at }) => symlink(".", at("x.csv")), "x.csv", "is a folder"],
		["a name that is too long", async () => {}, `${"x".repeat(250)}.csv`, "too long"],
		[
			"a socket",
			({ at }) => new Promise((done) => createServer().listen(at("x.csv"), () => done(0))),
			"x.csv",
			"socket",
		],
		["a lock that is none", ({ at }) => symlink("nowhere", at("x.csv.lock")), "x.csv", "this is not a lock"],
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
		await expect(exportToFile(zoho, contactsJob, at("disk.csv"))).rejects.toThrow("is a disk, not a file");
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
