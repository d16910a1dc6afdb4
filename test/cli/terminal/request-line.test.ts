import { describe, expect, test } from "vitest";
import { writeRequestLine, writeWait } from "../../../src/cli/terminal/request-line.js";
import type { RequestEvent } from "../../../src/client/transport/request-event.js";

const event: RequestEvent = {
	...{ method: "GET", path: "/crm/bulk/v2/read/554023000000568002/result", attempt: 1, status: 200, code: undefined },
	...{ startedAt: 0, milliseconds: 12.4, bytes: 2_700_000, jobId: "554023000000568002", wait: undefined },
};
const refused: RequestEvent = {
	...event,
	attempt: 2,
	status: 429,
	code: "TOO_MANY_REQUESTS",
	bytes: 120,
	wait: 240_000,
};

describe("a request in one line", () => {
	test.each([
		[event, "GET /crm/bulk/v2/read/554023000000568002/result  200  12 ms  2.7 MB"],
		[
			refused,
			"GET /crm/bulk/v2/read/554023000000568002/result  429  TOO_MANY_REQUESTS  12 ms  120 B  attempt 2  again in 4 min 0 s",
		],
		[
			{ ...event, status: undefined, code: "ECONNRESET", bytes: undefined, wait: 500 },
			"GET /crm/bulk/v2/read/554023000000568002/result  no answer  ECONNRESET  12 ms  again in 1 s",
		],
	])("%#", (given, expected) => expect(writeRequestLine(given)).toBe(expected));
});

describe("a wait", () => {
	test("says what for, and until when", () => {
		const now = new Date(2026, 6, 1, 10, 0, 0).getTime();
		expect(writeWait(refused, now)).toBe(
			"Zoho asks for a pause (TOO_MANY_REQUESTS): result again at 10:04:00, in 4 min 0 s",
		);
		expect(writeWait({ ...refused, path: "/oauth/v2/token", status: 502, code: undefined }, now)).toBe(
			"Zoho gave an unexpected answer (502): token again at 10:04:00, in 4 min 0 s",
		);
	});

	test.each([
		["ECONNREFUSED", "Zoho cannot be reached (ECONNREFUSED)"],
		["ECONNRESET", "No answer from Zoho (ECONNRESET)"],
		["NO_JSON", "Zoho gave an unexpected answer (NO_JSON)"],
	])("tells no answer from one that is not Zoho's: %s", (code, words) => {
		expect(writeWait({ ...refused, status: undefined, code }, 0)?.split(":")[0]).toBe(words);
	});

	test.each([event, { ...refused, wait: 999 }])("that is none, or short, is not worth a word", (given) => {
		expect(writeWait(given, 0)).toBeUndefined();
	});

	test.each(["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ENETUNREACH"])(
		"without a network it is, however short: %s",
		(code) => {
			expect(writeWait({ ...refused, status: undefined, code, wait: 600 }, 0)).toContain(
				`Zoho cannot be reached (${code}): result again at `,
			);
		},
	);
});
