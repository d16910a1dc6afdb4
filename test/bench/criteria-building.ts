import {
	boolean,
	currency,
	dateTime,
	defineModule,
	integer,
	lookup,
	owner,
	phone,
	picklist,
	text,
} from "../../src/criteria/build/define-module.js";
import { and, or } from "../../src/criteria/node/and-or.js";
import type { Criteria } from "../../src/criteria/node/criteria.js";
import type { WireCriteria } from "../../src/criteria/node/criteria-json.js";
import { fiveByKysely, twentyFiveByKysely, twentyFiveTextsByKysely } from "./criteria-by-kysely.js";
import { type Given, given } from "./filter-values.js";
import type { Contender } from "./interleaved.js";

const Users = defineModule("Users", { last_name: text });
const Accounts = defineModule("Accounts", { Phone: phone });
const Contacts = defineModule("Contacts", {
	Last_Name: text,
	City: text,
	Department: text,
	Lead_Source: picklist(),
	Stage: picklist(),
	Created_Time: dateTime,
	Email_Opt_Out: boolean,
	Amount: currency,
	Score: integer,
	Owner: owner(() => Users),
	Account_Name: lookup(() => Accounts),
});
const { where } = Contacts;

const five = (now: Given): Criteria<"Contacts"> =>
	where("Created_Time")
		.between(now.from, now.to)
		.and(
			where("Email_Opt_Out").equal(now.optOut),
			where("Owner.last_name").equal(now.name),
			or(where("Lead_Source").equal(now.source), where("Account_Name.Phone").contains(now.digits)),
		);

const fiveChained = (now: Given): Criteria<"Contacts"> =>
	where("Created_Time")
		.between(now.from, now.to)
		.and(where("Email_Opt_Out").equal(now.optOut))
		.and(where("Owner.last_name").equal(now.name))
		.and(where("Lead_Source").equal(now.source).or(where("Account_Name.Phone").contains(now.digits)));

const fiveByHand = (now: Given): WireCriteria => ({
	group_operator: "and",
	group: [
		{ api_name: "Created_Time", comparator: "between", value: [now.from, now.to] },
		{ api_name: "Email_Opt_Out", comparator: "equal", value: now.optOut },
		{ api_name: "Owner.last_name", comparator: "equal", value: now.name },
		{
			group_operator: "or",
			group: [
				{ api_name: "Lead_Source", comparator: "equal", value: now.source },
				{ api_name: "Account_Name.Phone", comparator: "contains", value: now.digits },
			],
		},
	],
});

const twentyFive = (now: Given): Criteria<"Contacts"> =>
	and(
		where("Created_Time").between(now.from, now.to),
		where("Email_Opt_Out").equal(now.optOut),
		where("Owner").equal(now.owner),
		where("Amount").greaterEqual(now.amount),
		where("Score").lessThan(now.amount),
		or(
			where("Lead_Source").in(now.sources),
			where("Lead_Source").equal(now.source),
			where("Last_Name").startsWith(now.name),
			where("City").equal("Bengaluru"),
			where("Department").contains("Sales"),
		),
		or(
			where("Stage").notIn(now.sources),
			where("Stage").isEmpty(),
			where("Last_Name").notEqual(now.name),
			where("City").notContains("Bengaluru"),
			where("Department").endsWith("Sales"),
		),
		or(
			where("Account_Name.Phone").contains(now.digits),
			where("Account_Name").equal(now.owner),
			where("Owner.last_name").equal(now.name),
			where("Amount").lessThan(now.amount),
			where("Score").equal(now.amount),
		),
		or(
			where("Last_Name").isNotEmpty(),
			where("Last_Name").contains(now.name),
			where("City").startsWith("Beng"),
			where("Department").equal("Marketing"),
			where("Lead_Source").notEqual(now.source),
		),
	);

