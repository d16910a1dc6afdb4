import { readFileSync } from "node:fs";
import { expect, expectTypeOf, test } from "vitest";
import { and, bulkRead, type InvalidJobError, or, type Row, writeRequest } from "zoho-bulk-read";
import { Contacts, Events, Leads } from "zoho-bulk-read/standard";

const sample = (name: string): unknown =>
	JSON.parse(readFileSync(new URL(`../samples/${name}.json`, import.meta.url), "utf8"));

const asSent = (job: unknown): unknown => JSON.parse(JSON.stringify(job));

const leadFields = [
	"Last_Name",
	"Owner",
	"Owner.last_name",
	"$converted",
	"Lead_Source",
	"Lead_Status",
	"Company",
	"Email",
	"Mobile",
	"Created_Time",
] as const;

test("builds the sample of a custom view with criteria", () => {
	const job = bulkRead(Leads)
		.select(...leadFields)
		.customView("554023000000093005")
		.where((where) => where("Owner.last_name").equal("Patricia Boyle"))
		.callback("https://www.example.com/callback");
	expect(asSent(job)).toEqual(sample("request-cvid-criteria"));
});

test("builds the sample with fields of lookups", () => {
	const { where } = Contacts;
	const job = bulkRead(Contacts)
		.select(
			"Last_Name",
			"Owner",
			"Owner.last_name",
			"Account_Name.Account_Name",
			"Account_Name.Phone",
			"Lead_Source",
			"Created_Time",
		)
		.where(
			or(
				where("Lead_Source").equal("Advertisement"),
				where("Owner.last_name").equal("Boyle"),
				where("Account_Name.Phone").contains("5"),
			),
		)
		.page(1)
		.callback(new URL("https://www.example.com/callback"));
	expect(asSent(job)).toEqual(sample("request-lookup-fields"));
});

test("builds the sample of a calendar, its boolean as JSON's own", () => {
	const { where } = Events;
	const job = bulkRead(Events)
		.where(
			where("All_day")
				.equal(false)
				.and(where("Owner").in(["554023000000695002", "554023000000691003"]))
				.or(where("Created_Time").greaterEqual("2019-10-14T15:30:00+05:30")),
		)
		.ics();
	const printed = JSON.parse(
		readFileSync(new URL("../samples/request-ics.json", import.meta.url), "utf8").replace('"false"', "false"),
	);
	expect(asSent(job)).toEqual(printed);
});

test("compiles the design's example, types its rows and sends what the API wants", () => {
	const { where } = Contacts;
	const job = bulkRead(Contacts)
		.select("Last_Name", "Owner.last_name", "Account_Name.Phone", "Created_Time")
		.where(
			where("Created_Time")
				.between("2026-01-01T00:00:00+05:30", "2026-06-30T23:59:59+05:30")
				.or(where("Lead_Source").equal("Advertisement"), where("Account_Name.Phone").contains("5")),
		);
	expectTypeOf<Row<typeof job>>().toEqualTypeOf<{
		Id: string;
		Last_Name: string | null;
		"Owner.last_name": string | null;
		"Account_Name.Phone": string | null;
		Created_Time: string | null;
	}>();
	expect(asSent(job)).toEqual({
		query: {
			module: "Contacts",
			fields: ["Last_Name", "Owner.last_name", "Account_Name.Phone", "Created_Time"],
			criteria: {
				group_operator: "or",
				group: [
					{
						api_name: "Created_Time",
						comparator: "between",
						value: ["2026-01-01T00:00:00+05:30", "2026-06-30T23:59:59+05:30"],
					},
					{ api_name: "Lead_Source", comparator: "equal", value: "Advertisement" },
					{ api_name: "Account_Name.Phone", comparator: "contains", value: "5" },
				],
			},
		},
	});
});

test("a job never changes: each step gives another", () => {
	const all = bulkRead(Leads);
	const filtered = all.where(Leads.where("City").equal("Pune"));
	const paged = filtered.page(2);
	expect(asSent(all)).toEqual({ query: { module: "Leads" } });
	expect(asSent(filtered)).toEqual({
		query: { module: "Leads", criteria: { api_name: "City", comparator: "equal", value: "Pune" } },
	});
	expect(paged.toJSON().query.page).toBe(2);
	expect(filtered.toJSON().query.page).toBeUndefined();
	expect(filtered.atPage(3).toJSON()).toEqual({ query: { ...filtered.toJSON().query, page: 3 } });
});

test("filters that are given one after the other must all hold, and null or false filters nothing", () => {
	const onlyOpen = false as boolean;
	const job = bulkRead(Leads)
		.where(Leads.where("City").equal("Pune"))
		.where(onlyOpen && Leads.where("Lead_Status").equal("Contacted"))
		.where((where) => and(onlyOpen && where("State").equal("MH")) ?? null)
		.where(null)
		.where((where) => where("Company").startsWith("Z"));
	expect(job.toJSON().query.criteria).toEqual({
		group_operator: "and",
		group: [
			{ api_name: "City", comparator: "equal", value: "Pune" },
			{ api_name: "Company", comparator: "starts_with", value: "Z" },
		],
	});
});

