// Most schedules are tried on the real databases. These few show that copies in objects are as good as theirs.

import { test } from "vitest";
import { proveEqual, proveSchedules, returning } from "../equal-by-proof.js";
import { objectDatabase } from "../object-database.js";

const count = Number(process.env.SYNC_SCHEDULES ?? 20);

test(`${count} schedules of changes, faults and deaths: the table is the org (objects)`, { timeout: 800_000 }, () =>
	proveSchedules(count, async () => objectDatabase()),
);

test.each(returning)(
	"a record that is back in its filter at request %i has no row from before the run (objects)",
	(_, schedule) => proveEqual(schedule, objectDatabase(), "Things"),
);
