import { expect, test } from "vitest";
import { before, earlier } from "../../../src/sync/run/bookmark.js";

const [early, late] = ["2026-07-01T12:00:00+05:30", "2026-07-01T07:00:00+00:00"] as const;

test.each([
	["the first", early, late, early],
	["the second", late, early, early],
	["the first of the same moment", "2026-07-01T06:30:00Z", early, "2026-07-01T06:30:00Z"],
	["none, since the first is no moment", "", early, ""],
	["none, since the second is no moment", early, "soon", "soon"],
])("the earlier of two moments is %s", (_, one, other, expected) => {
	expect(earlier(one, other)).toBe(expected);
});

test.each([
	["2026-07-01T12:00:00+05:30", 300_000, "2026-07-01T11:55:00+05:30"],
	["2026-07-01T12:00:00+0530", 300_000, "2026-07-01T11:55:00+05:30"],
	["2026-03-01T00:00:10-08:00", 20_000, "2026-02-28T23:59:50-08:00"],
	["2026-07-01T12:00:00Z", 0, "2026-07-01T12:00:00+00:00"],
	["", 0, undefined],
	["soon", 300_000, undefined],
])("%s, %i milliseconds before", (moment, milliseconds, expected) => {
	expect(before(moment, milliseconds)).toBe(expected);
});
