import { expect, expectTypeOf, test } from "vitest";
import {
	type AnyBulkRead,
	type AnyJob,
	type AnyModule,
	accessToken,
	bulkRead,
	type Client,
	createClient,
	criteriaSchema,
	describe as inWords,
	type ModuleRow,
	parseCriteria,
	type ReadableJobHandle,
	type Row,
	type Rows,
	type Step,
} from "zoho-bulk-read";
import * as standard from "zoho-bulk-read/standard";
import { Contacts, Events, type Leads as LeadFields, Leads } from "./modules.js";

declare const zoho: Client;

test("one of several modules gives one of several jobs", () => {
	const jobs = [Contacts, Leads].map((module) => bulkRead(module).page(2));
	const [contacts, leads] = [bulkRead(Contacts), bulkRead(Leads)];
	expectTypeOf<Row<(typeof jobs)[number]>>().toEqualTypeOf<Row<typeof contacts> | Row<typeof leads>>();
	expect([contacts.toJSON().query, leads.toJSON().query]).toEqual([{ module: "Contacts" }, { module: "Leads" }]);
	expect(jobs.map((job) => job.toJSON().query)).toEqual([
		{ module: "Contacts", page: 2 },
		{ module: "Leads", page: 2 },
	]);
});

test("Events among others is still the module that has calendars", () => {
	const [events] = [Events, Contacts].map((module) => bulkRead(module));
	expect(events && "ics" in events && events.ics().toJSON().file_type).toBe("ics");
});

test("a whole namespace of modules can be gone through", () => {
	const jobs = Object.values(standard).map((module) => bulkRead(module));
	expectTypeOf(jobs).toExtend<AnyJob[]>();
	expect(jobs.map((job) => job.module.apiName)).toContain("Contacts");
});

test("the rows of one of several jobs are the rows of any", () => {
	const named = bulkRead(Contacts).select("Last_Name");
	const counted = bulkRead(Contacts).select("Visits");
	type Either = { Id: string; Last_Name: string | null } | { Id: string; Visits: number | null };
	const one = (): typeof named | typeof counted => named;
	expectTypeOf(() => zoho.rows(one())).returns.toEqualTypeOf<Rows<Either>>();
	expectTypeOf(() => zoho.submit(one())).returns.resolves.toEqualTypeOf<ReadableJobHandle<Either>>();
	expectTypeOf(() => zoho.job("1", one())).returns.toEqualTypeOf<ReadableJobHandle<Either>>();
	expectTypeOf(() => zoho.advance({ ...kept, step: "done" }, one())).returns.resolves.toEqualTypeOf<Step<Either>>();
	expectTypeOf(() => zoho.rows(named)).returns.toEqualTypeOf<Rows<{ Id: string; Last_Name: string | null }>>();
	expectTypeOf(() => zoho.rows(bulkRead(Leads))).returns.toEqualTypeOf<Rows<ModuleRow<LeadFields>>>();
});

const kept = { version: 2, job: "", page: 1, rows: 0, seal: "" } as const;

test("a client gives the rows of jobs in a list, each by its own descriptors", () => {
	const client = createClient({ baseUrl: "http://127.0.0.1:1", auth: accessToken("token") });
	const jobs = [bulkRead(Contacts).select("Last_Name"), bulkRead(Leads).select("id")];
	expect(jobs.map((job) => typeof client.rows(job).batches)).toEqual(["function", "function"]);
});

test("any module gives a job whose paths are checked when it is made", () => {
	const modules: readonly AnyModule[] = [Contacts, Leads];
	const [job] = modules.map((module) => bulkRead(module));
	expectTypeOf(job).toEqualTypeOf<AnyBulkRead | undefined>();
	const path: string = "Owner.last_name";
	const selected = job?.select(path).where((where) => where(path).startsWith("A"));
	expectTypeOf<NonNullable<Row<NonNullable<typeof selected>>[string]>>().toEqualTypeOf<
		string | number | boolean | string[]
	>();
	expect(selected?.toJSON().query).toEqual({
		module: "Contacts",
		fields: [path],
		criteria: { api_name: path, comparator: "starts_with", value: "A" },
	});
	expect(() => job?.select("Nickname")).toThrow('"Nickname" is not a field of Contacts.');
	expect(() => job?.where((where) => where("Visits").contains("5"))).toThrow("contains");
});

test("what takes a module takes one of several", () => {
	for (const module of [Contacts, Leads]) {
		const criteria = parseCriteria(module, { api_name: "Last_Name", comparator: "equal", value: "x" });
		expectTypeOf(criteria.module).toEqualTypeOf<"Contacts" | "Leads">();
		expect(inWords(criteria)).toContain("Last_Name");
		expect(criteriaSchema(module)["~standard"].vendor).toBe("zoho-bulk-read");
	}
});
