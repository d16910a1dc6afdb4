import { type Compiler, compileExamples } from "./compile.js";
import { readWrongFiles, type WrongThing } from "./wrong-things.js";

// Checks the built declarations with every version of TypeScript that we claim to support: right code must compile, and wrong
// code must not. Build first.
const compilers: readonly (readonly [name: string, Compiler])[] = [
	["5.4", "typescript54"],
	["5.9", "typescript59"],
	["6.0", "typescript"],
	["7.0", "typescript7"],
];

const wrongFiles = readWrongFiles();
const wrongLines = new Map<string, WrongThing>(
	wrongFiles.flatMap(({ name, things }) => things.map((thing) => [`wrong/${name}.ts:${thing.line}`, thing] as const)),
);

for (const [version, compiler] of compilers) {
	const reports = compileExamples(compiler, "dist");
	const refused = new Set(reports.map(({ file, line }) => `${file}:${line}`));
	const unexpected = reports.filter(({ file, line }) => !wrongLines.has(`${file}:${line}`));
	const missed = [...wrongLines].filter(([place]) => !refused.has(place));
	console.log(`TypeScript ${version}: ${wrongLines.size - missed.length} of ${wrongLines.size} wrong lines refused`);
	for (const { file, line, code, message } of unexpected)
		console.log(`  refuses ${file}:${line}: TS${code}: ${message}`);
	for (const [place, { what }] of missed) console.log(`  accepts ${place}: ${what}`);
	if (unexpected.length > 0 || missed.length > 0) process.exitCode = 1;
}
