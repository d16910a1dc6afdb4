// The real databases try most schedules. These few show that the database in memory, which faster tests use, behaves alike.

import fc from "fast-check";
import { expect, test } from "vitest";
import { proveEqual, returning, schedules, seeded } from "../equal-by-proof.js";
import { objectDatabase } from "../object-database.js";

const count = Number(process.env.SYNC_SCHEDULES ?? 20);

test(`${count} schedules of changes, faults and deaths: the table is the org (objects)`, {
	timeout: 800_000,
}, async () => {
	let tables = 0;
	await fc.assert(
		fc.asyncProperty(schedules, async (schedule) => {
			await proveEqual(schedule, objectDatabase(), "Things");
			tables++;
		}),
		{ ...seeded, numRuns: count },
	);
	expect(tables).toBeGreaterThan(0);
});

test.each(returning)(
	"a record that is back in its filter at request %i has no row from before the run (objects)",
	(_, schedule) => proveEqual(schedule, objectDatabase(), "Things"),
);
