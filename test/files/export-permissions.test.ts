import { execFileSync } from "node:child_process";
import { chmod, stat, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { exportToFile } from "../../src/files/index.js";
import { asRoot, place } from "./export-place.js";
import { contactsJob } from "./place.js";

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
