import { describe, expect, test } from "vitest";
import {
	and,
	bulkRead,
	defineModule,
	InvalidJobError,
	type JobIssue,
	limits,
	multiSelect,
	splitJob,
	text,
} from "zoho-bulk-read";
import { Contacts, Events, Leads } from "zoho-bulk-read/standard";

/** What the error of a step says, whatever else it is. */
function issuesOf(step: () => unknown): InvalidJobError["issues"] {
	const thrown = thrownBy(step);
	expect(thrown).toBeInstanceOf(InvalidJobError);
	return (thrown as InvalidJobError).issues;
}

function thrownBy(step: () => unknown): unknown {
	try {
		step();
	} catch (error) {
		return error;
	}
	throw new Error("the step was accepted");
}

/** A job whose steps take anything. */
type Untyped = Record<"select" | "where" | "customView" | "ics", (...given: unknown[]) => unknown>;

const untyped = (job: unknown): Untyped => job as never;

const fields = ["query", "fields"];
const filter = ["query", "criteria"];
const view = ["query", "cvid"];
const noCalendarFields = "a calendar has no fields to select. Leave out either select or ics.";
const Things = defineModule("Things", {
	Name: text,
	Photo: { ...text, exportable: false },
	Colours: multiSelect("red"),
});
const many = Array.from({ length: limits.fields + 1 }, (_, index) => `Field_${index}`);
const manyFields = defineModule("Many", Object.fromEntries(many.map((name) => [name, text])));
const addresses = (count: number): string[] => Array.from({ length: count }, (_, index) => `c${index}@example.com`);
const longList = Contacts.where("Email").in(addresses(600));
const crowded = and(Things.where("Colours").in(addresses(600)), Things.where("Name").in(addresses(40)));
const notANumber =
	"a JavaScript number cannot hold every id exactly. Give a custom view's id as a string of digits or a bigint.";

describe("a step that is refused", () => {
	test.each<[name: string, step: () => unknown, issue: JobIssue]>([
		[
			"select after select",
			() => untyped(bulkRead(Leads).select("City")).select("Email"),
			{
				code: "QUERY_NOT_SUPPORTED",
				path: fields,
				given: ["Email"],
				message: '["Email"]: select was already called. Name all fields in one call.',
			},
		],
		[
			"select after ics",
			() => untyped(bulkRead(Events).ics()).select("Event_Title"),
			{
				code: "QUERY_NOT_SUPPORTED",
				path: fields,
				given: ["Event_Title"],
				message: `["Event_Title"]: ${noCalendarFields}`,
			},
		],
		[
			"ics after select",
			() => untyped(bulkRead(Events).select("Event_Title")).ics(),
			{ code: "QUERY_NOT_SUPPORTED", path: ["file_type"], given: "ics", message: `"ics": ${noCalendarFields}` },
		],
		[
			"a calendar of leads",
			() => untyped(bulkRead(Leads)).ics(),
			{
				code: "QUERY_NOT_SUPPORTED",
				path: ["file_type"],
				given: "ics",
				message: '"ics": only Events can be exported as a calendar, but this job reads Leads.',
			},
		],
		[
			"a filter of another module",
			() => untyped(bulkRead(Leads)).where(Contacts.where("Email").equal("a")),
			{
				code: "FIELD_IN_CRITERIA_NOT_AVAILABLE",
				path: filter,
				given: { api_name: "Email", comparator: "equal", value: "a" },
				message:
					'{"api_name":"Email","comparator":"equal","value":"a"}: this filter is on Contacts, but the job reads Leads.',
			},
		],
		...["12a", "a12", ""].map((id): [string, () => unknown, JobIssue] => [
			`a view of the id "${id}"`,
			() => bulkRead(Leads).customView(id),
			{
				code: "CVID_NOT_SUPPORTED",
				path: view,
				given: id,
				message: `"${id}": a custom view's id is a string of digits.`,
			},
		]),
		[
			"a view by a number",
			() => untyped(bulkRead(Leads)).customView(5),
			{ code: "CVID_NOT_SUPPORTED", path: view, given: 5, message: `5: ${notANumber}` },
		],
		[
			"page 0",
			() => bulkRead(Leads).page(0),
			{ code: "PAGE_NOT_SUPPORTED", path: ["query", "page"], given: 0, message: "0: pages are whole numbers from 1." },
		],
		[
			"more fields than the API takes",
			() => untyped(bulkRead(manyFields)).select(...many),
			{
				code: "QUERY_NOT_SUPPORTED",
				path: fields,
				given: 201,
				message:
					"201 fields were selected; select 1 to 200. For every field of the module, leave out select; with more than 200 the API exports every field anyway.",
			},
		],
		[
			"a field that is not exported",
			() => untyped(bulkRead(Things)).select("Photo"),
			{
				code: "FIELD_NOT_SUPPORTED",
				path: [...fields, 0],
				given: "Photo",
				message: '"Photo" of Things is not exported by bulk read.',
			},
		],
		[
			"a field twice",
			() => bulkRead(Things).select("Name", "Name"),
			{
				code: "FIELD_NOT_SUPPORTED",
				path: [...fields, 1],
				given: "Name",
				message: '"Name" was selected twice; a row has each column once.',
			},
		],
		[
			"a list that no job can hold",
			() => bulkRead(Contacts).where(longList).toJSON(),
			{
				code: "CRITERIA_LIMIT_EXCEEDED",
				path: filter,
				given: 30,
				message:
					"30: its lists of up to 20 values need more conditions than the 25 that the API takes. splitJob(job) splits it into several jobs; if your org accepts longer lists, splitJob(job, { listValues: 200 }) makes fewer.",
			},
		],
		[
			"a split of a single page",
			() => splitJob(bulkRead(Contacts).where(longList).page(2)),
			{
				code: "CRITERIA_LIMIT_EXCEEDED",
				path: filter,
				given: 30,
				message:
					"30 conditions are more than the 25 that the API takes, and this job cannot be split: it has a page number, which means nothing for its parts. Leave out page.",
			},
		],
		[
			"a split without room for the list",
			() => splitJob(bulkRead(Things).where(crowded)),
			{
				code: "CRITERIA_LIMIT_EXCEEDED",
				path: filter,
				given: 32,
				message:
					"32 conditions are more than the 25 that the API takes, and this job cannot be split: its other conditions leave no room for the list of Name.",
			},
		],
		[
			"a split of values that a record may have several of",
			() => splitJob(bulkRead(Things).where(Things.where("Colours").in(addresses(600)))),
			{
				code: "CRITERIA_LIMIT_EXCEEDED",
				path: filter,
				given: 30,
				message:
					"30 conditions are more than the 25 that the API takes, and this job cannot be split: it has no `in` list that applies to every record, on a field with one value per record.",
			},
		],
	])("%s", (_name, step, issue) => {
		expect(issuesOf(step)).toEqual([issue]);
	});

	test("everything that the API accepts is accepted", () => {
		const most = many.slice(1);
		expect((untyped(bulkRead(manyFields)).select(...most) as { selection: unknown }).selection).toEqual(most);
		expect(bulkRead(Leads).customView(12n).request.query.cvid).toBe("12");
	});

	test("the error has its name, and a line for each issue", () => {
		const thrown = thrownBy(() => untyped(bulkRead(Things)).select("Photo", "Name", "Name"));
		expect(String(thrown)).toBe(
			'InvalidJobError: query.fields[0]: "Photo" of Things is not exported by bulk read.\nquery.fields[2]: "Name" was selected twice; a row has each column once.',
		);
	});
});
