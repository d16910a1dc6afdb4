import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { isJsonObject, type JsonObject } from "../../checks/json-object.js";
import { type DescribedModule, parseMetadata } from "../../generate/metadata/metadata.js";
import { CommandError } from "../terminal/command-error.js";

/** A file of metadata, and the module whose fields it has, if its name says so. */
export interface SavedSource {
	readonly path: string;
	readonly module?: string;
}

/**
 * Finds the files of `--from`: a file, a file with its module's name before a `=`, or a folder of files named after
 * their modules.
 */
export async function findSaved(given: readonly string[]): Promise<readonly SavedSource[]> {
	const found = given.map(async (word): Promise<readonly SavedSource[]> => {
		const there = await stat(word).catch(() => undefined);
		if (there?.isDirectory()) return filesOf(word);
		const [, module, path] = there === undefined ? (/^(\w+)=(.+)$/.exec(word) ?? []) : [];
		return [module === undefined || path === undefined ? { path: word } : { path, module }];
	});
	return (await Promise.all(found)).flat();
}

async function filesOf(folder: string): Promise<readonly SavedSource[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
	if (names.length === 0)
		throw new CommandError(`${folder} has no .json files. Put one for each module there, named after it.`);
	return names.map((name) => ({ path: join(folder, name), module: basename(name, ".json") }));
}

/**
 * Reads saved metadata: what `--save` wrote, or Zoho's own answers, `{ "fields": [...] }`, `{ "modules": [...] }` or a
 * bare list of fields.
 *
 * @throws {@link CommandError}, and InvalidMetadataError if it is anything else.
 */
export async function readSaved(sources: readonly SavedSource[]): Promise<readonly DescribedModule[]> {
	const fields = new Map<string, unknown>();
	const modules: unknown[] = [];
	const add = (module: string, answer: unknown, path: string): void => {
		if (fields.has(module)) throw new CommandError(`${path} has the fields of ${module}, which were already given.`);
		fields.set(module, answer);
	};
	for (const { path, module } of sources) {
		const document = parseJson(await readFile(path, "utf8"), path);
		if (isSaved(document)) {
			modules.push(...listOf(document.modules));
			for (const [name, answer] of Object.entries(document.fields)) add(name, answer, path);
		} else if (isJsonObject(document) && Array.isArray(document.modules)) modules.push(...document.modules);
		else if (module !== undefined) add(module, document, path);
		else if (holdsFields(document)) {
			throw new CommandError(
				`${path} has fields but does not say of which module. Give --from Module=${path}, such as --from Leads=${path}.`,
			);
		} else parseMetadata(document);
	}
	return parseMetadata({ modules, fields: Object.fromEntries(fields) });
}

/** Whether it is what `--save` wrote: the answers, by module. */
function isSaved(document: unknown): document is JsonObject & { readonly fields: JsonObject } {
	return isJsonObject(document) && "modules" in document && isJsonObject(document.fields);
}

function holdsFields(document: unknown): boolean {
	return Array.isArray(document) || (isJsonObject(document) && Array.isArray(document.fields));
}

function listOf(answer: unknown): readonly unknown[] {
	const list = isJsonObject(answer) ? answer.modules : answer;
	return Array.isArray(list) ? list : [];
}

/** Editors on Windows write a byte order mark. */
function parseJson(text: string, file: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ""));
	} catch {
		throw new CommandError(`${file} is not JSON. Give the file that generate --save wrote, or an answer from Zoho.`);
	}
}
