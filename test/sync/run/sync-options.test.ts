import { expect, test } from "vitest";
import { InvalidOptionError } from "zoho-bulk-read";
import { readSyncOptions, type SyncOptions } from "../../../src/sync/run/sync-options.js";

const defaults = {
	...{ full: false, rebuild: false, fullEvery: undefined, overlap: 300_000, deletions: true },
	...{ invalidCells: "error", listDelimiter: ",", takeOver: false, now: 17 },
};

test.each<[SyncOptions, object]>([
	[{}, {}],
	[{ full: true }, { full: true }],
	[{ rebuild: true }, { rebuild: true }],
	[{ fullEvery: { days: 0.5 } }, { fullEvery: { days: 0.5 } }],
	[{ overlap: 0 }, { overlap: 0 }],
	[{ deletions: "compare" }, {}],
	[{ deletions: "ignore" }, { deletions: false }],
	[{ invalidCells: "null" }, { invalidCells: "null" }],
	[{ multiSelectDelimiter: "; " }, { listDelimiter: "; " }],
	[{ takeOver: true }, { takeOver: true }],
])("%j", (given, changed) => {
	expect(readSyncOptions(given, 17)).toEqual({ ...defaults, ...changed });
});

test.each<[string, given: object, message: string]>([
	["overlap", { overlap: -1 }, "overlap: -1 is not a number of milliseconds from 0."],
	["overlap", { overlap: Number.NaN }, "overlap: NaN is not a number of milliseconds from 0."],
	["overlap", { overlap: "5" }, "overlap: 5 is not a number of milliseconds from 0."],
	["fullEvery", { fullEvery: { days: 0 } }, "fullEvery: 0 is not a number of days above 0."],
	["fullEvery", { fullEvery: {} }, "fullEvery: undefined is not a number of days above 0."],
	["deletions", { deletions: "all" }, 'deletions: "all" is not "compare" or "ignore".'],
	["invalidCells", { invalidCells: "skip" }, 'invalidCells: "skip" is not "error" or "null".'],
	["multiSelectDelimiter", { multiSelectDelimiter: "" }, "multiSelectDelimiter: is an empty text."],
])("refuses %s: %j", (option, given, message) => {
	const read = (): unknown => readSyncOptions(given, 17);
	expect(read).toThrow(InvalidOptionError);
	expect(read).toThrow(expect.objectContaining({ option, message }));
});
