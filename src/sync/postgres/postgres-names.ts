import { createHash } from "node:crypto";
import type { CopyType } from "../copy/copy-column.js";
import type { SqlNaming } from "../copy/copy-sql.js";

/** What a column of each type is in PostgreSQL. */
export const postgresTypes: Readonly<Record<CopyType, string>> = {
	text: "text",
	integer: "bigint",
	number: "numeric",
	date: "date",
	moment: "timestamptz",
	boolean: "boolean",
	list: "text[]",
};

/** Bytes of the longest name. PostgreSQL cuts longer ones, and two may then be one. */
const longestName = 63;
const hashLength = 8;

/** A longer name keeps its beginning, and gets eight digits that stand for the whole. */
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
