import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { generateCompany } from "../../../src/sandbox/company/generate-company.js";
import type { SandboxOptions } from "../../../src/sandbox/sandbox-options.js";
import { emptyFolder } from "../command.js";
import { type ServedSandbox, serve } from "../served-sandbox.js";

/** 250 contacts on pages of 100, so three of them. */
export const threePages: SandboxOptions = {
	records: generateCompany({ contacts: 250 }),
	limits: { recordsPerPage: 100, recordsPerIcsPage: 50 },
};

/** A sandbox, and a folder of its own. */
export interface Place extends ServedSandbox {
	readonly folder: string;
	readonly at: { readonly cwd: string; readonly env: Readonly<Record<string, string>> };
	read(file: string): Promise<string>;
}

/** Serves a sandbox, and makes a folder to export to. */
export async function place(options: SandboxOptions = threePages): Promise<Place> {
	const served = await serve(options);
	const folder = await emptyFolder();
	return {
		...served,
		folder,
		at: { cwd: folder, env: served.env },
		read: (file) => readFile(join(folder, file), "utf8"),
	};
}

/** The arguments of most exports here. */
export const contacts = ["export", "Contacts", "--select", "Last_Name,Owner.last_name"];
