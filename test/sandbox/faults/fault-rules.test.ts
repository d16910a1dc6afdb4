import { describe, expect, test } from "vitest";
import { countRequests } from "../../../src/sandbox/faults/fault-schedule.js";
import {
	createSandbox,
	type FaultRule,
	type FaultSchedule,
	faultNames,
	faultTable,
	parseFaultRule,
	parseFaults,
	type RouteName,
	scheduleFaults,
} from "../../../src/sandbox/index.js";
import { longEnough, send, startSandbox } from "../raw-http.js";

describe("parseFaults", () => {
	test("reads names and numbers", () => {
		expect(parseFaults("")).toEqual([]);
		expect(parseFaults("latency=200, truncate,,429")).toEqual([
			{ fault: "latency", amount: 200 },
			{ fault: "truncate" },
			{ fault: "429" },
		]);
	});

	test("reads every fault that there is, with a number where it takes one", () => {
		for (const name of faultNames) {
			expect(parseFaults(name)).toEqual([{ fault: name }]);
			const numbered = () => parseFaults(`${name}=3`);
			if (faultTable[name].unit === undefined) expect(numbered).toThrow(`the fault ${name} takes no number`);
			else expect(numbered()).toEqual([{ fault: name, amount: 3 }]);
		}
	});

	test.each(["gremlins", "latency=fast", "latency=-1", "latency=1=2", "constructor"])("refuses %s", (text) => {
		expect(() => parseFaults(text)).toThrow(RangeError);
	});
});

describe("parseFaultRule", () => {
	test.each([
		["truncate", { fault: "truncate" }],
		["truncate=100@result%20", { fault: "truncate", amount: 100, on: "result", rate: 0.2 }],
		["500@details", { fault: "500", on: "details" }],
		["429=30%0.5", { fault: "429", amount: 30, rate: 0.005 }],
		["reset@custom-views", { fault: "reset", on: "custom-views" }],
		["429@details#3", { fault: "429", on: "details", nth: 3 }],
		["429=7@details#3x2", { fault: "429", amount: 7, on: "details", nth: 3, times: 2 }],
		["500@create/2x4", { fault: "500", on: "create", page: 2, times: 4 }],
		["drip=100x3", { fault: "drip", amount: 100, times: 3 }],
		["cut@result/2#1x2%50", { fault: "cut", on: "result", page: 2, nth: 1, times: 2, rate: 0.5 }],
	])("reads %s", (text, rule) => {
		expect(parseFaultRule(text)).toEqual(rule);
	});

	test.each([
		"",
		"truncate@nowhere",
		"truncate, flip",
		"gremlins@result",
		"500%",
		"@result",
		"500#0",
		"500x0",
		"500/0",
		"500#x",
		"500%101",
	])("refuses %j", (text) => {
		expect(() => parseFaultRule(text)).toThrow(RangeError);
	});
});

/** Sends requests to a schedule in the order in which the sandbox counts them. A number means a job for that page. */
const ask = async (schedule: FaultSchedule, ...requests: readonly (RouteName | number)[]): Promise<string[][]> => {
	const count = countRequests();
	const met: string[][] = [];
	for (const request of requests) {
		const [route, page] = typeof request === "number" ? (["create", request] as const) : [request, undefined];
		const call = count(route, async () => page);
		met.push([(await schedule(new Request("http://x.example/"), call)) ?? []].flat().map(({ fault }) => fault));
	}
	return met;
};

