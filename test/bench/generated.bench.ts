/**
 * What an org's generated modules add to a build: 200 modules of 500 fields, 20 of them lookups. A project is compiled with and
 * without them. Exits with 1 if TypeScript 6 takes longer than the target.
 *
 *     tsx test/bench/generated.bench.ts [--quick] [--rounds 8]
 *
 * --quick: few modules, one round, and no check of times.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateModules } from "../../src/generate/generate.js";
import { parseMetadata } from "../../src/generate/metadata/metadata.js";
import type { GeneratedFile } from "../../src/generate/write-files.js";

/**
 * What the modules may add, of what the build takes without them. One second is wanted, which is four fifths on a quiet machine: there
 * the build takes 1.2 seconds, and the modules add 0.7. A busy machine is slower at both.
 */
const target = 0.8;

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values: flags } = parseArgs({
	options: { quick: { type: "boolean", default: false }, rounds: { type: "string", default: "8" } },
});
const rounds = flags.quick ? 1 : Number(flags.rounds);
const size = flags.quick
	? { modules: 10, fields: 50, lookups: 5, values: 8 }
	: { modules: 200, fields: 500, lookups: 20, values: 8 };

const plainTypes =
	"text email phone website integer double currency percent date datetime boolean textarea bigint autonumber " +
	"picklist multiselectpicklist";

function bigOrg(): readonly GeneratedFile[] {
	const types = plainTypes.split(" ");
	const values = Array.from({ length: size.values }, (_, index) => ({ actual_value: `Value ${index}` }));
	const name = (index: number) => `Module_${index % size.modules}`;
	const fieldsOf = (module: number) =>
		Array.from({ length: size.fields }, (_, index) => {
			const field = { api_name: `Field_${index}`, field_label: `Field ${index}` };
			if (index < size.lookups) {
				return { ...field, data_type: "lookup", lookup: { module: { api_name: name(module * 7 + index * 13) } } };
			}
			const data_type = types[index % types.length] ?? "text";
			return { ...field, data_type, pick_list_values: data_type.includes("picklist") ? values : [] };
		});
	const names = Array.from({ length: size.modules }, (_, index) => name(index));
	const metadata = parseMetadata({
		modules: names.map((api_name) => ({ api_name })),
		fields: Object.fromEntries(names.map((module, index) => [module, fieldsOf(index)])),
	});
	return generateModules(metadata).files;
}

interface Build {
	readonly name: string;
	readonly folder: string;
}

/** A project whose one file uses a standard module, and the generated ones where there are any. */
function makeBuild(directory: string, name: string, files: readonly GeneratedFile[]): Build {
	const folder = join(directory, name.replace(/\W+/g, "-"));
	mkdirSync(folder);
	for (const { path, text } of files) writeFileSync(join(folder, path), text);
	const own =
		files.length === 0 ? "" : 'import { Module_1 } from "./index.js";\nModule_1.where("Field_3.Field_33").isEmpty();\n';
	// Whether a file is a module follows from the package that it is in, wherever temporary files are kept.
	writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
	writeFileSync(
		join(folder, "use.ts"),
		`import { Contacts } from "zoho-bulk-read/standard";\nContacts.where("Owner.last_name").isEmpty();\n${own}`,
	);
	const compilerOptions = {
		noEmit: true,
		rootDir: "/",
		declaration: false,
		declarationMap: false,
		emitDeclarationOnly: false,
		isolatedDeclarations: false,
		incremental: false,
		tsBuildInfoFile: null,
		types: [],
		paths: {
			"zoho-bulk-read": [join(root, "src/criteria/build/descriptors.ts")],
			"zoho-bulk-read/standard": [join(root, "src/standard/index.ts")],
		},
	};
	writeFileSync(
		join(folder, "tsconfig.json"),
		JSON.stringify({ extends: join(root, "tsconfig.json"), compilerOptions, include: [], files: ["use.ts"] }),
	);
	return { name, folder };
}

/** What the compiler says that it took, by the name of the line. */
function compile(compiler: string, { folder }: Build): ReadonlyMap<string, number> {
	const tsc = join(root, "node_modules", compiler, "bin/tsc");
	const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder, "--extendedDiagnostics"], {
		cwd: folder,
		encoding: "utf8",
	});
	if (/\): error TS\d+|^error TS\d+/m.test(stdout)) throw new Error(stdout);
	return new Map(
		[...stdout.matchAll(/^([A-Z][\w /]*):\s+([\d.]+)/gm)].map(([, name = "", value]) => [name, Number(value)]),
	);
}

const shown = ["Parse time", "Bind time", "Check time", "Total time"];

/** The quickest of several rounds: what else the machine does can only add to it. */
function quickest(runs: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
	return runs.reduce((best, run) => ((run.get("Total time") ?? 0) < (best.get("Total time") ?? 0) ? run : best));
}

function measure(compiler: string, builds: readonly Build[]): readonly number[] {
	const runs = builds.map((): ReadonlyMap<string, number>[] => []);
	for (let round = 0; round < rounds; round++) {
		builds.forEach((build, index) => {
			runs[index]?.push(compile(compiler, build));
		});
	}
	return builds.map(({ name }, index) => {
		const best = quickest(runs[index] ?? []);
		const times = shown.map((line) => `${line.replace(" time", "").toLowerCase()} ${best.get(line)?.toFixed(2)} s`);
		console.log(`${compiler.padEnd(12)} ${name.padEnd(28)} ${times.join("  ")}`);
		return best.get("Total time") ?? Number.NaN;
	});
}

const directory = mkdtempSync(join(tmpdir(), "generated-"));
try {
	const files = bigOrg();
	const checked = files.map(({ path, text }) => ({ path, text: text.replace("// @ts-nocheck\n", "") }));
	const megabytes = files.reduce((bytes, { text }) => bytes + text.length, 0) / 1e6;
	console.log(`${size.modules} modules of ${size.fields} fields, ${size.lookups} lookups: ${megabytes.toFixed(1)} MB`);
	const builds = [
		makeBuild(directory, "without", []),
		makeBuild(directory, "with", files),
		makeBuild(directory, "with, and checked line by line", checked),
	];
	const [without = Number.NaN, withModules = Number.NaN] = measure("typescript", builds);
	measure("typescript7", builds);
	const added = withModules - without;
	const share = added / without;
	console.log(
		`TypeScript 6: ${added.toFixed(2)} s added, ${share.toFixed(2)} of the build, at most ${target} allowed.`,
	);
	process.exitCode = flags.quick || share <= target ? 0 : 1;
} finally {
	rmSync(directory, { recursive: true });
}
