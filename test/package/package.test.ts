import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, type TestContext, test } from "vitest";
import description from "../../package.json" with { type: "json" };
import { ensureBuilt, root } from "../cli/build.js";
import { emptyFolder } from "../cli/command.js";
import { describeFirstHour } from "./first-hour.js";

const execute = promisify(execFile);

interface Packed {
	readonly filename: string;
	readonly files: readonly { readonly path: string }[];
}

/** An empty project into which the packed tarball was installed. */
let project: string;
let packed: Packed;

beforeAll(async () => {
	await ensureBuilt();
	project = await emptyFolder();
	const { stdout } = await execute("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], {
		cwd: root,
	});
	[packed] = JSON.parse(stdout);
	await writeFile(join(project, "package.json"), '{ "name": "empty", "private": true, "type": "module" }');
	const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${packed.filename}`];
	await execute("npm", install, { cwd: project });
}, 300_000);

/** Runs a program in the project. */
async function inProject(file: string, args: readonly string[]): Promise<string> {
	const { stdout } = await execute(file, args, { cwd: project });
	return stdout;
}

describe("the tarball", () => {
	test("holds the build, the sources that its maps lead to, the guides that errors name, and nothing of how they are made", () => {
		const paths = packed.files.map(({ path }) => path);
		for (const path of ["LICENSE", "README.md", "package.json", "dist/index.js", "dist/index.d.ts", "src/index.ts"]) {
			expect(paths).toContain(path);
		}
		expect(paths).toContain(description.bin["zoho-bulk-read"]);
		expect(paths).toContain("dist/cli/LICENSES.txt");
		expect(
			paths.filter((path) => !/^(?:dist|src|docs\/guides)\/|^(?:LICENSE|README\.md|package\.json)$/.test(path)),
		).toEqual([]);
		expect(paths.filter((path) => /tsbuildinfo|\.test\.|^src\/bundle|^dist\/cli\/.*\.d\.ts$/.test(path))).toEqual([]);
	});

	test("brings the library's dependencies, and none of the command's", async () => {
		const listed = await inProject("npm", ["ls", "--all", "--parseable"]);
		const names = listed.split("\n").flatMap((line) => line.split("/node_modules/").slice(-1));
		for (const name of Object.keys(description.dependencies)) expect(names).toContain(name);
		for (const name of ["commander", "jiti", "esbuild", "typescript"]) expect(names).not.toContain(name);
	});
});

const query = `
import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

export default bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name")
	.where((where) => where("Last_Name").notEqual(""));
`;

describe("types resolve", { timeout: 120_000 }, () => {
	const compile = async (
		files: Readonly<Record<string, string>>,
		module: string,
		resolution: string,
	): Promise<string> => {
		for (const [name, text] of Object.entries(files)) await writeFile(join(project, name), text);
		const options = [
			"--noEmit",
			"--strict",
			"--target",
			"ES2022",
			"--lib",
			"ES2023,DOM,DOM.Iterable,DOM.AsyncIterable",
		];
		const args = [...options, "--module", module, "--moduleResolution", resolution, ...Object.keys(files)];
		return inProject(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), ...args]).catch(
			(error: { stdout: string }) => error.stdout,
		);
	};

	test.each([
		["NodeNext", "NodeNext"],
		["ESNext", "Bundler"],
	])(
		"with --module %s --moduleResolution %s, the declarations of the package checked too",
		async (module, resolution) => {
			const use = `
import { createClient, accessToken, type Row } from "zoho-bulk-read";
import { createSandbox } from "zoho-bulk-read/sandbox";
import job from "./query.js";

const sandbox = createSandbox();
const zoho = createClient({ baseUrl: "http://localhost", auth: accessToken("a"), fetch: sandbox.fetch });
for await (const row of zoho.rows(job)) {
	const name: string | null = row["Owner.last_name"];
	console.log(name satisfies Row<typeof job>["Last_Name"]);
}
`;
			expect(await compile({ "query.ts": query, "use.ts": use }, module, resolution)).toBe("");
		},
	);

	test("and refuse what is wrong", async () => {
		const wrong = { "wrong.ts": query.replace("Owner.last_name", "Owner.lastname") };
		expect(await compile(wrong, "NodeNext", "NodeNext")).toContain("lastname");
	});
});

/** A runtime from npm: its package, how to run a file or a line with it, and the name by which it must identify itself. */
interface Runtime {
	readonly name: string;
	readonly package: string;
	readonly command: string;
	readonly evaluate: readonly string[];
	readonly run: readonly string[];
	readonly version: RegExp;
}

const node = (major: string): Runtime => ({
	name: `Node ${major}`,
	package: `node-${process.platform}-${process.arch}@${major}`,
	command: "node",
	evaluate: ["--input-type=module", "--eval"],
	run: [],
	version: new RegExp(`^node ${major}\\.`),
});

const runtimes: readonly Runtime[] = [
	...["20", "22", "24", "26"].map(node),
	{ name: "Bun", package: "bun@1", command: "bun", evaluate: ["--eval"], run: ["run"], version: /^bun 1\./ },
	{ name: "Deno", package: "deno@2", command: "deno", evaluate: ["eval"], run: ["run", "-A"], version: /^deno 2\./ },
];

const whoAmI = `
const { bun, deno, node } = process.versions;
console.log(process.execPath);
console.log(bun ? "bun " + bun : deno ? "deno " + deno : "node " + node);
`;

/** A whole export, by a function and over a port: what both give, and how the sandbox's port was asked for. */
const wholeExport = `
import { accessToken, bulkRead, createClient } from "zoho-bulk-read";
import { createSandbox, generateCompany } from "zoho-bulk-read/sandbox";
import { Contacts } from "zoho-bulk-read/standard";

const job = bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name", "Created_Time")
	.where((where) => where("Last_Name").isNotEmpty());
const sandbox = createSandbox({ records: generateCompany({ contacts: 300 }), limits: { recordsPerPage: 200 } });
const { url, close } = await sandbox.listen();
const auth = accessToken(sandbox.credentials.accessToken);
const results = [];
for (const fetch of [sandbox.fetch, undefined]) {
	const zoho = createClient({ baseUrl: url, auth, ...(fetch && { fetch }), poll: { first: 1, factor: 1, limit: 1 } });
	const rows = [];
	for await (const row of zoho.rows(job)) rows.push(row);
	results.push(rows);
}
await close();
const [byFunction, overPort] = results.map((rows) => JSON.stringify(rows));
console.log(results[0].length, Object.keys(results[0][0]).join(), byFunction === overPort);
`;

describe.each(runtimes)("with $name", (runtime) => {
	let program: string | undefined;

	beforeAll(async () => {
		const own = runtime.version.test(`node ${process.versions.node}`);
		const [file, args] = own
			? [process.execPath, []]
			: ["npx", ["--yes", "--package", runtime.package, runtime.command]];
		try {
			const said = await inProject(file, [...args, ...runtime.evaluate, whoAmI]);
			const [path = "", version = ""] = said.split("\n");
			expect(version).toMatch(runtime.version);
			program = path;
		} catch (error) {
			if (!isNotToBeHad(error)) throw error;
			console.info(`${runtime.name} is not tried here: npm does not get ${runtime.package}.`);
		}
	}, 300_000);

	/** Runs a program's text from a file in the project. */
	const runs = async (context: TestContext, text: string): Promise<string> => {
		if (program === undefined) return context.skip(`${runtime.name} is not to be had`);
		await writeFile(join(project, "program.mjs"), text);
		return inProject(program, [...runtime.run, "program.mjs"]);
	};

	test("every entry point is imported", async (context) => {
		const entries = Object.keys(description.exports).filter((entry) => !entry.endsWith(".json"));
		const names = entries.map((entry) => description.name + entry.slice(1));
		const script = `for (const name of ${JSON.stringify(names)}) console.log(Object.keys(await import(name)).length > 0);`;
		expect((await runs(context, script)).trim().split("\n")).toEqual(names.map(() => "true"));
	});

	test("a whole export runs against the sandbox, by its function and over a port", async (context) => {
		expect(await runs(context, wholeExport)).toBe("300 Id,Last_Name,Owner.last_name,Created_Time true\n");
	});

	// The command is Node's.
	test.runIf(runtime.command === "node")(
		"the command runs, and exports from a sandbox what a TypeScript file asks for",
		async (context) => {
			const bin = join(project, "node_modules/.bin/zoho-bulk-read");
			await writeFile(join(project, "query.ts"), query);
			const script = `
import { createSandbox, generateCompany } from "zoho-bulk-read/sandbox";
import { execFileSync, spawn } from "node:child_process";

process.stdout.write(execFileSync(process.execPath, [${JSON.stringify(bin)}, "--version"]));
const sandbox = createSandbox({ records: generateCompany({ contacts: 300 }) });
const { url, close } = await sandbox.listen();
const env = { PATH: process.env.PATH, ZOHO_BASE_URL: url, ZOHO_ACCESS_TOKEN: sandbox.credentials.accessToken };
const child = spawn(process.execPath, [${JSON.stringify(bin)}, "export", "query.ts"], { env });
let csv = "";
child.stdout.on("data", (data) => { csv += data; });
child.stderr.pipe(process.stderr);
child.on("close", async (code) => {
	await close();
	console.log(code, csv.split("\\n")[0], csv.trimEnd().split("\\n").length);
});
`;
			const printed = await runs(context, script);
			expect(printed).toBe(`${description.version}\n0 Id,Last_Name,Owner.last_name 301\n`);
		},
	);
});

/** Whether npm could not get a package: there is no network, or no build for this machine. */
function isNotToBeHad(error: unknown): boolean {
	return error instanceof Error && /npm (?:error|ERR!)/.test(error.message);
}

describe("the first hour", () => describeFirstHour(() => project));
