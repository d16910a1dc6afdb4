import {
	boolean,
	currency,
	date,
	dateTime,
	defineModule,
	integer,
	lookup,
	owner,
	picklist,
	text,
} from "../../src/criteria/build/define-module.js";
import { evaluate } from "../../src/criteria/evaluate/evaluate.js";
import type { EvaluateOptions } from "../../src/criteria/evaluate/evaluate-options.js";
import { and, or } from "../../src/criteria/node/and-or.js";
import type { Criteria } from "../../src/criteria/node/criteria.js";
import type { Contender } from "./interleaved.js";

const Users = defineModule("Users", { last_name: text });
const Accounts = defineModule("Accounts", { Industry: picklist() });
const Deals = defineModule("Deals", {
	Deal_Name: text,
	Stage: picklist(),
	Lead_Source: picklist(),
	Amount: currency,
	Probability: integer,
	Closing_Date: date,
	Modified_Time: dateTime,
	Won: boolean,
	Owner: owner(() => Users),
	Account_Name: lookup(() => Accounts),
});
const { where } = Deals;

/** A row as an export gives it. */
interface Deal {
	readonly Deal_Name: string;
	readonly Stage: string | null;
	readonly Lead_Source: string;
	readonly Amount: number | null;
	readonly Probability: number;
	readonly Closing_Date: string;
	readonly Modified_Time: string;
	readonly Won: boolean;
	readonly Owner: string;
	readonly "Owner.last_name": string;
}

const stages = ["Qualification", "Needs Analysis", "Proposal", "Negotiation", "Closed Won"];
const sources = ["Web Download", "Partner", "Advertisement", "Trade Show", "Cold Call"];
const names = ["Boyle", "Smith", "Jones", "Patel", "Garcia", "Kim", "Okafor"];

/** Made by way of JSON, as rows come that were received and not computed. */
function deals(count: number): readonly Deal[] {
	const padded = (number: number): string => String(number).padStart(2, "0");
	const rows = Array.from(
		{ length: count },
		(_, index): Deal => ({
			Deal_Name: `Deal ${(index * 7_919) % 10_007}`,
			Stage: index % 11 === 0 ? null : (stages[index % 5] ?? null),
			Lead_Source: sources[(index * 3) % 5] ?? "",
			Amount: index % 13 === 0 ? null : (index * 7_919) % 10_000,
			Probability: index % 101,
			Closing_Date: `2026-${padded(1 + (index % 12))}-${padded(1 + (index % 28))}`,
			Modified_Time: `2026-${padded(1 + (index % 12))}-${padded(1 + (index % 28))}T${padded(index % 24)}:30:00+05:30`,
			Won: index % 3 === 0,
			Owner: `5540230000006950${padded(index % 20)}`,
			"Owner.last_name": names[index % 7] ?? "",
		}),
	);
	return JSON.parse(JSON.stringify(rows)) as Deal[];
}

interface Case {
	readonly name: string;
	readonly criteria: Criteria<"Deals">;
	readonly options: EvaluateOptions;
	readonly byHand: (deal: Deal) => boolean;
}

const [from, to] = ["2026-03-01T00:00:00+05:30", "2026-06-30T23:59:59+05:30"] as const;
const [fromMoment, toMoment] = [Date.parse(from), Date.parse(to)];

/** What a person would write for the same filter, with the same assumptions. */
const cases: readonly Case[] = [
	{
		name: "5 conditions, case matters",
		criteria: and(
			where("Amount").greaterEqual(2_000),
			where("Won").equal(false),
			where("Owner.last_name").notEqual("Boyle"),
			or(where("Lead_Source").in(["Partner", "Trade Show"]), where("Deal_Name").contains("77")),
		),
		options: { caseSensitive: true },
		byHand: (deal) =>
			deal.Amount !== null &&
			deal.Amount >= 2_000 &&
			deal.Won === false &&
			deal["Owner.last_name"] !== "Boyle" &&
			(deal.Lead_Source === "Partner" || deal.Lead_Source === "Trade Show" || deal.Deal_Name.includes("77")),
	},
	{
		name: "5 conditions, by default",
		criteria: and(
			where("Amount").greaterEqual(2_000),
			where("Won").equal(false),
			where("Owner.last_name").notEqual("Boyle"),
			or(where("Lead_Source").in(["Partner", "Trade Show"]), where("Deal_Name").contains("77")),
		),
		options: {},
		byHand: (deal) =>
			deal.Amount !== null &&
			deal.Amount >= 2_000 &&
			deal.Won === false &&
			deal["Owner.last_name"].toLowerCase() !== "boyle" &&
			(["partner", "trade show"].includes(deal.Lead_Source.toLowerCase()) ||
				deal.Deal_Name.toLowerCase().includes("77")),
	},
	{
		name: "5 conditions, any of them",
		criteria: or(
			where("Amount").lessThan(100),
			where("Probability").greaterThan(95),
			where("Deal_Name").startsWith("Deal 99"),
			where("Stage").equal("Negotiation"),
			where("Stage").isEmpty(),
		),
		options: { caseSensitive: true },
		byHand: (deal) =>
			(deal.Amount !== null && deal.Amount < 100) ||
			deal.Probability > 95 ||
			deal.Deal_Name.startsWith("Deal 99") ||
			deal.Stage === "Negotiation" ||
			deal.Stage === null,
	},
	{
		name: "ids and days",
		criteria: where("Owner")
			.in(["554023000000695002", "554023000000695003"])
			.and(where("Closing_Date").between("2026-03-01", "2026-06-30")),
		options: {},
		byHand: (deal) =>
			(deal.Owner === "554023000000695002" || deal.Owner === "554023000000695003") &&
			deal.Closing_Date >= "2026-03-01" &&
			deal.Closing_Date <= "2026-06-30",
	},
	{
		name: "moments",
		criteria: where("Modified_Time").between(from, to),
		options: {},
		byHand: (deal) => {
			const moment = Date.parse(deal.Modified_Time);
			return moment >= fromMoment && moment <= toMoment;
		},
	},
];

/** For each filter over the same records: what one would write by hand, and the compiled criteria. */
export function evaluating(
	records: number,
): readonly { readonly name: string; readonly contenders: readonly Contender[] }[] {
	const rows = deals(records);
	const counting = (name: string, matches: (deal: Deal) => boolean): Contender => ({
		name,
		run(times) {
			let count = 0;
			for (let index = 0; index < times; index++) {
				const row = rows[index];
				if (row !== undefined && matches(row)) count++;
			}
			return count;
		},
	});
	return cases.map(({ name, criteria, options, byHand }) => {
		const contenders = [counting("by hand", byHand), counting("ours", evaluate(criteria, options))];
		const [expected, actual] = contenders.map(({ run }) => run(records));
		if (expected !== actual) throw new Error(`${name}: by hand ${expected}, ours ${actual}.`);
		return { name, contenders };
	});
}
