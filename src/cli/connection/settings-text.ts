import type { SettingName, Settings } from "./settings.js";

/** Writes settings as a file for `--env`, which shells can read too. */
export function writeSettings(settings: Settings): string {
	const lines = Object.entries(settings).map(([name, value]) => `${name}=${quote(value)}`);
	return `# The credentials of a Zoho CRM org, written by zoho-bulk-read login. Whoever has them can read the org.\n${lines.join("\n")}\n`;
}

/** The values consist of visible ASCII. */
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
