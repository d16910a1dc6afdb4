import { describe, expect, test } from "vitest";
import {
	autoNumber,
	bigInteger,
	boolean,
	currency,
	date,
	dateTime,
	decimal,
	defineModule,
	email,
	InvalidCriteriaError,
	integer,
	lookup,
	multiSelect,
	owner,
	percent,
	phone,
	picklist,
	text,
	textArea,
	url,
	user,
} from "zoho-bulk-read";
import {
	type Comparator,
	comparators,
	comparatorsFor,
	comparatorTraits,
	type DataType,
	dataTypes,
	familyOf,
	methodName,
} from "../../src/schema/comparators.js";
import { startTypeCheck } from "../types/type-check.js";

const People = defineModule("People", { name: text });

const definitions = {
	integer,
	bigint: bigInteger,
	decimal,
	currency,
	percent,
	text,
	email,
	phone,
	url,
	picklist: picklist("A"),
	"multi-select": multiSelect("A"),
	textarea: textArea,
	autonumber: autoNumber,
	date,
	datetime: dateTime,
	boolean,
	lookup: lookup(() => People),
	owner: owner(() => People),
	user: user(() => People),
};

/** A module with a field of each data type, under the data type's name. */
const Everything = defineModule("Everything", definitions);

/** A value of each data type, as source text, and as it is sent. */
const values: Readonly<Record<DataType, readonly [source: string, sent: string | boolean]>> = {
	integer: ["1", "1"],
	bigint: ['"123456789012345678"', "123456789012345678"],
	decimal: ["1.5", "1.5"],
	currency: ["1.5", "1.5"],
	percent: ["1.5", "1.5"],
	text: ['"A"', "A"],
	email: ['"A"', "A"],
	phone: ['"A"', "A"],
	url: ['"A"', "A"],
	picklist: ['"A"', "A"],
	"multi-select": ['"A"', "A"],
	textarea: ['"A"', "A"],
	autonumber: ['"A"', "A"],
	date: ['"2026-01-31"', "2026-01-31"],
	datetime: ['"2026-01-31T09:30:00+05:30"', "2026-01-31T09:30:00+05:30"],
	boolean: ["true", true],
	lookup: ['"123"', "123"],
	owner: ['"123"', "123"],
	user: ['"123"', "123"],
};

/** The arguments of a comparator, as source text, and the value that is sent. */
function argumentsOf(dataType: DataType, comparator: Comparator): { source: string; sent: unknown } {
	const [source, sent] = values[dataType];
	switch (comparatorTraits[comparator].arity) {
		case "one":
			return { source, sent };
		case "list":
			return { source: `[${source}, ${source}]`, sent: [sent, sent] };
		case "pair":
			return { source: `${source}, ${source}`, sent: [sent, sent] };
	}
}

const pairs = dataTypes.flatMap((dataType) => comparators.map((comparator) => ({ dataType, comparator })));
const isPermitted = ({ dataType, comparator }: (typeof pairs)[number]): boolean =>
	comparatorsFor(dataType).includes(comparator);

/** The call as a user writes it. */
function call({ dataType, comparator }: (typeof pairs)[number]): string {
	return `where("${dataType}").${methodName(comparator)}(${argumentsOf(dataType, comparator).source})`;
}

/** Makes the call, whatever the types say. */
function run({ dataType, comparator }: (typeof pairs)[number]): unknown {
	const asked = Everything.where(dataType) as unknown as Record<string, (...given: unknown[]) => unknown>;
	const given: unknown[] = JSON.parse(`[${argumentsOf(dataType, comparator).source}]`);
	return asked[methodName(comparator)]?.(...given);
}

test("there are 19 data types and 14 comparators, and a module with all of them", () => {
	expect(pairs).toHaveLength(19 * 14);
	expect([...Everything.fields.values()].map((field) => field.dataType)).toEqual(dataTypes);
});

/** The API page's table, copied by hand, to compare with the table in the code. */
const published: Readonly<Record<string, readonly string[]>> = {
	number: "equal not_equal in not_in less_than less_equal greater_than greater_equal".split(" "),
	text: "equal not_equal in not_in contains not_contains starts_with ends_with".split(" "),
	date: "equal not_equal in not_in between not_between greater_than greater_equal less_than less_equal".split(" "),
	boolean: ["equal"],
	lookup: "equal not_equal in not_in".split(" "),
};

test.each(dataTypes)("%s takes the comparators that the API's page prints", (dataType) => {
	expect(comparatorsFor(dataType)).toEqual(published[familyOf[dataType]]);
});

describe("at run time", () => {
	test.each(pairs.filter(isPermitted))("$dataType $comparator is accepted and sent", (pair) => {
		expect(JSON.parse(JSON.stringify(run(pair)))).toEqual({
			api_name: pair.dataType,
			comparator: pair.comparator,
			value: argumentsOf(pair.dataType, pair.comparator).sent,
		});
	});

	test.each(pairs.filter((pair) => !isPermitted(pair)))(
		"$dataType $comparator is refused, with what is allowed",
		(pair) => {
			try {
				run(pair);
				expect.unreachable();
			} catch (error) {
				expect(error).toBeInstanceOf(InvalidCriteriaError);
				const [issue] = (error as InvalidCriteriaError).issues;
				expect(issue).toMatchObject({
					code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
					field: pair.dataType,
					comparator: pair.comparator,
					allowed: comparatorsFor(pair.dataType),
				});
				for (const name of [pair.dataType, pair.comparator, ...comparatorsFor(pair.dataType)]) {
					expect(issue?.message).toContain(name);
				}
			}
		},
	);
});

test("the compiler accepts the permitted calls and refuses each of the others, where it stands", () => {
	const head = `import * as zoho from "zoho-bulk-read";
const People = zoho.defineModule("People", { name: zoho.text });
const { where } = zoho.defineModule("Everything", {
	integer: zoho.integer, bigint: zoho.bigInteger, decimal: zoho.decimal, currency: zoho.currency, percent: zoho.percent,
	text: zoho.text, email: zoho.email, phone: zoho.phone, url: zoho.url, picklist: zoho.picklist("A"),
	"multi-select": zoho.multiSelect("A"), textarea: zoho.textArea, autonumber: zoho.autoNumber, date: zoho.date,
	datetime: zoho.dateTime, boolean: zoho.boolean, lookup: zoho.lookup(() => People), owner: zoho.owner(() => People),
	user: zoho.user(() => People),
});
`;
	const first = head.split("\n").length;
	const findings = startTypeCheck().findings(`${head}${pairs.map((pair) => `${call(pair)};`).join("\n")}\n`);
	const refused = pairs.filter((_, index) => findings.some(({ line }) => line === first + index));
	expect(refused.map(call)).toEqual(pairs.filter((pair) => !isPermitted(pair)).map(call));
	expect(findings.map(({ line }) => line).filter((line) => line < first)).toEqual([]);
	for (const { message } of findings) expect(message).toMatch(/^Property '\w+' does not exist on type /);
});
