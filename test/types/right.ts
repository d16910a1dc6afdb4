/** Code that every compiler must accept. It is never run. */
import {
	type AnyJob,
	type AnyModule,
	and,
	bulkRead,
	type Client,
	type Criteria,
	currency,
	defineModule,
	EMPTY,
	type Job,
	type Lookup,
	lookup,
	type Module,
	or,
	owner,
	parseCriteria,
	picklist,
	type Row,
	type RowOf,
	type Rows,
	readRows,
	type Text,
	text,
} from "zoho-bulk-read";
import { Contacts, Events, Users } from "./modules.js";

const { where } = Contacts;
declare const anyString: string;
declare const strings: readonly string[];
declare const pair: readonly ["A", "B"];
declare const moment: Date;
declare const momentOrText: Date | string;
declare const year: number;
declare const flag: boolean;
declare const untyped: ReturnType<typeof JSON.parse>;

export const values: readonly Criteria<"Contacts">[] = [
	where("Visits").in([1, 2n, "3", EMPTY]),
	where("Score").lessEqual(-0.5),
	where("Revenue").greaterThan("1e6"),
	where("id").equal("554023000000470421"),
	where("id").notIn([554023000000470421n, EMPTY]),
	where("Last_Name").startsWith(anyString),
	where("Last_Name").in(strings),
	where("Lead_Source").equal("Advertisement"),
	where("Lead_Source").equal("A value of this org alone"),
	where("Lead_Source").in(strings),
	where("Tags").contains("Red"),
	where("Tags").isNotEmpty(),
	where("Email_Opt_Out").equal(flag),
	where("Account_Name").equal(EMPTY),
	where("Last_Name").in([anyString, EMPTY]),
	where("Lead_Source").in(["Web", EMPTY]),
	where("Lead_Source").in([...strings]),
	where("Lead_Source").in(["Web", ...strings]),
	where("Lead_Source").notIn([...strings, "Web"]),
	where("Last_Name").in(pair),
	where("Last_Name").in([...pair]),
	where("Last_Name").in(new Array<"A">(3)),
	where("Visits").in(untyped),
	where.raw("Last_Name", "in", ["x", EMPTY]),
	where("Owner").in(strings),
	where("Created_By").notEqual(554023000000470421n),
	where("Visits").equal(untyped),
];

export const days: readonly Criteria<"Contacts">[] = [
	where("Birthday").equal("2026-02-28"),
	where("Birthday").equal("1899-12-31"),
	where("Birthday").equal("2000-02-29"),
	where("Birthday").between("0001-01-01", "9999-12-31"),
	where("Birthday").notEqual(EMPTY),
	where("Birthday").lessThan(anyString),
	where("Birthday").in(strings),
	where("Birthday").in(["2026-01-01", anyString, EMPTY]),
	where("Birthday").greaterEqual(`${year}-01-01`),
	where("Birthday").equal(untyped),
];

export const moments: readonly Criteria<"Contacts">[] = [
	where("Created_Time").equal("2026-02-28T09:30:00Z"),
	where("Created_Time").equal("1999-12-31T23:59:59-09:30"),
	where("Created_Time").equal("2026-02-28T09:30:00+05:45"),
	where("Created_Time").equal("2026-02-28T09:30:00+0530"),
	where("Created_Time").between("2026-01-01T00:00:00+05:30", moment),
	where("Created_Time").lessThan(momentOrText),
	where("Created_Time").in([moment, anyString, "2026-02-28T09:30:00Z"]),
	where("Created_Time").greaterEqual(`${year}-01-01T00:00:00Z`),
	where("Created_Time").notEqual(EMPTY),
	where("Created_Time").equal(untyped),
];

export const paths: readonly Criteria<"Contacts">[] = [
	where("Owner.last_name").contains("5"),
	where("Account_Name.Industry").equal("Farming"),
	where("Account_Name.Owner").equal("1"),
	where(flag ? "Last_Name" : "Account_Name.Phone").equal("x"),
	Contacts.anyHops().where("Account_Name.Owner.last_name").equal("x"),
	Contacts.anyHops().where("Account_Name.Parent_Account.Owner.Reporting_To.email").isEmpty(),
	Contacts.anyHops().where("Owner.last_name").equal("x"),
	where.raw("Account_Name.Owner.last_name", "sounds_like", ["Meier", "Maier"]),
];

