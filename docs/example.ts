import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { BulkReadRequest } from "../src/job/request.js";

export const exampleDirectory: URL = new URL("examples/", import.meta.url);

/** An example that works: its source, and what `test/docs/examples.test.ts` recorded about it. */
export interface Example {
	readonly name: string;
	readonly source: string;
	/** The body of the request that it builds. */
	readonly request: BulkReadRequest | undefined;
	/** Its filter as a sentence. */
	readonly english: string | undefined;
	/** Its filter as a picture. */
	readonly svg: string | undefined;
	/** What it prints. */
	readonly output: string | undefined;
}

/** An example that the compiler refuses, and the compiler's message. */
export interface WrongExample {
	readonly name: string;
	readonly source: string;
	readonly refusal: string;
}

/** The files of an example, by what is in them. */
export const endings = {
	source: ".ts",
	request: ".json",
	english: ".txt",
	svg: ".svg",
	output: ".output.txt",
	wrongSource: ".wrong.ts",
	refusal: ".wrong.txt",
} as const;

export function exampleNames(): readonly string[] {
	return namesOf(endings.source).filter((name) => !name.endsWith(".wrong"));
}

export function wrongNames(): readonly string[] {
	return namesOf(endings.wrongSource);
}

function namesOf(ending: string): readonly string[] {
	const files = readdirSync(exampleDirectory).filter((file) => file.endsWith(ending));
	return files.map((file) => file.slice(0, -ending.length)).sort();
}

export function readExample(name: string): Example {
	const request = readIfThere(name + endings.request);
	return {
		name,
		source: read(name + endings.source),
		request: request === undefined ? undefined : (JSON.parse(request) as BulkReadRequest),
		english: readIfThere(name + endings.english),
		svg: readIfThere(name + endings.svg),
		output: readIfThere(name + endings.output),
	};
}

export function readWrongExample(name: string): WrongExample {
	return { name, source: read(name + endings.wrongSource), refusal: read(name + endings.refusal) };
}

function read(file: string): string {
	return readFileSync(new URL(file, exampleDirectory), "utf8");
}

function readIfThere(file: string): string | undefined {
	return existsSync(new URL(file, exampleDirectory)) ? read(file) : undefined;
}
