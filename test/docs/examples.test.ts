import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Criteria, Job } from "zoho-bulk-read";
import { createSandbox } from "zoho-bulk-read/sandbox";
import { endings, exampleDirectory, exampleNames, wrongNames } from "../../docs/example.js";
import { describe as describeCriteria } from "../../src/criteria/describe/describe.js";
import { toJson, toSvg } from "../../src/render/index.js";

const names = exampleNames();
const pathOf = (file: string): string => fileURLToPath(new URL(file, exampleDirectory));
const record = (text: string, file: string): Promise<void> => expect(text).toMatchFileSnapshot(pathOf(file));

/** What an example may export for the docs to show. */
interface Shown {
	readonly job?: Job<unknown>;
	readonly criteria?: Criteria;
}

/** Files that were recorded in this run. */
const recorded = new Set<string>();

describe("every example runs, and builds and prints what was recorded", () => {
	const printed: string[] = [];

	beforeEach(() => {
		printed.length = 0;
		vi.spyOn(console, "log").mockImplementation((...values: readonly unknown[]) => {
			printed.push(values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join(" "));
		});
		// What is told twice a second is told once, however slow the machine is.
		vi.spyOn(performance, "now").mockReturnValue(0);
		const sandbox = createSandbox({ timing: { added: 0, queued: 0, inProgress: 0 } });
		vi.stubGlobal("fetch", sandbox.fetch);
		vi.stubEnv("ZOHO_CLIENT_ID", sandbox.credentials.clientId);
		vi.stubEnv("ZOHO_CLIENT_SECRET", sandbox.credentials.clientSecret);
		vi.stubEnv("ZOHO_REFRESH_TOKEN", sandbox.credentials.refreshToken);
	});

	afterEach(() => {
		vi.unstubAllGlobals();
		vi.unstubAllEnvs();
		vi.restoreAllMocks();
	});

	test.each(names)("%s", async (name) => {
		const { job, criteria = job?.criteria }: Shown = await import(pathOf(name + endings.source));
		const recordings = {
			...(job === undefined ? {} : { [endings.request]: toJson(job) }),
			...(criteria === undefined
				? {}
				: { [endings.english]: `${describeCriteria(criteria)}\n`, [endings.svg]: toSvg(criteria) }),
			...(printed.length === 0 ? {} : { [endings.output]: `${printed.join("\n")}\n` }),
		};
		expect(Object.keys(recordings)).not.toEqual([]);
		for (const [ending, text] of Object.entries(recordings)) {
			recorded.add(name + ending);
			await record(text, name + ending);
		}
	});
});

describe("the compiler", () => {
	const config = ts.getParsedCommandLineOfConfigFile(
		fileURLToPath(new URL("../tsconfig.json", import.meta.url)),
		{},
		{ ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
	);
	const files = [
		...names.map((name) => name + endings.source),
		...wrongNames().map((name) => name + endings.wrongSource),
	];
	const program = ts.createProgram(files.map(pathOf), { ...config?.options, noErrorTruncation: false });

	const wordsOn = (file: string): string[] =>
		ts
			.getPreEmitDiagnostics(program, program.getSourceFile(pathOf(file)))
			.map(({ file: source, start, messageText }) => {
				const line = source?.getLineAndCharacterOfPosition(start ?? 0).line ?? -1;
				return `line ${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}\n`;
			});

	test.each(names)("accepts %s", (name) => {
		expect(wordsOn(name + endings.source)).toEqual([]);
	});

	test.each(wrongNames())("refuses %s in the words that were recorded", async (name) => {
		const words = wordsOn(name + endings.wrongSource);
		expect(words).not.toEqual([]);
		recorded.add(name + endings.refusal);
		await record(words.join("\n"), name + endings.refusal);
	});
});

test("nothing is left of examples that are gone", () => {
	const all = readdirSync(exampleDirectory);
	expect(all.filter((file) => !file.endsWith(".ts") && !recorded.has(file))).toEqual([]);
});
