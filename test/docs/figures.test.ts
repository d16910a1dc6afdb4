import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type RecordedFigures, writeFigures } from "../../docs/figure-table.js";

const read = (path: string): string => readFileSync(new URL(`../../docs/${path}`, import.meta.url), "utf8");
const recorded: Readonly<Record<string, RecordedFigures>> = JSON.parse(read("figures.json"));
const page = read("guides/performance.md");
// Another test checks that the tables show what was recorded: see filled-guides.test.ts.

test("the page has every table that was recorded, and no other", () => {
	const shown = [...page.matchAll(/^<!-- table (\w+) -->$/gm)].map(([, name]) => name);
	expect(shown.toSorted()).toEqual(Object.keys(recorded).toSorted());
});

test.each(Object.entries(recorded))("what was recorded of %s is a full table of sound numbers", (_, figures) => {
	expect(figures.machine).toMatch(/^\d+ cores(?:, busy with other programs)?, Node \d+\.\d+\.\d+$/);
	expect(figures.taken).toMatch(/^20\d\d-\d\d-\d\d$/);
	expect(figures.rows.length).toBeGreaterThan(1);
	for (const row of figures.rows) {
		expect(Object.keys(row)).toEqual(Object.keys(figures.rows[0] ?? {}));
		const values = Object.values(row);
		for (const value of values) expect(value === null || value === "" || value === 0).toBe(false);
		expect(values.some((value) => typeof value === "number")).toBe(true);
	}
});

test("figures are written with three digits at the most, and with the day and the machine", () => {
	const rows = [
		{ filter: "25 texts", ours: 1.404, "Kysely 1": 14.82 },
		{ filter: "5 texts", ours: 1, "Kysely 1": 1234 },
	];
	expect(writeFigures({ taken: "2026-01-02", machine: "2 cores, Node 20.20.2", rows })).toBe(
		[
			"| filter | ours | Kysely 1 |",
			"| --- | ---: | ---: |",
			"| 25 texts | 1.4 | 14.8 |",
			"| 5 texts | 1 | 1,230 |",
			"",
			"Taken on 2 January 2026: 2 cores, Node 20.20.2.",
		].join("\n"),
	);
});
