import fc from "fast-check";
import { expect, test } from "vitest";
import { JobFailedError } from "../../../src/client/errors/job-failed-error.js";
import { beginExport, resubmitPage } from "../../../src/client/export/begin-export.js";
import type { Checkpoint } from "../../../src/client/export/checkpoint.js";
import { type FaultRule, scheduleFaults } from "../../../src/sandbox/index.js";
import { failureOf, rowsOf } from "../outcome.js";
import { job, spread, stillOrg } from "./still-org.js";

test("in steps over plain JSON, whenever a process dies, every row is kept once", async () => {
	const { client, ids, clock } = await stillOrg(spread);
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.nat(9), { maxLength: 12 }),
			fc.integer({ min: 1, max: 4 }),
			async (deaths, concurrency) => {
				const left = [...deaths];
				const mayDie = (): boolean => {
					const [points] = left;
					if (points === undefined) return false;
					left[0] = points - 1;
					return points === 0 && left.shift() !== undefined;
				};
				let kept = { checkpoint: JSON.stringify(beginExport(job, { windows: true })), rows: [] as string[] };
				for (let done = false; !done; ) {
					const checkpoint = JSON.parse(kept.checkpoint) as Checkpoint;
					const step = await client.advance(checkpoint, job, { concurrency });
					if (mayDie()) continue;
					let taken = 0;
					let died = false;
					for await (const row of step.page?.rows() ?? []) {
						taken += 1;
						kept = { checkpoint: JSON.stringify(step.page?.after(taken)), rows: [...kept.rows, row.Id] };
						died = mayDie();
						if (died) break;
					}
					if (died) continue;
					kept = { ...kept, checkpoint: JSON.stringify(step.checkpoint) };
					clock.pass(step.wait);
					clock.pass(step.wait);
					done = step.done;
				}
				expect(kept.rows.sort()).toEqual(ids);
			},
		),
		{ numRuns: 8 },
	);
});

test("from any checkpoint the rest is exported, and a checkpoint of pages is not taken for one of windows", async () => {
	const { client, ids } = await stillOrg(spread);
	const seen: { checkpoint: Checkpoint; given: string[] }[] = [];
	const given: string[] = [];
	const onCheckpoint = (checkpoint: Checkpoint): void => {
		seen.push({ checkpoint: JSON.parse(JSON.stringify(checkpoint)) as Checkpoint, given: [...given] });
	};
	for await (const { Id } of client.rows(job, { windows: true, onCheckpoint })) given.push(Id);
	expect(given.sort()).toEqual(ids);
	for (const { checkpoint, given: before } of seen.filter((_, at) => at % 7 === 0)) {
		const rest = (await rowsOf(client.rows(job, { from: checkpoint }))).map(({ Id }) => Id);
		expect([...before, ...rest].sort()).toEqual(ids);
	}
	const paged = beginExport(job);
	await expect(rowsOf(client.rows(job, { from: paged, windows: true }))).rejects.toThrow(
		"belongs to an export in pages",
	);
	const windowed = beginExport(job, { windows: true });
	await expect(rowsOf(client.rows(job, { from: windowed, windows: false }))).rejects.toThrow("by windows");
});

test("a window's job that failed is told with its id, and submitted again when the export goes on, once", async () => {
	const faults: FaultRule[] = [{ fault: "job-fails", on: "create", nth: 3 }];
	const { client, sandbox, ids } = await stillOrg(spread, { faults: scheduleFaults(faults, "windows") });
	const given: string[] = [];
	let kept: Checkpoint | undefined;
	const run = async (): Promise<void> => {
		const onCheckpoint = (checkpoint: Checkpoint): void => {
			kept = JSON.parse(JSON.stringify(checkpoint)) as Checkpoint;
		};
		for await (const { Id } of client.rows(job, { windows: true, from: kept, onCheckpoint })) given.push(Id);
	};
	const failure = await failureOf(run());
	expect(failure).toBeInstanceOf(JobFailedError);
	const submitted = sandbox.jobs().length;
	await run();
	expect(given.sort()).toEqual(ids);
	expect(sandbox.jobs().length).toBeGreaterThan(submitted);
	if (kept !== undefined) expect(resubmitPage(kept)).toEqual(kept);
});
