import { type PackedField, unpackFields } from "../schema/packed-fields.js";
import { InvalidGeneratedFileError } from "./invalid-generated-file-error.js";
import type { GeneratedFile } from "./write-files.js";
import { readEscapes } from "./write-text.js";

/** The run-time contents of a generated module: its fields by API name, without labels and comments. */
export interface ModuleOutline {
	readonly apiName: string;
	readonly fields: ReadonlyMap<string, PackedField>;
}

/**
 * Reads the modules back from generated files, without running them. White space, quotes and comments may differ, since
 * a formatter may have changed the files.
 *
 * @param files - generated files; others have no modules.
 * @throws {@link InvalidGeneratedFileError} if a module was edited so that it cannot be read.
 */
export function outlineFiles(files: readonly GeneratedFile[]): readonly ModuleOutline[] {
	return files.flatMap((file) =>
		[...file.text.matchAll(generatedConstant)].map(([, apiName = "", packed = ""]) => ({
			apiName: readEscapes(apiName.slice(1, -1)),
			fields: outlineFields(file.path, readEscapes(packed)),
		})),
	);
}

const string = String.raw`"[^"\\\n]*(?:\\.[^"\\\n]*)*"|'[^'\\\n]*(?:\\.[^'\\\n]*)*'`;
const template = String.raw`\x60([^\x60\\]*(?:\\.[^\x60\\]*)*)\x60`;
const generatedConstant = new RegExp(
	String.raw`^export const [\w$]+: Module<\s*(?:${string}),\s*[\w$]+,?\s*>\s*=\s*(?:/\*[^*]*\*/\s*)?` +
		String.raw`generatedModule\(\s*(${string}),\s*${template}`,
	"gms",
);

function outlineFields(path: string, packed: string): ReadonlyMap<string, PackedField> {
	try {
		return new Map(unpackFields(packed).map((field) => [field.apiName, field]));
	} catch (error) {
		throw new InvalidGeneratedFileError(path, error instanceof Error ? error.message : String(error));
	}
}
