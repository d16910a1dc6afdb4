import { readFile, realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { parseEnv } from "node:util";
import { keysOf } from "../../facts/table.js";
import { CommandError } from "../terminal/command-error.js";

/**
 * What the command reads from the environment, or from a file of the same form, each with a description of some fifty
 * characters.
 */
export const settings = {
	ZOHO_CLIENT_ID: { says: "of a self client: https://api-console.zoho.com" },
	ZOHO_CLIENT_SECRET: { says: "of the same client; a secret" },
	ZOHO_REFRESH_TOKEN: { says: "gets access tokens; a secret" },
	ZOHO_ACCESS_TOKEN: { says: "instead of these three; valid for an hour" },
	ZOHO_DC: { says: "the data centre, like --dc" },
	ZOHO_ENVIRONMENT: { says: "the org's environment, like --environment" },
	ZOHO_BASE_URL: { says: "another server, like --base-url" },
	ZOHO_TOKEN_FILE: { says: "file that keeps access tokens between runs" },
	DATABASE_URL: { says: "PostgreSQL, for sync --to postgres; a secret" },
} as const;

/** The name of a setting. */
export type SettingName = keyof typeof settings;

const settingNames = keysOf(settings);

/** The settings that were given. An empty one counts as missing. */
export type Settings = { readonly [Name in SettingName]?: string };

/** The options that name a file of settings. */
export interface SettingsFile {
	readonly env?: string;
	readonly envFile?: string;
}

/**
 * Reads the settings. Secrets come from here or from a prompt, never from arguments, which are visible in the shell's
 * history and in the list of processes.
 *
 * The environment takes precedence over the file, which has `NAME=value` lines. A path in the file is relative to it:
 * commands that run in different folders mean the same file.
 */
export async function readSettings({ envFile, env: file = envFile }: SettingsFile): Promise<Settings> {
	const fromFile = file === undefined ? {} : parseEnv(decode(await readFile(file)));
	if (file !== undefined && !settingNames.some((name) => name in fromFile)) {
		throw new CommandError(
			`${file} has none of ${settingNames.join(", ")}. Write one setting per line, like ZOHO_DC=eu.`,
		);
	}
	const given: Record<string, string> = {};
	for (const name of settingNames) {
		const value = process.env[name] || fromFile[name];
		if (value) given[name] = value;
	}
	const { ZOHO_TOKEN_FILE: tokenFile } = fromFile;
	if (file !== undefined && tokenFile && !process.env.ZOHO_TOKEN_FILE) {
		// Links to one file share its token, and put no secret into folders where git does not ignore it.
		const real = await realpath(file).catch(() => file);
		given.ZOHO_TOKEN_FILE = resolve(dirname(real), tokenFile);
	}
	return given;
}

/** Editors on Windows write a byte order mark, and PowerShell two bytes per character: a decoder removes the mark. */
function decode(bytes: Uint8Array): string {
	const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
	return new TextDecoder(isUtf16 ? "utf-16le" : "utf-8").decode(bytes);
}
