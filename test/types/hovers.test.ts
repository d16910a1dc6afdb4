import { expect, test } from "vitest";
import { startTypeCheck } from "./type-check.js";

const editor = startTypeCheck();

function hover(marked: string): string {
	return editor.hover(`
		import { and, bulkRead, defineModule, type Row, text } from "zoho-bulk-read";
		import { Contacts, Events } from "../modules.js";
		const { where } = Contacts;
		${marked}`);
}

test("a module is its names, not its expansion", () => {
	expect(hover("Cont¦acts")).toBe('(alias) const Contacts: Module<"Contacts", Contacts>\nimport Contacts');
	expect(hover("const deep¦ = Contacts.anyHops()")).toBe('const deep: Module<"Contacts", AnyHops<Contacts>>');
	expect(hover("wher¦e")).toBe('const where: Where<"Contacts", Contacts>');
});

test("a module that was defined without an interface shows its fields", () => {
	expect(hover('const Notes¦ = defineModule("Notes", { Title: text })')).toBe(
		'const Notes: Module<"Notes", {\n    Title: Text;\n}>',
	);
});

test("a call of where shows the path, its field and what it offers", () => {
	expect(hover('wher¦e("Owner.last_name")')).toBe(
		'const where: Where\n<"Owner.last_name", Text>(path: "Owner.last_name") => TextComparators<"Contacts", Only<"equal, notEqual, in, notIn, contains, notContains, startsWith, endsWith">>',
	);
});

test("a comparator shows its values", () => {
	expect(hover('where("Lead_Source").equal¦("Web")')).toContain(
		'.equal(value: "Advertisement" | "Web" | Empty | (string & {})): Criteria<"Contacts">',
	);
	expect(hover('where("Visits").greaterThan¦(1)')).toContain(
		'.greaterThan(value: number | bigint | `${number}` | Empty): Criteria<"Contacts">',
	);
	expect(hover('where("Birthday").between¦("2026-01-01", "2026-06-30")')).toContain(
		'.between<"2026-01-01", "2026-06-30">(from: "2026-01-01", to: "2026-06-30"): Criteria<"Contacts">',
	);
});

test("a comparator shows what it does", () => {
	expect(editor.documentation(`import { Contacts } from "../modules.js"; Contacts.where("Visits").less¦Equal(1)`)).toBe(
		"This value or less.",
	);
});

test("a filter is its module, however long it is", () => {
	const criteria = 'where("Visits").equal(1).and(where("Birthday").isEmpty(), where("Owner.last_name").equal("x"))';
	expect(hover(`const filter¦ = ${criteria}`)).toBe('const filter: Criteria<"Contacts">');
	expect(hover(`const filter¦ = and(${criteria}, ${criteria})`)).toBe('const filter: Criteria<"Contacts">');
});

test("a row is its keys and values", () => {
	const job =
		'const job = bulkRead(Contacts).select("Last_Name", "Owner.last_name", "Visits", "Email_Opt_Out", "Tags")';
	const row = [
		"{",
		"    Last_Name: string | null;",
		'    "Owner.last_name": string | null;',
		"    Visits: number | null;",
		"    Email_Opt_Out: boolean | null;",
		'    Tags: ("Red" | "Blue" | (string & {}))[] | null;',
		"    Id: string;",
		"}",
	].join("\n");
	expect(hover(`${job}; type Contact¦ = Row<typeof job>`)).toBe(`type Contact = ${row}`);
	expect(hover(`${job}; declare const contact¦: Row<typeof job>`)).toBe(`const contact: ${row}`);
});

test("a job is its module and what it selects", () => {
	expect(hover("const job¦ = bulkRead(Contacts)")).toBe('const job: BulkRead<"Contacts", Contacts>');
	expect(hover("const job¦ = bulkRead(Events)")).toBe("const job: EventsBulkRead<Events>");
	expect(hover('const job¦ = bulkRead(Contacts).select("Visits")')).toBe(
		'const job: SelectedBulkRead<"Contacts", Contacts, {\n    Visits: number | null;\n    Id: string;\n}>',
	);
});
