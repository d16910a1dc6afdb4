import { describe, expect, test } from "vitest";
import { beginExport } from "../../../src/client/export/begin-export.js";
import type { WindowsCheckpoint, WindowTask } from "../../../src/client/export/checkpoint.js";
import { seal } from "../../../src/client/export/checkpoint-seal.js";
import type { AdvanceOptions } from "../../../src/client/export/page-tasks.js";
import { zipped } from "../../result/archives.js";
import { failureOf, rowsOf } from "../outcome.js";
import { at, job, later, narrow, owner, read, split, stepOf, submit, wait, windowed } from "./windows-in-memory.js";

describe("a window is handed out", () => {
	const rows = [
		{ Id: "1", Last_Name: "x", Created_Time: at(0) },
		{ Id: "2", Last_Name: "y", Created_Time: at(1) },
	];
	const archive = zipped(`Id,Last_Name,Created_Time\n1,x,${at(0)}\n2,y,${at(1)}\n`);

	test.each<[string, WindowTask, rest: readonly WindowTask[], window: object]>([
		["the last", read, [], narrow],
		["another", read, [wait("1", 200, later)], narrow],
		["a part", { ...read, part: 2 }, [{ ...submit, part: 3 }], { ...narrow, part: 2 }],
	])("%s", async (_name, task, rest, window) => {
		const { step, asked } = await stepOf([...rest, task], { files: [[archive]], options: { concurrency: 1 } });
		const { page, ...others } = step;
		const isLast = rest.length === 0;
		const base = { version: 2, job: beginExport(job).job, owner, rows: 5 } as const;
		expect(others).toStrictEqual({
			checkpoint: isLast
				? seal({ ...base, page: 3, step: "done" } as never)
				: seal<WindowsCheckpoint>({ ...base, page: 4, step: "windows", open: rest }),
			wait: 0,
			done: isLast,
		});
		expect(page).toStrictEqual({
			...{ number: 3, jobId: "9", count: 2, taken: 0, isLast, window },
			...{ rows: expect.any(Function), download: expect.any(Function), after: expect.any(Function) },
		});
		expect(asked).toEqual([]);
		if (page === undefined) throw new Error("no page");
		expect(await rowsOf(page.rows())).toEqual(rows);
		const proof = { bytes: archive.byteLength, crc: expect.any(Number) as number };
		const kept = page.after(1);
		expect(kept).toEqual({ ...windowed(job, ...rest, { ...task, taken: 1, proof } as WindowTask), seal: kept.seal });
		expect(kept).toEqual(seal({ ...kept, seal: "" } as never));
	});
});

describe("what Zoho can work on by itself comes first", () => {
	const begun = { ...read, jobId: "8", taken: 1, proof: "verified" } as const;
	const look = (jobId: string): string => `look ${jobId}`;
	test.each<[string, WindowTask[], AdvanceOptions, did: string]>([
		["but for a window that is being read", [wait("1", 0), submit, read, begun], { concurrency: 9 }, "read 8"],
		["jobs are submitted", [wait("1", 0), split, read, submit], { concurrency: 4 }, "submit"],
		["three windows are under way by default", [wait("1", 0), wait("2", 0), submit], {}, "submit"],
		["and not more", [wait("1", 0), wait("2", 0), wait("3", 0), submit], {}, look("1")],
		["or as many as are said", [submit, wait("1", 0)], { concurrency: 1 }, look("1")],
		["windows are read", [wait("1", 0), split, read], {}, "read 9"],
		["then split", [wait("1", 0), split], {}, "split 9"],
		["then looked at, the one that is due first", [wait("1", 3), wait("2", 1), wait("3", 2)], {}, look("2")],
		["the first of those that are due together", [wait("1", 3), wait("2", 1), wait("3", 1)], {}, look("2")],
	])("%s", async (_name, open, options, did) => {
		const files = [[zipped(`Id,Last_Name,Created_Time\n1,x,${at(0)}\n2,y,${at(1)}\n`)]];
		const { step, asked } = await stepOf(open, { options, files, looks: [{}] });
		const [{ call, of } = { call: "read", of: step.page?.jobId }] = asked;
		const names = { create: "submit", details: `look ${of}`, download: `split ${of}`, read: `read ${of}` };
		expect(names[call as keyof typeof names]).toBe(did);
	});

	test.each<[string, WindowTask[], wait: number]>([
		["until the next look", [submit, wait("1", 900)], 400],
		["at least nothing", [submit, wait("1", 300)], 0],
		["nothing if there is more to do", [submit, submit, wait("1", 900)], 0],
	])("the wait is %s", async (_name, open, waited) => {
		expect((await stepOf(open)).step.wait).toBe(waited);
	});

	test.each([0, 0.5, -1, Number.NaN])("%d at once is no number", async (concurrency) => {
		expect(await failureOf(stepOf([submit], { options: { concurrency } }))).toMatchObject({
			option: "concurrency",
			message: expect.stringContaining(`${concurrency} is not a number from 1.`),
		});
	});
});
