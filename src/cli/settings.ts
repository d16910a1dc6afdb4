import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import { CommandError } from "./command-error.js";

/** What the command reads from the environment, and from a file in its form; what each is for. */
export const settingNames = {
	ZOHO_CLIENT_ID: "the client's id",
	ZOHO_CLIENT_SECRET: "the client's secret",
	ZOHO_REFRESH_TOKEN: "a refresh token: access tokens are got with it",
	ZOHO_ACCESS_TOKEN: "an access token, in the place of the three above; it lives for an hour",
	ZOHO_DC: "the data centre, as --dc",
	ZOHO_ENVIRONMENT: "production, sandbox or developer, as --environment",
	ZOHO_BASE_URL: "another server, as --base-url",
	ZOHO_TOKEN_FILE: "a file in which access tokens are kept between runs",
} as const;

/** The name of a setting. */
export type SettingName = keyof typeof settingNames;

/** The settings that were given. An empty one counts as none. */
export type Settings = { readonly [Name in SettingName]?: string };

/**
 * Reads the settings. Secrets come from here or from a prompt, never from arguments: those stand in the history of the shell
 * and in the list of processes.
 *
 * @param file - a file of `NAME=value` lines; the environment goes before it.
 */
export async function readSettings(file: string | undefined): Promise<Settings> {
	const fromFile = file === undefined ? {} : parseEnv(await readFile(file, "utf8"));
	if (file !== undefined && !Object.keys(settingNames).some((name) => name in fromFile)) {
		throw new CommandError(
			`${file} names none of ${Object.keys(settingNames).join(", ")}. Write one setting a line, like ZOHO_DC=eu.`,
		);
	}
	const given: Record<string, string> = {};
	for (const name of Object.keys(settingNames)) {
		const value = process.env[name] || fromFile[name];
		if (value) given[name] = value;
	}
	return given;
}
