import { readFile } from "node:fs/promises";
import { accessToken, bulkRead, createClient } from "zoho-bulk-read";
import { createSandbox, generateCompany } from "zoho-bulk-read/sandbox";
import { Contacts } from "zoho-bulk-read/standard";

const sandbox = createSandbox({
	records: generateCompany({ contacts: 20_000 }),
	timing: { added: 400, inProgress: 800 },
});
const { url, close } = await sandbox.listen({ port: 0 });

// filter
const { where } = Contacts;

const job = bulkRead(Contacts)
	.select("Full_Name", "Account_Name.Phone", "Owner.last_name")
	.where(
		where("Created_Time")
			.between("2026-01-01T00:00:00+05:30", "2026-06-30T23:59:59+05:30")
			.or(where("Lead_Source").equal("Advertisement")),
	);
// end

const zoho = createClient({
	baseUrl: url,
	auth: accessToken(sandbox.credentials.accessToken),
	poll: { first: 150, factor: 1, limit: 150 },
});
const start = performance.now();
const shown = 5;
const first: Record<string, string>[] = [];
let count = 0;
for await (const contact of zoho.rows(job, {
	onProgress: ({ state }) => status(`The job is ${state} ...`),
})) {
	count++;
	if (first.length === shown) continue;
	first.push({
		Id: contact.Id,
		Name: contact.Full_Name ?? "",
		Phone: contact["Account_Name.Phone"] ?? "",
		Owner: contact["Owner.last_name"] ?? "",
	});
}
status("");
const seconds = ((performance.now() - start) / 1_000).toFixed(1);
heading(
	`${count.toLocaleString("en")} contacts in ${seconds} s, each row typed, from a Zoho CRM on ${url}`,
);
table(first);
print(`... and ${(count - shown).toLocaleString("en")} more.`);

heading("The query in TypeScript:");
const source = await readFile(new URL(import.meta.url), "utf8");
const [, written = ""] =
	/\/\/ filter\n(.*?)\n\/\/ end/s.exec(source) ?? [];
print(written.replaceAll("\t", "  ").replaceAll(/^/gm, "  "));

heading("The request that was sent:");
print(`  ${cutTo(JSON.stringify(job), 75)}`);

heading("What to do next:");
print(`  npx zoho-bulk-read sandbox        a Zoho like this one, on a port, for your tests
  npx zoho-bulk-read explain Leads  what a job asks for: English, JSON, curl, credits
  npx zoho-bulk-read doctor         are your own org's credentials right?
  docs/guides/first-export.md       the first export from your own org`);
await close();

/** Overwrites one line. Only in a terminal: in a file, every state would stay. */
function status(text: string): void {
	if (process.stdout.isTTY) process.stdout.write(`\r\u001B[2K${text}`);
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

function heading(text: string): void {
	const isPainted = process.stdout.isTTY && !process.env.NO_COLOR;
	print(isPainted ? `\n\u001B[1m${text}\u001B[0m` : `\n${text}`);
}

function cutTo(text: string, columns: number): string {
	return text.length <= columns
		? text
		: `${text.slice(0, columns - 3)}...`;
}

/** Prints rows in columns, at most 80 characters wide. */
function table(rows: readonly Record<string, string>[]): void {
	const names = Object.keys(rows[0] ?? {});
	const widths = names.map((name) =>
		Math.min(
			18,
			Math.max(
				...[name, ...rows.map((row) => row[name] ?? "")].map(width),
			),
		),
	);
	const line = (cells: readonly string[]): string =>
		cells
			.map((cell, index) =>
				padded(cell.replace(/\s+/g, " "), widths[index] ?? 0),
			)
			.join("  ")
			.trimEnd();
	print(line(names));
	print(widths.map((columns) => "─".repeat(columns)).join("  "));
	for (const row of rows)
		print(line(names.map((name) => row[name] ?? "")));
}

/** The width of a text on a terminal, where East Asian letters take two columns. */
function width(text: string): number {
	return [...text].reduce(
		(sum, letter) =>
			sum +
			(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(
				letter,
			)
				? 2
				: /\p{Mark}/u.test(letter)
					? 0
					: 1),
		0,
	);
}

function padded(text: string, columns: number): string {
	let kept = "";
	for (const letter of text) {
		if (width(kept + letter) > columns) break;
		kept += letter;
	}
	return kept + " ".repeat(columns - width(kept));
}