const visits = where("Visits").equal(1);
const parts = ["A", "B"].map((letter) => where("Last_Name").startsWith(letter));

const someParts: [first?: Criteria<"Contacts">] = [];

export const certain: readonly Criteria<"Contacts">[] = [
	and(visits, flag && visits),
	or(visits, null, undefined, ...parts),
	and(visits, or(visits, visits)).or(flag && visits, visits.and(visits)),
	(flag ? and : or)(visits, visits),
	and(flag && visits, visits),
	and(undefined, visits),
	or(...parts, visits),
	and(...(flag ? [visits] : []), visits),
];

export const perhaps: readonly (Criteria<"Contacts"> | undefined)[] = [
	and(flag && visits, anyString && visits),
	and(...(flag ? [visits] : [])),
	and(...(flag ? [visits] : []), anyString && visits),
	or(...parts),
	or(...parts, flag && visits),
	and(...someParts),
	and(),
];

/** Code that is generic over modules passes criteria through. */
export function both<Name extends string, Fields>(
	module: Module<Name, Fields>,
	filters: readonly Criteria<Name>[],
	last: Criteria<Name> | undefined,
): Job<unknown> {
	return bulkRead(module)
		.where(and(...filters) ?? null)
		.where(last ?? null)
		.where(() => or(last, and(...filters, last)) ?? null);
}

export const job = bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name", "Lead_Source", "Tags", "Description")
	.where((where) => where("Birthday").isNotEmpty().and(visits))
	.where(flag && visits)
	.where(null)
	.where((where) => flag && where("Visits").equal(1))
	.where((where) => (flag ? where("Visits").equal(1) : null))
	.customView("554023000000093005")
	.page(2)
	.callback(new URL("https://example.com/hook?secret=1"));

export const row: Row<typeof job> = {
	Id: "1",
	Last_Name: null,
	"Owner.last_name": "x",
	Lead_Source: "A value of this org alone",
	Tags: ["Red", "Green"],
	Description: null,
};

export const calendar: Job<never> = bulkRead(Events).where(Events.where("All_day").equal(false)).ics().page(1);

export const deep = bulkRead(Contacts.anyHops())
	.select("Account_Name.Owner.last_name", "Last_Name")
	.where((where) => where("Account_Name.Owner.last_name").equal("x").and(visits));

/** A module that refers to itself, and one that refers back. */
interface Tasks {
	Subject: Text;
	Parent: Lookup<Tasks>;
	Project: Lookup<Projects>;
}

interface Projects {
	Name: Text;
	Last_Task: Lookup<Tasks>;
}

const Tasks: Module<"Tasks", Tasks> = defineModule("Tasks", {
	Subject: text,
	Parent: lookup(() => Tasks),
	Project: lookup(() => Projects),
});

const Projects: Module<"Projects", Projects> = defineModule("Projects", { Name: text, Last_Task: lookup(() => Tasks) });

/** A module without an interface of its own. */
const Offers = defineModule("Offers", {
	Price: currency,
	Stage: picklist("Open", "Done"),
	Contact: lookup(() => Contacts),
	Owner: owner(() => Users),
});

export const handWritten: readonly Criteria[] = [
	Tasks.where("Parent.Subject").equal("x"),
	Projects.where("Last_Task.Subject").equal("x"),
	Offers.where("Contact.Lead_Source").equal("Web"),
	Offers.where("Owner.last_name")
		.equal("x")
		.and(Offers.where("Stage").in(["Open"])),
];

/** A list of modules, and of jobs: what takes any of them takes one of several. */
export function exportAll(zoho: Client): readonly (() => AsyncIterable<{ readonly Id: string }>)[] {
	const modules = [Contacts, Events, Users].map((module) => () => zoho.rows(bulkRead(module).page(2)));
	const jobs = [job, deep].map((one) => () => zoho.rows(one));
	return [...modules, ...jobs];
}

