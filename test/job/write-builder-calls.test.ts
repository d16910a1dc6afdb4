import { inspect } from "node:util";
import { expect, test } from "vitest";
import { bulkRead } from "zoho-bulk-read";
import { Events, Leads } from "zoho-bulk-read/standard";

test.each([
	["bulkRead(Leads)", bulkRead(Leads)],
	['bulkRead(Leads).select("Last_Name", "Owner.last_name")', bulkRead(Leads).select("Last_Name", "Owner.last_name")],
	[
		'bulkRead(Leads).where(Leads.where("City").equal("Pune"))',
		bulkRead(Leads).where(Leads.where("City").equal("Pune")),
	],
	['bulkRead(Leads).customView("17").page(2)', bulkRead(Leads).customView("17").page(2)],
	['bulkRead(Leads).callback("https://a.test/?...")', bulkRead(Leads).callback("https://a.test/", { secret: "s3" })],
	["bulkRead(Events).ics()", bulkRead(Events).ics()],
])("%s", (code, job) => {
	expect(inspect(job)).toBe(code);
});

test("a hundred columns stand in one line, and each call of more in a line of its own", () => {
	const url = (length: number): string => "https://a.test/".padEnd(length, "x");
	const short = bulkRead(Leads).page(2).callback(url(64));
	expect(inspect(short)).toBe(`bulkRead(Leads).page(2).callback("${url(64)}")`);
	expect(inspect(short)).toHaveLength(100);
	const long = bulkRead(Leads).page(2).callback(url(65));
	expect(inspect(long)).toBe(`bulkRead(Leads)\n  .page(2)\n  .callback("${url(65)}")`);
});

test("a filter of several lines moves right with its call", () => {
	const { where } = Leads;
	const list = Array.from({ length: 4 }, (_, index) => where("City").equal(`A town of the name ${index}`));
	const [first = where("City").isEmpty(), ...others] = list;
	const [head, ...lines] = inspect(bulkRead(Leads).where(first.or(...others))).split("\n");
	expect(head).toBe("bulkRead(Leads)");
	expect(lines[0]).toMatch(/^ {2}\.where\(/);
	for (const line of lines) expect(line).toMatch(/^ {2}/);
	expect(lines.length).toBeGreaterThan(4);
});
