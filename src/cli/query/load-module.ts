import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isJsonObject } from "../../checks/json-object.js";
import type { AnyModule } from "../../schema/module-schema.js";
import { CommandError } from "../terminal/command-error.js";

/**
 * Loads a file of JavaScript or TypeScript without a build step: TypeScript goes through jiti, on every version of
 * Node. If the file's folder has no `zoho-bulk-read`, as with `npx`, it gets the one that is running.
 *
 * @param path - absolute.
 * @throws {@link CommandError} with what went wrong in the file.
 */
export async function loadModule(path: string): Promise<Readonly<Record<string, unknown>>> {
	try {
		return await importFile(path);
	} catch (error) {
		throw new CommandError(`${path} could not be loaded: ${error instanceof Error ? tellCause(error) : String(error)}`);
	}
}

async function importFile(path: string): Promise<Readonly<Record<string, unknown>>> {
	const isTypeScript = /^\.[cm]?tsx?$/.test(extname(path));
	const alias = hasLibrary(path) ? undefined : ownLibrary();
	if (!isTypeScript && alias === undefined) return import(pathToFileURL(path).href);
	const { createJiti } = await import("jiti/static");
	const jiti = createJiti(path, { fsCache: false, interopDefault: false, ...(alias && { alias }) });
	return jiti.import<Readonly<Record<string, unknown>>>(path);
}

function hasLibrary(path: string): boolean {
	try {
		createRequire(path).resolve("zoho-bulk-read");
		return true;
	} catch {
		return false;
	}
}

/** The entry points of this command's library, by import name. */
function ownLibrary(): Record<string, string> {
	// From dist/cli, where the bundler puts this.
	const root = new URL("../../", import.meta.url);
	const description: LibraryDescription = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
	const entries = Object.entries(description.exports).flatMap(([name, target]) =>
		typeof target === "string"
			? []
			: [[description.name + name.slice(1), fileURLToPath(new URL(target.default, root))]],
	);
	return Object.fromEntries(entries);
}

interface LibraryDescription {
	readonly name: string;
	readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
}

/** The sentence, without the stack that some loaders add to it. */
function tellCause({ name, message }: Error): string {
	const sentence = message.split("\nRequire stack:")[0] ?? message;
	return name === "Error" ? sentence : `${name}: ${sentence}`;
}

/** Whether an export of a file is a Zoho module. */
export function isModule(value: unknown): value is AnyModule {
	return isJsonObject(value) && typeof value.apiName === "string" && "fields" in value && "where" in value;
}
