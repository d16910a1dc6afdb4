import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { measureCompletions } from "./completion-latency.js";
import {
	fieldCount,
	fieldOf,
	type SchemaSize,
	writeDrizzleTable,
	writeKyselyTables,
	writeModules,
} from "./type-schema.js";

/*
 * Counts what the compiler does for a condition, a selection and a row, on orgs of several sizes, and how soon an editor
 * completes a path. Fails where a target is missed, or a count grew by more than 5 % since it was recorded.
 *
 * --quick: counts only, on two sizes. --record: write down the counts.
 */
const quick = process.argv.includes("--quick");
const record = process.argv.includes("--record");

const directory = fileURLToPath(new URL("generated/", import.meta.url));
const baselineFile = new URL("types-baseline.json", import.meta.url);
const baseline: Record<string, number> = JSON.parse(readFileSync(baselineFile, "utf8"));

const sizes: readonly SchemaSize[] = (
	quick
		? [
				[20, 50],
				[200, 500],
			]
		: [
				[20, 50],
				[20, 500],
				[200, 50],
				[200, 500],
				[1000, 50],
				[1000, 500],
			]
).map(([modules = 0, fields = 0]) => ({ modules, fields, lookups: 20 }));

/** The most that each count may be, from what was measured of the best that is possible. */
const targets: Readonly<Record<string, number>> = {
	"own field": 22,
	"through a lookup": 52,
	"picklist, listed": 45,
	"pair of dates": 45,
	"25 mixed": 1_800,
};

interface Count {
	readonly instantiations: number;
	readonly milliseconds: number;
}

const options: ts.CompilerOptions = {
	strict: true,
	target: ts.ScriptTarget.ES2022,
	module: ts.ModuleKind.NodeNext,
	skipLibCheck: true,
	noEmit: true,
	types: [],
};

const host = ts.createCompilerHost(options);
const parsed = new Map<string, ts.SourceFile | undefined>();
const readSource = host.getSourceFile;
host.getSourceFile = (file, ...rest) => {
	if (file.endsWith("use.ts")) return readSource(file, ...rest);
	if (!parsed.has(file)) parsed.set(file, readSource(file, ...rest));
	return parsed.get(file);
};

/** What checking a program costs; it must be without mistakes. */
function count(head: string, lines: readonly string[]): Count {
	const file = `${directory}use.ts`;
	writeFileSync(file, `${head}\n${lines.map((line, index) => `export const c${index} = ${line};`).join("\n")}\n`);
	const program = ts.createProgram([file], options, host);
	const start = performance.now();
	const [mistake] = program.getSemanticDiagnostics(program.getSourceFile(file));
	if (mistake) throw new Error(ts.flattenDiagnosticMessageText(mistake.messageText, "\n"));
	return { instantiations: program.getInstantiationCount(), milliseconds: performance.now() - start };
}

/** What one more line costs, where others like it stand already and each is about another field. */
function perLine(head: string, lines: readonly string[]): number {
	const half = lines.length >> 1;
	const [few, all] = [count(head, lines.slice(0, half)), count(head, lines)];
	return (all.instantiations - few.instantiations) / (lines.length - half);
}

const ours = `import * as org from "./modules.js";
import { and, bulkRead, type Row } from "../../../src/index.js";
const { where } = org.M0;`;

const kyselyQuery = 'import { db } from "./kysely.js";\nconst query = db.selectFrom("M0").selectAll();';

function measureOurs(size: SchemaSize): Record<string, number> {
	const each = (kind: Parameters<typeof fieldOf>[0], write: (field: string, index: number) => string): string[] =>
		Array.from({ length: fieldCount(kind, size) }, (_, index) => write(fieldOf(kind, index, size), index));
	const second = (index: number): string => String(10 + (index % 50));
	const fieldsOf = Array.from({ length: 10 }, (_, index) =>
		index % 3 === 0 ? `"Field_${index}.${fieldOf("Text", index, size)}"` : `"${fieldOf("Text", index + 20, size)}"`,
	);
	const paths = [...new Set(fieldsOf)].join(", ");
	const empty = count(ours, []).instantiations;
	const selection = count(ours, [`bulkRead(org.M0).select(${paths})`]).instantiations;
	const row = count(`${ours}\nconst job = bulkRead(org.M0).select(${paths});\nexport type Contact = Row<typeof job>;`, [
		"(null as unknown as Contact).Id",
	]).instantiations;
	return {
		"own field": perLine(
			ours,
			each("Text", (field) => `where("${field}").equal("x")`),
		),
		picklist: perLine(
			ours,
			each("Picklist", (field) => `where("${field}").equal("A")`),
		),
		"picklist, listed": perLine(
			ours,
			each("Picklist", (field) => `where("${field}").in(["A", "B"])`),
		),
		"through a lookup": perLine(
			ours,
			each("Text", (field, index) => `where("Field_${index % 20}.${field}").contains("x")`),
		),
		"pair of dates": perLine(
			ours,
			each(
				"DateField",
				(field, index) => `where("${field}").between("2026-01-${second(index % 19)}", "2026-06-${second(index % 19)}")`,
			),
		),
		"pair of date-times": perLine(
			ours,
			each(
				"DateTime",
				(field, index) =>
					`where("${field}").between("2026-01-01T00:00:${second(index)}+05:30", "2026-06-01T00:00:${second(index)}Z")`,
			),
		),
		"25 mixed": count(ours, [`and(${mixed(25, size).join(", ")})`]).instantiations - empty,
		"select 10": selection - empty,
		"row of 10": row - selection,
	};
}