test("writes the same request in the spelling of v8", () => {
	const job = bulkRead(Leads)
		.select("Last_Name")
		.where((where) =>
			where("City")
				.equal("Pune")
				.or(where("City").equal("Goa").and(where("$converted").equal(true))),
		)
		.page(2);
	expect(writeRequest(job.toJSON(), "v8")).toEqual({
		query: {
			module: { api_name: "Leads" },
			fields: ["Last_Name"],
			page: 2,
			criteria: {
				group_operator: "or",
				group: [
					{ field: { api_name: "City" }, comparator: "equal", value: "Pune" },
					{
						group_operator: "and",
						group: [
							{ field: { api_name: "City" }, comparator: "equal", value: "Goa" },
							{ field: { api_name: "$converted" }, comparator: "equal", value: true },
						],
					},
				],
			},
		},
	});
});

/** The issues of the error that a step of a job throws. */
function issuesOf(step: () => unknown): InvalidJobError["issues"] {
	try {
		step();
	} catch (error) {
		return (error as InvalidJobError).issues;
	}
	throw new Error("the step was accepted");
}

test("refuses fields that are not there, all in one error, with what was probably meant", () => {
	const select = bulkRead(Leads).select as (...paths: string[]) => unknown;
	const issues = issuesOf(() => select.call(bulkRead(Leads), "Last_Nam", "Email", "Owner.lastname"));
	expect(issues.map(({ code, path }) => [code, path])).toEqual([
		["FIELD_NOT_AVAILABLE", ["query", "fields", 0]],
		["FIELD_NOT_AVAILABLE", ["query", "fields", 2]],
	]);
	expect(issues[0]?.message).toContain('Did you mean "Last_Name"?');
	expect(issues[1]?.allowed).toContain("last_name");
});

test.each([
	["page 0", () => bulkRead(Leads).page(0), "PAGE_NOT_SUPPORTED"],
	["page 1.5", () => bulkRead(Leads).page(1.5), "PAGE_NOT_SUPPORTED"],
	["a custom view that is no id", () => bulkRead(Leads).customView("All Leads"), "CVID_NOT_SUPPORTED"],
	["a callback that is no URL", () => bulkRead(Leads).callback("example.com/hook"), "INVALID_CALLBACK_URL"],
	["a callback by mail", () => bulkRead(Leads).callback("mailto:a@example.com"), "INVALID_CALLBACK_URL"],
	[
		"a calendar of leads",
		// @ts-expect-error Leads have no calendar
		() => bulkRead(Leads).ics(),
		"QUERY_NOT_SUPPORTED",
	],
	[
		"a calendar with fields",
		// @ts-expect-error a calendar has no fields
		() => bulkRead(Events).ics().select("Event_Title"),
		"QUERY_NOT_SUPPORTED",
	],
	[
		"fields and then a calendar",
		// @ts-expect-error a calendar has no fields
		() => bulkRead(Events).select("Event_Title").ics(),
		"QUERY_NOT_SUPPORTED",
	],
	[
		"no field",
		// @ts-expect-error at least one field
		() => bulkRead(Leads).select(),
		"QUERY_NOT_SUPPORTED",
	],
	["a field twice", () => bulkRead(Leads).select("City", "City"), "FIELD_NOT_SUPPORTED"],
	[
		"a function that forgot its return",
		// @ts-expect-error it gives nothing
		() => bulkRead(Leads).where((where) => void where("City").equal("Pune")),
		"INVALID_CRITERIA",
	],
	[
		"a comparator that does not exist, and was not called",
		// @ts-expect-error no such comparator
		() => bulkRead(Leads).where((where) => where("City").bet),
		"INVALID_CRITERIA",
	],
	[
		"a filter that came to nothing",
		// @ts-expect-error every record has to be said
		() => bulkRead(Leads).where(and()),
		"INVALID_CRITERIA",
	],
	[
		"a filter of another module",
		// @ts-expect-error a job reads one module
		() => bulkRead(Leads).where(Contacts.where("Last_Name").equal("Boyle")),
		"FIELD_IN_CRITERIA_NOT_AVAILABLE",
	],
])("refuses %s", (_name, step, code) => {
	expect(issuesOf(step)[0]?.code).toBe(code);
});

test("says what is missing if a filter is undefined, and what means every record", () => {
	// @ts-expect-error it gives nothing
	const [forgotten] = issuesOf(() => bulkRead(Leads).where(() => {}));
	// @ts-expect-error every record has to be said
	const [absent] = issuesOf(() => bulkRead(Leads).where(undefined));
	expect(forgotten?.message).toMatch(
		/Is a `return` or the call of a comparator missing.*give null: where\(filter \?\? null\)/,
	);
	expect(absent?.message).toMatch(/this filter is undefined.*give null: where\(filter \?\? null\)/);
	expect(absent?.path).toEqual(["query", "criteria"]);
});

test("keeps a callback's query string, where its secret stands, out of the error", () => {
	let message = "";
	try {
		bulkRead(Leads).callback("htp://example.com/hook?secret=s3cret");
	} catch (error) {
		message = `${error} ${JSON.stringify(error)}`;
	}
	expect(message).toContain("htp://example.com/hook");
	expect(message).not.toContain("s3cret");
});
