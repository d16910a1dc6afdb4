import { readFile } from "node:fs/promises";
import {
	accessToken,
	bulkRead,
	createClient,
	tree,
} from "zoho-bulk-read";
import { createSandbox, generateCompany } from "zoho-bulk-read/sandbox";
import { Contacts } from "zoho-bulk-read/standard";

const sandbox = createSandbox({
	records: generateCompany({ contacts: 20_000 }),
	timing: { added: 400, inProgress: 800 },
});
const { url, close } = await sandbox.listen({ port: 0 });

heading("A filter in TypeScript");
// filter
const { where } = Contacts;

const job = bulkRead(Contacts)
	.select(
		"Full_Name",
		"Account_Name.Phone",
		"Owner.last_name",
		"Created_Time",
	)
	.where(
		where("Created_Time")
			.between("2026-01-01T00:00:00+05:30", "2026-06-30T23:59:59+05:30")
			.and(
				where("Lead_Source")
					.equal("Advertisement")
					.or(where("Account_Name.Phone").contains("5")),
			),
	);
// end
const source = await readFile(new URL(import.meta.url), "utf8");
print(
	source
		.slice(source.indexOf("// filter\n") + 10, source.indexOf("// end\n"))
		.trimEnd()
		.replaceAll("\t", "  "),
);

heading("The same filter as a tree");
if (job.criteria) print(tree(job.criteria));

heading("The request body, exactly as it is sent");
print(JSON.stringify(job, null, 2));

heading(`The job, at a sandbox on ${url}`);
const zoho = createClient({
	baseUrl: url,
	auth: accessToken(sandbox.credentials.accessToken),
	poll: { first: 150, factor: 1, limit: 150 },
});
const start = performance.now();
const submitted = await zoho.submit(job);
print(`job ${submitted.id}`);
let state: string | undefined;
const { result } = await submitted.completed({
	onProgress: (progress) => {
		if (progress.state !== state)
			print(`${seconds()}  ${progress.state}`);
		state = progress.state;
	},
});

let bytes = 0;
const first: Record<string, string>[] = [];
let count = 0;
for await (const contact of submitted.rows({
	onProgress: (progress) => {
		bytes = progress.bytes;
	},
})) {
	count++;
	if (first.length < 8) {
		first.push({
			Id: contact.Id,
			Name: contact.Full_Name ?? "",
			Phone: contact["Account_Name.Phone"] ?? "",
			Owner: contact["Owner.last_name"] ?? "",
			Created: contact.Created_Time?.slice(0, 10) ?? "",
		});
	}
}

heading("The first rows");
table(first);
print(
	`${count.toLocaleString("en")} of ${result.count.toLocaleString("en")} rows, ${bytes.toLocaleString("en")} bytes, ${seconds()}`,
);
await close();

function seconds(): string {
	return `${((performance.now() - start) / 1000).toFixed(2)} s`;
}

function print(text: string): void {
	process.stdout.write(`${text}\n`);
}

function heading(text: string): void {
	print(
		process.stdout.isTTY
			? `\n\u001B[1m${text}\u001B[0m\n`
			: `\n${text}\n`,
	);
}

/** Prints rows in columns, 80 characters at most. */
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

/** The columns that a text takes on a terminal: East Asian letters take two. */
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
