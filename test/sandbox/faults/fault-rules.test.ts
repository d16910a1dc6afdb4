import { describe, expect, test } from "vitest";
import { faultNames, faultTable, parseFaultRule, parseFaults, scheduleFaults } from "../../../src/sandbox/index.js";

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
	])("reads %s", (text, rule) => {
		expect(parseFaultRule(text)).toEqual(rule);
	});

	test.each(["", "truncate@nowhere", "truncate, flip", "gremlins@result", "500%", "@result"])("refuses %j", (text) => {
		expect(() => parseFaultRule(text)).toThrow(RangeError);
	});
});

describe("scheduleFaults", () => {
	const details = new Request("http://x.example/crm/bulk/v2/read/1");
	const token = new Request("http://x.example/oauth/v2/token", { method: "POST" });

	test("befalls what a rule names; without a name, everything but requests for tokens", () => {
		const schedule = scheduleFaults([
			{ fault: "500" },
			{ fault: "html", on: "token" },
			{ fault: "flip", on: "result" },
		]);
		expect(schedule(details, 0)).toEqual([{ fault: "500" }]);
		expect(schedule(token, 1)).toEqual([{ fault: "html", on: "token" }]);
	});

	test("befalls a part of them, the same part for the same seed", () => {
		const met = (seed: number): boolean[] => {
			const schedule = scheduleFaults([{ fault: "500", rate: 0.25 }], seed);
			return Array.from({ length: 1_000 }, (_, call) => [schedule(details, call)].flat().length > 0);
		};
		const share = met(1).filter(Boolean).length / 1_000;
		expect(share).toBeGreaterThan(0.2);
		expect(share).toBeLessThan(0.3);
		expect(met(1)).toEqual(met(1));
		expect(met(2)).not.toEqual(met(1));
	});
});
