import { bulkRead } from "../../src/job/bulk-read.js";
import { Contacts } from "../../src/standard/index.js";
import { zipsOf } from "./zip.js";
import type { ServedPage } from "./zoho-server.js";

/** The job that these pages answer. */
export const contactsJob = bulkRead(Contacts).select("Last_Name", "Email_Opt_Out");

export interface Contact {
	Id: string;
	Last_Name: string | null;
	Email_Opt_Out: boolean | null;
}

/** Pages of contacts with the given numbers of rows, and the rows that are in them. */
export function contactPages(...counts: readonly number[]): { pages: ServedPage[]; rows: Contact[] } {
	const rows: Contact[] = [];
	const texts = counts.map((count) => {
		const own = Array.from({ length: count }, (_, at) => contact(rows.length + at));
		rows.push(...own);
		const lines = own.map((row) => `${row.Id},"${row.Last_Name}",${row.Email_Opt_Out ?? ""}\n`);
		return `Id,Last_Name,Email_Opt_Out\n${lines.join("")}`;
	});
	return { pages: zipsOf(texts).map((zip, at) => ({ zip, count: counts[at] ?? 0 })), rows };
}

/** Names that do not compress well, so that a file comes in many parts. */
function contact(at: number): Contact {
	const name = Array.from({ length: 4 }, (_, part) => Math.imul(at * 4 + part + 1, 0x9e3779b1).toString(36)).join(", ");
	return {
		Id: String(554023000000000000n + BigInt(at)),
		Last_Name: name,
		Email_Opt_Out: at % 3 === 0 ? null : at % 3 === 1,
	};
}
