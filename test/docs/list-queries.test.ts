import { describe, expect, test } from "vitest";
import { listQueries } from "../../docs/playground/list-queries.js";

const bulkRead = 'import { bulkRead } from "zoho-bulk-read";\n';
const leads = 'import { Leads } from "zoho-bulk-read/standard";\n';
const head = bulkRead + leads;

const textsOf = (code: string, isWhole: boolean): readonly string[] =>
	listQueries(code)
		.filter((candidate) => candidate.isWhole === isWhole)
		.map(({ text }) => text);

describe("the query of a block, on its own", () => {
	test.each<readonly [what: string, code: string, query: string]>([
		[
			"beside a client",
			`import { bulkRead, createClient } from "zoho-bulk-read";\n${leads}import { writeFile } from "node:fs/promises";
const zoho = createClient({ token: process.env.TOKEN });
// The names of all.
const job = bulkRead(Leads).select("Last_Name"); // and the id
for await (const lead of zoho.rows(job)) await writeFile("x", lead.Id);`,
			`${head}\n// The names of all.\nexport const job = bulkRead(Leads).select("Last_Name"); // and the id\n`,
		],
		[
			"in a call",
			`${head}import { zoho } from "./zoho-client.js";\nawait zoho.submit(bulkRead(Leads));`,
			`${head}\nexport const job = bulkRead(Leads);\n`,
		],
		[
			"in a loop",
			`${head}for (const module of [Leads, Leads]) {\n\tsave(bulkRead(module));\n}`,
			`${head}\nconst module = Leads;\n\nexport const job = bulkRead(module);\n`,
		],
		[
			"under a condition",
			`${head}const built = build(Leads);\nif (built.success) send(bulkRead(Leads).where(built.criteria));`,
			`${head}\nconst built = build(Leads);\nif (!(built.success)) throw new Error("There is no query.");\n\nexport const job = bulkRead(Leads).where(built.criteria);\n`,
		],
		[
			"with what is used within it, and not what is named alike",
			`${head}const day = 86_400_000;\nconst Email = 1;\nasync function run() {\n\tconst job = bulkRead(Leads).where((where) => where({ Email: day }.Email));\n}`,
			`${head}\nconst day = 86_400_000;\n\nexport const job = bulkRead(Leads).where((where) => where({ Email: day }.Email));\n`,
		],
		[
			"with what is read from a file, given",
			`${head}import { readFile } from "node:fs/promises";\nconst since = await readFile("since");\nconst job = bulkRead(Leads).page(since);`,
			`${head}\nconst yesterday = new Date(Date.now() - 86_400_000);\nconst since = yesterday.toISOString();\nexport const job = bulkRead(Leads).page(since);\n`,
		],
	])("%s", (_, code, query) => {
		expect(textsOf(code, false)[0]).toBe(query);
	});

	test("is not there if it needs what only a caller knows", () => {
		expect(textsOf(`${head}const job = (module) => bulkRead(module);`, false)).toEqual([]);
	});
});

describe("a block with its query exported", () => {
	test("of a filter that nothing is made of, with what pieces of code take as given", () => {
		expect(textsOf('where("Email").isEmpty(); // no address', true)).toContain(
			`${leads}\nconst { where } = Leads;\nexport const criteria = where("Email").isEmpty(); // no address\n`,
		);
	});

	test("of a filter of a module of one's own: a job, which says what its module is", () => {
		const code = 'import { own } from "zoho-bulk-read";\nconst Mine = own();\nMine.where("X").isEmpty();';
		expect(textsOf(code, true).at(-1)).toBe(
			'import { bulkRead, own } from "zoho-bulk-read";\n\nconst Mine = own();\nexport const job = bulkRead(Mine).where(Mine.where("X").isEmpty());\n',
		);
	});
});