/** Conditions of five kinds in turn. */
function mixed(length: number, size: SchemaSize): string[] {
	const kinds: readonly ((index: number) => string)[] = [
		(index) => `where("${fieldOf("Text", index, size)}").equal("x")`,
		(index) => `where("${fieldOf("Picklist", index, size)}").in(["A"])`,
		(index) => `where("Field_${index % 20}.${fieldOf("Text", index, size)}").contains("x")`,
		(index) => `where("${fieldOf("Integer", index, size)}").lessThan(${index})`,
		(index) =>
			`where("${fieldOf("DateTime", index, size)}").between("2026-01-01T00:00:${10 + index}Z", "2026-06-01T00:00:${10 + index}Z")`,
	];
	return Array.from({ length }, (_, index) => kinds[index % kinds.length]?.(index) ?? "");
}

/** The same filter of 25 plain conditions in ours and in its peers: what it adds to a program. */
function compareWithPeers(size: SchemaSize): Record<string, Count> {
	const fields = Array.from({ length: 25 }, (_, index) => fieldOf("Text", index, size));
	const added = (head: string, line: string): Count => {
		const [without, filter] = [count(head, []), count(head, [line])];
		return {
			instantiations: filter.instantiations - without.instantiations,
			milliseconds: Math.max(0.1, filter.milliseconds - without.milliseconds),
		};
	};
	const drizzle = 'import { M0 } from "./drizzle.js";\nimport { and, eq } from "drizzle-orm";';
	return {
		ours: added(ours, `and(${fields.map((field) => `where("${field}").equal("x")`).join(", ")})`),
		kysely: added(kyselyQuery, `query${fields.map((field) => `.where("${field}", "=", "x")`).join("")}`),
		drizzle: added(drizzle, `and(${fields.map((field) => `eq(M0.${field}, "x")`).join(", ")})`),
	};
}

const misses: string[] = [];
const counts: Record<string, number> = {};
mkdirSync(directory, { recursive: true });
try {
	for (const size of sizes) {
		const name = `${size.modules} x ${size.fields}`;
		parsed.clear();
		writeFileSync(`${directory}modules.d.ts`, writeModules(size));
		console.log(`\n${name} modules x fields, 20 lookups: instantiations`);
		for (const [what, measured] of Object.entries(measureOurs(size))) {
			const key = `${name}: ${what}`;
			const target = targets[what];
			counts[key] = measured;
			console.log(`  ${what.padEnd(20)} ${measured.toFixed(1).padStart(8)}${target ? `  at most ${target}` : ""}`);
			if (target !== undefined && measured > target) misses.push(`${key}: ${measured.toFixed(1)}, at most ${target}`);
			const before = baseline[key];
			if (before !== undefined && measured > before * 1.05)
				misses.push(`${key}: ${measured.toFixed(1)}, was ${before}`);
		}
		if (size.modules > 200) continue;
		writeFileSync(`${directory}kysely.d.ts`, writeKyselyTables(size));
		writeFileSync(`${directory}drizzle.ts`, writeDrizzleTable(size));
		const peers = compareWithPeers(size);
		console.log("  the same 25 conditions:");
		for (const [peer, { instantiations, milliseconds }] of Object.entries(peers)) {
			console.log(`  ${peer.padEnd(20)} ${String(instantiations).padStart(8)}  ${milliseconds.toFixed(0)} ms`);
		}
		const [our, theirs] = [peers.ours?.instantiations ?? 0, peers.kysely?.instantiations ?? 0];
		if (our * 3 > theirs) misses.push(`${name}: ${our} instantiations are more than a third of Kysely's ${theirs}`);
	}
	if (!quick) misses.push(...(await reportCompletions({ modules: 1000, fields: 500, lookups: 20 })));
} finally {
	rmSync(directory, { recursive: true });
}

if (record) writeFileSync(baselineFile, `${JSON.stringify(counts, null, "\t")}\n`);
for (const miss of misses) console.error(`missed  ${miss}`);
process.exitCode = misses.length === 0 || record ? 0 : 1;

/** Completions are measured beside Kysely's: how many milliseconds they take depends on the machine, the ratio does not. */
async function reportCompletions(size: SchemaSize): Promise<string[]> {
	writeFileSync(`${directory}modules.d.ts`, writeModules(size));
	writeFileSync(`${directory}kysely.d.ts`, writeKyselyTables(size));
	const own = await measureCompletions(`${directory}use.ts`, ours, ['where("', 'where("Field_3.']);
	const peer = await measureCompletions(`${directory}use.ts`, kyselyQuery, ['query.where("']);
	console.log(`\ncompletions at ${size.modules} x ${size.fields}: from an edit to the list, by tsserver`);
	for (const [place, { milliseconds, entries }] of Object.entries({ ...own, ...peer })) {
		console.log(`  ${place.padEnd(20)} ${milliseconds.toFixed(0).padStart(8)} ms  ${entries} entries`);
	}
	const limit = (Object.values(peer)[0]?.milliseconds ?? 0) / 5;
	return Object.entries(own)
		.filter(([, { milliseconds }]) => milliseconds > limit)
		.map(([place, { milliseconds }]) => {
			return `completions at ${place}: ${milliseconds.toFixed(0)} ms are more than a fifth of Kysely's, ${limit.toFixed(0)} ms`;
		});
}