/** Whatever module: its paths are checked when they are used. */
export function newest(module: AnyModule, paths: readonly [string, ...string[]]): AnyJob {
	return bulkRead(module)
		.select(...paths)
		.where((where) => where("Created_Time").greaterEqual(anyString))
		.where(parseCriteria(module, untyped));
}

/** Holds where two types are the same, and not only assignable to each other. */
type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
/** What is the same as it should be, or does not compile. */
const same = <_ extends true>(): void => {};
declare const zoho: Client;
declare const zip: ReadableStream<Uint8Array>;
type RowIn<Given> = Given extends Rows<infer Each> ? Each : never;

/** A column that only may have been selected is optional. */
const oneOfTwo = bulkRead(Contacts).select("Last_Name", flag ? "Visits" : "Email_Opt_Out");
same<
	Same<
		RowOf<typeof oneOfTwo>,
		{ Id: string; Last_Name: string | null; Visits?: number | null; Email_Opt_Out?: boolean | null }
	>
>();
declare const someOf: ["Last_Name", ...("Visits" | "Email_Opt_Out")[]];
const listed = bulkRead(Contacts).select(...someOf);
same<Same<Row<typeof listed>, Row<typeof oneOfTwo>>>();
declare const noneOrMore: readonly ["Last_Name", ..."Visits"[]];
const repeated = bulkRead(Contacts).select(...noneOrMore);
same<Same<Row<typeof repeated>, { Id: string; Last_Name: string | null; Visits?: number | null }>>();
declare const between: ["Last_Name", ..."Visits"[], "Tags"];
const closed = bulkRead(Contacts).select(...between);
same<Same<keyof Row<typeof closed>, "Id" | "Last_Name" | "Visits" | "Tags">>();
export const closedRow: Row<typeof closed> = { Id: "1", Last_Name: null, Tags: null };
const idOrName = bulkRead(Contacts).select(flag ? "id" : "Last_Name");
same<Same<Row<typeof idOrName>, { Id: string; Last_Name?: string | null }>>();
const idAlone = bulkRead(Contacts).select("id");
same<Same<Row<typeof idAlone>, { Id: string }>>();

/** What may come as text, says so. */
const mixed = bulkRead(Contacts).select("Last_Name", "Visits", "Email_Opt_Out");
interface Mixed {
	Id: string;
	Last_Name: string | null;
	Visits: number | null;
	Email_Opt_Out: boolean | null;
}
interface MixedText {
	Id: string;
	Last_Name: string | null;
	Visits: number | string | null;
	Email_Opt_Out: boolean | string | null;
}
declare const perhapsText: "error" | "text";
type Flat<Type> = { [Key in keyof Type]: Type[Key] };
const strict = [
	zoho.rows(mixed),
	zoho.rows(mixed, {}),
	zoho.rows(mixed, { invalidCells: "error", prefetch: true }),
	zoho.job("1", mixed).rows(),
	readRows(zip, mixed),
	readRows(zip, mixed, { missingColumns: "null" }),
] as const;
same<Same<Flat<RowIn<(typeof strict)[number]>>, Flat<Mixed>>>();
const widened = [
	zoho.rows(mixed, { invalidCells: "text" }),
	zoho.rows(mixed, { invalidCells: perhapsText, onCheckpoint: ({ step }) => void step }),
	zoho.job("1", mixed).rows({ invalidCells: "text" }),
	readRows(zip, mixed, { invalidCells: "text", longNumbers: "text" }),
] as const;
same<Same<RowIn<(typeof widened)[number]>, Flat<MixedText>>>();
const long = zoho.rows(mixed, { longNumbers: "text" });
same<Same<RowIn<typeof long>, Flat<Omit<MixedText, "Email_Opt_Out"> & { Email_Opt_Out: boolean | null }>>>();
export const pageRows: AsyncIterable<{ number: number; rows(): Rows<MixedText> }> = zoho.pages(mixed, {
	invalidCells: "text",
});
/** An option that is misspelt is refused as ever. */
// @ts-expect-error there is no such option
zoho.rows(mixed, { invalidCell: "text" });
