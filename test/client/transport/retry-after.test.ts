import { expect, test } from "vitest";
import { readRetryAfter } from "../../../src/client/transport/retry-after.js";

const now = Date.parse("2026-03-01T10:00:00Z");

test.each([
	["7", 7_000],
	["0", 0],
	[" 120 ", 120_000],
	["Sun, 01 Mar 2026 10:00:30 GMT", 30_000],
	["Sun, 01 Mar 2026 09:00:00 GMT", 0],
	["1.5", 1_500],
	["soon", undefined],
	["-5", undefined],
	["", undefined],
])("Retry-After: %s", (header, milliseconds) => {
	expect(readRetryAfter(new Headers({ "retry-after": header }), now)).toBe(milliseconds);
});

test("without the header there is nothing to read", () => {
	expect(readRetryAfter(new Headers(), now)).toBeUndefined();
});
