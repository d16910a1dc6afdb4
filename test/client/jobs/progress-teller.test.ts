import { describe, expect, test } from "vitest";
import { refreshToken } from "../../../src/client/auth/refresh-token.js";
import { createClient } from "../../../src/client/client.js";
import { type Progress, ProgressTeller } from "../../../src/client/jobs/progress-teller.js";
import { contactPages, contactsJob } from "../contact-pages.js";
import { rowsOf } from "../outcome.js";
import { hangUp, inTurn, json, refusal, scriptServer } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";
import { zohoServer } from "../zoho-server.js";

test("an export says what it waits for and until when, also before its first job", async () => {
	const grant = json(200, { access_token: "1000.a", expires_in: 3600 });
	const token = inTurn(json(400, { error: "Access Denied", status: "failure" }), hangUp, grant);
	const accounts = await scriptServer(token);
	const look = inTurn(refusal(429, "TOO_MANY_REQUESTS", "no", { "retry-after": "7" }), hangUp);
	let looks = 0;
	const server = await zohoServer({
		pages: contactPages(3, 2).pages,
		states: ["COMPLETED"],
		instead: ({ path }) => {
			if (!/\/\d+$/.test(path)) return undefined;
			looks += 1;
			return looks <= 2 ? look : undefined;
		},
	});
	const clock = virtualClock();
	const start = clock.now();
	const zoho = createClient({
		baseUrl: server.url,
		accountsUrl: accounts.url,
		auth: refreshToken({ clientId: "c", clientSecret: "s", refreshToken: "r" }),
		clock,
		random: () => 0,
		downloadsPerMinute: 1,
	});
	const told: string[] = [];
	const waits: string[] = [];
	const onProgress = ({ jobId, state, page, rows, total, waiting }: Progress): void => {
		const until = waiting === undefined ? "" : ` ${waiting.for} until ${(waiting.until - start) / 1_000}`;
		told.push(`${jobId ?? "-"} ${state ?? "-"} ${page} ${rows}/${total}${until}`);
	};
	await rowsOf(zoho.rows(contactsJob, { onProgress, onWait: ({ for: reason }) => waits.push(reason) }));
	expect(told).toEqual([
		"- - 1 0/0 token limit until 60",
		"- - 1 0/0 fault until 62",
		"1001 ADDED 1 0/0",
		"1001 ADDED 1 0/0 Retry-After until 70",
		"1001 ADDED 1 0/0 fault until 72",
		"1001 COMPLETED 1 0/3",
		"1001 COMPLETED 1 3/3",
		"1002 ADDED 2 3/3",
		"1002 COMPLETED 2 3/5",
		"1002 COMPLETED 2 3/5 download limit until 132",
		"1002 COMPLETED 2 5/5",
	]);
	expect(waits).toEqual(["token limit", "fault", "Retry-After", "fault", "download limit"]);
});

test("rows alone are told twice a second at most, a look that finds nothing new not at all", () => {
	const clock = virtualClock();
	const told: (readonly [number, number])[] = [];
	const teller = new ProgressTeller(clock, ({ rows }) => void told.push([clock.now(), rows]), undefined);
	for (let look = 0; look < 20; look += 1) {
		teller.tell({ jobId: "1", state: "QUEUED", page: 1 });
		clock.pass(1_000);
	}
	expect(told.length).toBe(1);
	for (let rows = 1; rows <= 1_000; rows += 1) {
		teller.tell({ jobId: "1", state: "COMPLETED", page: 1, rows, total: 1_000 }, rows === 1_000);
		clock.pass(7);
	}
	const times = told.slice(1).map(([time]) => time);
	for (const [at, time] of times.slice(1, -1).entries()) expect(time - (times[at] ?? 0)).toBeGreaterThanOrEqual(500);
	expect(told.length).toBeLessThanOrEqual(2 + 7_000 / 500 + 1);
	expect(told.at(-1)?.[1]).toBe(1_000);
});

test("states of jobs that are worked on side by side are told once each", () => {
	const told: string[] = [];
	const teller = new ProgressTeller(
		virtualClock(),
		({ jobId, state }) => void told.push(`${jobId} ${state}`),
		undefined,
	);
	for (let look = 0; look < 5; look += 1)
		for (const jobId of ["1", "2"]) teller.tell({ jobId, state: "QUEUED", page: 1 });
	teller.tell({ jobId: "2", state: "IN PROGRESS", page: 1 });
	expect(told).toEqual(["1 QUEUED", "2 QUEUED", "2 IN PROGRESS"]);
});

describe("a report is made of", () => {
	/** The reports for these changes. Each change comes this many milliseconds after the previous one. */
	const toldOf = (...changes: readonly (readonly [milliseconds: number, change: Partial<Progress>])[]): unknown[] => {
		const clock = virtualClock();
		const told: Progress[] = [];
		const teller = new ProgressTeller(clock, (progress) => void told.push(progress), undefined);
		for (const [milliseconds, change] of changes) {
			clock.pass(milliseconds);
			if (change.waiting === undefined) teller.tell(change);
			else teller.onWait(change.waiting);
		}
		return told;
	};
	const first = { jobId: "1", state: "QUEUED", page: 1, rows: 0, total: 0, bytes: 0, waiting: undefined } as const;
	const wait = { for: "fault", until: 9 } as const;
	const later = { for: "fault", until: 10 } as const;
	const limit = { for: "token limit", until: 9 } as const;

	test.each<[string, Partial<Progress>, isTold: boolean]>([
		["another state", { state: "IN PROGRESS" }, true],
		["another job in the same state", { jobId: "2" }, true],
		["another page", { page: 2 }, true],
		["another total", { total: 5 }, true],
		["a wait", { waiting: wait }, true],
		["nothing new", {}, false],
		["bytes alone", { bytes: 7 }, false],
		["rows alone", { rows: 7 }, false],
	])("%s at once: %j", (_name, change, isTold) => {
		expect(toldOf([0, first], [499, change])).toEqual([first, ...(isTold ? [{ ...first, ...change }] : [])]);
	});

	test("more rows half a second later, with the bytes that have come meanwhile", () => {
		const more = { rows: 7, bytes: 9 };
		expect(toldOf([0, first], [499, { bytes: 9 }], [1, { rows: 7 }])).toEqual([first, { ...first, ...more }]);
		expect(toldOf([0, first], [500, { bytes: 9 }])).toEqual([first]);
		expect(toldOf([0, first], [400, { rows: 5 }], [400, { rows: 7 }], [400, { rows: 8 }])).toEqual([
			first,
			{ ...first, rows: 7 },
		]);
	});

	test("each wait once, also before the first job, and that it is over", () => {
		const none = { ...first, jobId: undefined, state: undefined };
		const waits = [wait, wait, later, limit].map((waiting) => [0, { waiting }] as const);
		expect(toldOf(...waits, [0, {}], [0, first])).toEqual([
			{ ...none, waiting: wait },
			{ ...none, waiting: later },
			{ ...none, waiting: { ...limit } },
			none,
			first,
		]);
		expect(toldOf([0, { waiting: wait }], [0, { waiting: { ...limit } }])).toHaveLength(2);
	});

	test("nothing where nobody wants to know, but for the waits", () => {
		const clock = virtualClock();
		const waits: unknown[] = [];
		const teller = new ProgressTeller(clock, undefined, (waiting) => void waits.push(waiting));
		teller.tell(first);
		teller.onWait(wait);
		expect(waits).toEqual([wait]);
	});
});
