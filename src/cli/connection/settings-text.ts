import { basename } from "node:path";
import type { SettingName, Settings } from "./settings.js";

/** Writes settings as a file for `--env`, which shells can read too. */
export function writeSettings(settings: Settings): string {
	const lines = Object.entries(settings).map(([name, value]) => `${comments[name] ?? ""}${name}=${quote(value)}\n`);
	return `# The credentials of a Zoho CRM org, written by zoho-bulk-read login. Whoever has them can read the org.\n${lines.join("")}`;
}

const comments: Readonly<Record<string, string | undefined>> = {
	ZOHO_TOKEN_FILE:
		"# A file in this folder, through which commands share an access token. Without this line, each requests its own.\n",
};

/**
 * The name of the file in which commands keep the access token that they get with a file of settings, in the same
 * folder. Characters that shells and files of settings treat in different ways are replaced.
 */
export function tokenFileBeside(path: string): string {
	return `${basename(path).replaceAll(/[^\p{L}\p{N} ._@%+=,-]/gu, "_")}.token`;
}

/** The values consist of visible ASCII, but for the name of a file, which has no quotes. */
function quote(value: string): string {
	if (/^[\w.:/@%+=,-]*$/.test(value)) return value;
	return value.includes("'") ? `"${value}"` : `'${value}'`;
}

/** The settings of the environment that override those of a file, and differ. */
export function overridden(settings: Settings): readonly SettingName[] {
	const names: readonly SettingName[] = [
		...(["ZOHO_DC", "ZOHO_ENVIRONMENT", "ZOHO_BASE_URL"] as const),
		...(["ZOHO_CLIENT_ID", "ZOHO_CLIENT_SECRET", "ZOHO_REFRESH_TOKEN"] as const),
	];
	return names.filter((name) => process.env[name] && process.env[name] !== settings[name]);
}