describe("scheduleFaults", () => {
	test("befalls what a rule names; without a name, everything but requests for tokens", async () => {
		const schedule = scheduleFaults([
			{ fault: "500" },
			{ fault: "html", on: "token" },
			{ fault: "flip", on: "result" },
		]);
		expect(await ask(schedule, "details", "token")).toEqual([["500"], ["html"]]);
	});

	const cases: readonly (readonly [string, FaultRule, readonly (RouteName | number)[], readonly number[]])[] = [
		["the nth of its kind", { fault: "429", on: "details", nth: 2 }, ["details", "result", "details", "details"], [2]],
		["from the nth, so often", { fault: "429", nth: 2, times: 2 }, ["create", "details", "details", "details"], [1, 2]],
		["the first ones", { fault: "429", on: "result", times: 2 }, ["result", "details", "result", "result"], [0, 2]],
		["what is about a page", { fault: "429", page: 2 }, [1, 2, "token", 2, 3, "modules"], [1, 3]],
		["the nth that is about a page", { fault: "429", on: "create", page: 2, nth: 2 }, [2, 1, 2, 2], [2]],
	];

	test.each(cases)("befalls %s", async (_, rule, requests, expected) => {
		const met = await ask(scheduleFaults([rule]), ...requests);
		expect(met.flatMap((faults, index) => (faults.length > 0 ? [index] : []))).toEqual(expected);
	});

	test.each([
		[{ fault: "429", nth: 0 }, /nth of the fault rule 429 must be a whole number from 1, not 0/],
		[{ fault: "429", times: 1.5 }, /times of the fault rule 429/],
		[{ fault: "429", page: Number.NaN }, /page of the fault rule 429/],
		[{ fault: "429", rate: 20 }, /rate of the fault rule 429 must be a number from 0 to 1, not 20/],
	] as const)("refuses %j", (rule, message) => {
		expect(() => scheduleFaults([rule])).toThrow(message);
		expect(() => createSandbox({ faults: [rule] })).toThrow(RangeError);
	});

	test("befalls a part of them, the same part for the same seed", async () => {
		const met = async (seed: number): Promise<boolean[]> => {
			const schedule = scheduleFaults([{ fault: "500", rate: 0.25 }], seed);
			const faults = await ask(schedule, ...Array.from({ length: 1_000 }, (): RouteName => "details"));
			return faults.map(({ length }) => length > 0);
		};
		const first = await met(1);
		const share = first.filter(Boolean).length / 1_000;
		expect(share).toBeGreaterThan(0.2);
		expect(share).toBeLessThan(0.3);
		expect(await met(1)).toEqual(first);
		expect(await met(2)).not.toEqual(first);
	});
});

describe("a schedule that is a function", () => {
	test("is told the kind of each request, the count of its kind and its page", async () => {
		const told: unknown[] = [];
		const { create, get, post, url } = await startSandbox({
			faults: async (_, { index, route, nth, page }) => {
				told.push([index, route, nth, await page()]);
				return route === "details" && nth === 2 ? { fault: "429" } : undefined;
			},
		});
		const id = await create({ query: { module: "Leads", page: 3 } });
		const statuses = [
			(await get(`/crm/bulk/v2/read/${id}`)).status,
			(await send(`${url}/oauth/v2/token`, { method: "POST" })).status,
			(await get(`/crm/bulk/v2/read/${id}`)).status,
			(await get(`/crm/bulk/v2/read/${id}`)).status,
			(await post("/crm/bulk/v2/read", "no JSON")).status,
			(await get("/nowhere")).status,
		];
		expect(statuses).toEqual([200, 200, 429, 200, 400, 404]);
		expect(told).toEqual([
			[0, "create", 1, 3],
			[1, "details", 1, 3],
			[2, "token", 1, undefined],
			[3, "details", 2, 3],
			[4, "details", 3, 3],
			[5, "create", 2, undefined],
			[6, undefined, 1, undefined],
		]);
	});

	test("knows the page of a page token", async () => {
		const { create, get, clock } = await startSandbox({
			limits: { recordsPerPage: 2 },
			faults: [{ fault: "job-fails", on: "create", page: 2 }],
		});
		const first = await create({ query: { module: { api_name: "Leads" } } }, "v8");
		await clock.advance(longEnough);
		const { state, result } = (await get(`/crm/bulk/v8/read/${first}`)).json().data[0];
		const second = await create({ query: { page_token: result?.next_page_token } }, "v8");
		await clock.advance(longEnough);
		expect([state, (await get(`/crm/bulk/v8/read/${second}`)).json().data[0].state]).toEqual(["COMPLETED", "FAILURE"]);
	});
});