const twentyFiveByHand = (now: Given): WireCriteria => ({
	group_operator: "and",
	group: [
		{ api_name: "Created_Time", comparator: "between", value: [now.from, now.to] },
		{ api_name: "Email_Opt_Out", comparator: "equal", value: now.optOut },
		{ api_name: "Owner", comparator: "equal", value: now.owner },
		{ api_name: "Amount", comparator: "greater_equal", value: String(now.amount) },
		{ api_name: "Score", comparator: "less_than", value: String(now.amount) },
		{
			group_operator: "or",
			group: [
				{ api_name: "Lead_Source", comparator: "in", value: now.sources },
				{ api_name: "Lead_Source", comparator: "equal", value: now.source },
				{ api_name: "Last_Name", comparator: "starts_with", value: now.name },
				{ api_name: "City", comparator: "equal", value: "Bengaluru" },
				{ api_name: "Department", comparator: "contains", value: "Sales" },
			],
		},
		{
			group_operator: "or",
			group: [
				{ api_name: "Stage", comparator: "not_in", value: now.sources },
				{ api_name: "Stage", comparator: "equal", value: "${EMPTY}" },
				{ api_name: "Last_Name", comparator: "not_equal", value: now.name },
				{ api_name: "City", comparator: "not_contains", value: "Bengaluru" },
				{ api_name: "Department", comparator: "ends_with", value: "Sales" },
			],
		},
		{
			group_operator: "or",
			group: [
				{ api_name: "Account_Name.Phone", comparator: "contains", value: now.digits },
				{ api_name: "Account_Name", comparator: "equal", value: now.owner },
				{ api_name: "Owner.last_name", comparator: "equal", value: now.name },
				{ api_name: "Amount", comparator: "less_than", value: String(now.amount) },
				{ api_name: "Score", comparator: "equal", value: String(now.amount) },
			],
		},
		{
			group_operator: "or",
			group: [
				{ api_name: "Last_Name", comparator: "not_equal", value: "${EMPTY}" },
				{ api_name: "Last_Name", comparator: "contains", value: now.name },
				{ api_name: "City", comparator: "starts_with", value: "Beng" },
				{ api_name: "Department", comparator: "equal", value: "Marketing" },
				{ api_name: "Lead_Source", comparator: "not_equal", value: now.source },
			],
		},
	],
});

const textFields = ["Last_Name", "City", "Department", "Owner.last_name", "Account_Name.Phone"] as const;

const twentyFiveTexts = (now: Given): Criteria<"Contacts"> | undefined => {
	const conditions: Criteria<"Contacts">[] = [];
	for (let count = 0; count < 5; count++) for (const name of textFields) conditions.push(where(name).equal(now.source));
	return or(...conditions);
};

const twentyFiveTextsByHand = (now: Given): WireCriteria => {
	const group: WireCriteria[] = [];
	for (let count = 0; count < 5; count++) {
		for (const api_name of textFields) group.push({ api_name, comparator: "equal", value: now.source });
	}
	return { group_operator: "or", group };
};

function printing(name: string, make: (now: Given) => object | undefined): Contender {
	return contender(name, (now) => JSON.stringify(make(now)));
}

function contender(name: string, write: (now: Given) => string): Contender {
	return {
		name,
		run(times) {
			let length = 0;
			for (let time = 0; time < times; time++) length += write(given(time)).length;
			return length;
		},
	};
}

for (const [ours, byHand] of [
	[five, fiveByHand],
	[fiveChained, fiveByHand],
	[twentyFive, twentyFiveByHand],
	[twentyFiveTexts, twentyFiveTextsByHand],
] as const) {
	if (JSON.stringify(ours(given(0))) !== JSON.stringify(byHand(given(0)))) {
		throw new Error("What is compared prints different criteria.");
	}
}

/** Building and printing a filter; the first of each is what the others are measured against. */
export const building: Readonly<Record<"five" | "twentyFive" | "twentyFiveTexts", readonly Contender[]>> = {
	five: [
		printing("by hand", fiveByHand),
		printing("ours", five),
		printing("ours, chained", fiveChained),
		contender("Kysely, compiled", fiveByKysely),
	],
	twentyFive: [
		printing("by hand", twentyFiveByHand),
		printing("ours", twentyFive),
		contender("Kysely, compiled", twentyFiveByKysely),
	],
	twentyFiveTexts: [
		printing("by hand", twentyFiveTextsByHand),
		printing("ours", twentyFiveTexts),
		contender("Kysely, compiled", twentyFiveTextsByKysely),
	],
};
