import { settings } from "../src/cli/connection/settings.js";
import { errorCodes } from "../src/facts/error-codes.js";
import { faultTable } from "../src/sandbox/faults/fault.js";
import { writeComparatorTable } from "./comparator-table.js";

/** The tables of the guides that are made from the library's own data, in Markdown. */
const tables: Readonly<Record<string, () => string>> = {
	comparators: writeComparatorTable,
	errors: () =>
		writeTable(
			["code", "HTTP", "what to do", "certainty"],
			Object.entries(errorCodes).map(([code, { status, advice, certainty }]) => [
				`\`${code}\``,
				String(status),
				advice,
				certainty,
			]),
		),
	settings: () =>
		writeTable(
			["setting", "what it is"],
			Object.entries(settings).map(([name, { says }]) => [`\`${name}\``, says]),
		),
	faults: () =>
		writeTable(
			["fault", "what happens", "its number"],
			Object.entries(faultTable).map(([fault, { says, unit, amount }]) => [
				`\`${fault}\``,
				says,
				unit === undefined
					? ""
					: `${unit}${amount === undefined ? "" : `; ${amount.toLocaleString("en")} unless given`}`,
			]),
		),
};

/** Writes one of the tables. */
export function writeGeneratedTable(name: string): string {
	const write = tables[name];
	if (!write) throw new RangeError(`There is no table "${name}"; there are ${Object.keys(tables).join(", ")}.`);
	return write();
}

function writeTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
