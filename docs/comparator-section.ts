import { InvalidCriteriaError } from "../src/criteria/node/invalid-criteria-error.js";
import { type Arity, type Comparator, comparatorsFor, comparatorTraits, dataTypes } from "../src/schema/comparators.js";
import { Deals } from "../src/standard/index.js";

/** Two conditions on deals that show a comparator: a correct one, and one that the compiler and the library both refuse. */
interface Shown {
	readonly right: string;
	readonly wrong: string;
}

const shown: Readonly<Record<Comparator, Shown>> = {
	equal: { right: 'where("Stage").equal("Closed Won")', wrong: 'where("Closing_Date").equal("2026-13-01")' },
	not_equal: { right: 'where("Amount").notEqual(0)', wrong: 'where("Amount").notEqual("1,000")' },
	in: { right: 'where("Stage").in(["Qualification", "Closed Won"])', wrong: 'where("Stage").in([])' },
	not_in: {
		right: 'where("Owner").notIn(["554023000000235011"])',
		wrong: 'where("Owner").notIn("554023000000235011")',
	},
	less_than: { right: 'where("Amount").lessThan(50_000)', wrong: 'where("Deal_Name").lessThan("M")' },
	less_equal: {
		right: 'where("Closing_Date").lessEqual("2026-06-30")',
		wrong: 'where("Closing_Date").lessEqual("2026-06-31")',
	},
	greater_than: { right: 'where("Probability").greaterThan(75)', wrong: 'where("Stage").greaterThan("Closed Won")' },
	greater_equal: {
		right: 'where("Modified_Time").greaterEqual("2026-01-01T00:00:00+05:30")',
		wrong: 'where("Modified_Time").greaterEqual("2026-01-01T00:00:00")',
	},
	between: {
		right: 'where("Closing_Date").between("2026-01-01", "2026-06-30")',
		wrong: 'where("Amount").between(1, 2)',
	},
	not_between: {
		right: 'where("Created_Time").notBetween("2026-01-01T00:00:00Z", "2026-01-31T23:59:59Z")',
		wrong: 'where("Created_Time").notBetween("2026-01-01", "2026-01-31")',
	},
	contains: { right: 'where("Deal_Name").contains("renewal")', wrong: 'where("Amount").contains("5")' },
	not_contains: { right: 'where("Deal_Name").notContains("test")', wrong: 'where("Owner").notContains("5")' },
	starts_with: {
		right: 'where("Account_Name.Account_Name").startsWith("Acme")',
		wrong: 'where("Closing_Date").startsWith("2026")',
	},
	ends_with: { right: 'where("Deal_Name").endsWith("(EU)")', wrong: 'where("Deal_Name").endsWith(5)' },
};

const takes: Readonly<Record<Arity, string>> = {
	one: "one value, or `EMPTY` (for every data type except boolean)",
	list: "a list of one or more values, which may include `EMPTY`",
	pair: "two values in order, neither of them `EMPTY`; the range includes both",
};

/** Writes a comparator's section of the guide. Both conditions are run, so that the section shows real results. */
export function writeComparatorSection(name: string): string {
	const comparator = Object.keys(shown).find((known): known is Comparator => known === name);
	if (comparator === undefined) throw new RangeError(`There is no comparator "${name}".`);
	const { right, wrong } = shown[comparator];
	const permitted = dataTypes.filter((dataType) => comparatorsFor(dataType).includes(comparator));
	return [
		`- **Data types:** ${permitted.join(", ")}.`,
		`- **Takes:** ${takes[comparatorTraits[comparator].arity]}.`,
		`- **On the wire:** \`${comparator}\`.`,
		"",
		fence("ts", `import { Deals } from "zoho-bulk-read/standard";\nconst { where } = Deals;\n// ---cut---\n${right};`),
		fence("json", JSON.stringify(run(right), null, 2)),
		"Refused by the compiler:",
		"",
		fence(
			"refused",
			`import { Deals } from "zoho-bulk-read/standard";\nconst { where } = Deals;\n// ---cut---\n${wrong};`,
		),
		"And at run time:",
		"",
		`> ${refusalOf(wrong)}`,
	].join("\n");
}

const fence = (language: string, code: string): string => `\`\`\`${language}\n${code}\n\`\`\`\n`;

function run(code: string): unknown {
	return new Function("where", `return ${code};`)(Deals.where);
}

function refusalOf(code: string): string {
	try {
		run(code);
	} catch (error) {
		if (error instanceof InvalidCriteriaError) return error.issues[0]?.message ?? "";
		throw error;
	}
	throw new Error(`This is not refused: ${code}`);
}
