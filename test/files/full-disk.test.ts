import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { afterAll, describe, expect, test } from "vitest";
import { exportToFile } from "../../src/files/index.js";
import { asRoot, isWhole, type Place, place } from "./export-place.js";
import { contactsJob } from "./place.js";

describe("a disk that is full", () => {
	const mounts: string[] = [];
	afterAll(() => {
		for (const mount of mounts) execFileSync("umount", [mount]);
	});

	const blocks = 64;

	/** A disk of some blocks, with this many of them free. */
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
