import { createHash } from "node:crypto";
import type { CopyType } from "../copy/copy-column.js";
import type { SqlNaming } from "../copy/copy-sql.js";

/** PostgreSQL's type for each type of column. */
export const postgresTypes: Readonly<Record<CopyType, string>> = {
	text: "text",
	integer: "bigint",
	number: "numeric",
	date: "date",
	moment: "timestamptz",
	boolean: "boolean",
	list: "text[]",
};

/** The maximum length of a name in bytes. PostgreSQL truncates longer ones, which may then coincide. */
const longestName = 63;
const hashLength = 8;

/** A longer name keeps its beginning, and gets eight digits that identify the whole name. */
export const postgresNaming: SqlNaming = {
	nameOf: (given) => {
		const name = given.replaceAll("\0", "_") || "_";
		if (Buffer.byteLength(name) <= longestName) return name;
		const digits = createHash("sha256").update(name).digest("hex").slice(0, hashLength);
		const characters = [...name].slice(0, longestName);
		while (Buffer.byteLength(characters.join("")) > longestName - hashLength - 1) characters.pop();
		return `${characters.join("")}_${digits}`;
	},
	sameAs: (name) => name,
};
