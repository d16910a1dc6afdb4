import { comparatorTable, families, methodName } from "../src/schema/comparators.js";

/** The comparator table in Markdown, for the README and the guides. */
export function writeComparatorTable(): string {
	const rows = families.map((family) => {
		const { dataTypes, comparators } = comparatorTable[family];
		return `| ${family} | ${dataTypes.join(", ")} | ${comparators.map((name) => `\`${methodName(name)}\``).join(" ")} |`;
	});
	return ["| family | data types | comparators |", "| --- | --- | --- |", ...rows].join("\n");
}
