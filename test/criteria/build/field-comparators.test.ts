import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../../src/criteria/evaluate/evaluate.js";
import { EMPTY } from "../../../src/criteria/node/empty.js";
import { InvalidCriteriaError } from "../../../src/criteria/node/invalid-criteria-error.js";
import { parseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import {
	type Comparator,
	comparators,
	comparatorsFor,
	comparatorTraits,
	type DataType,
	familyOf,
} from "../../../src/schema/comparators.js";
import { methodOf } from "../arbitrary-criteria.js";
import { Everything } from "../every-data-type.js";

const { where } = Everything;
const fields = [...Everything.fields.values()];

const sample: Readonly<Record<DataType, unknown>> = {
	integer: 1,
	bigint: "1",
	decimal: 1.5,
	currency: 1.5,
	percent: 1.5,
	text: "a",
	email: "a",
	phone: "a",
	url: "a",
	picklist: "a",
	"multi-select": "a",
	textarea: "a",
	autonumber: "a",
	date: "2026-01-01",
	datetime: "2026-01-01T00:00:00Z",
	boolean: true,
	lookup: "1",
	owner: "1",
	user: "1",
};

const argumentsOf = (comparator: Comparator, value: unknown): unknown[] =>
	({ one: [value], list: [[value]], pair: [value, value] })[comparatorTraits[comparator].arity];

function thrownBy(run: () => unknown): InvalidCriteriaError {
	try {
		run();
	} catch (error) {
		if (error instanceof InvalidCriteriaError) return error;
		throw error;
	}
	throw new Error("Nothing was thrown.");
}

const messageOf = (run: () => unknown): string => thrownBy(run).message;

describe("the comparator table", () => {
	test.each(
		fields.flatMap(({ apiName, dataType }) =>
			comparators.map((comparator) => [apiName, comparator, dataType] as const),
		),
	)("%s %s", (apiName, comparator, dataType) => {
		const compare = methodOf(apiName, comparator);
		const given = argumentsOf(comparator, sample[dataType]);
		if (comparatorsFor(dataType).includes(comparator)) {
			expect(compare(...given).toJSON()).toMatchObject({ api_name: apiName, comparator });
		} else {
			const { issues } = thrownBy(() => compare(...given));
			expect(issues).toMatchObject([
				{
					code: "FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED",
					field: apiName,
					comparator,
					allowed: comparatorsFor(dataType),
				},
			]);
		}
	});

	test.each(fields.map(({ apiName, dataType }) => [apiName, dataType] as const))(
		"%s and EMPTY",
		(apiName, dataType) => {
			const [is, isNot] = [methodOf(apiName, "equal"), methodOf(apiName, "not_equal")];
			if (dataType === "boolean") {
				expect(() => is(EMPTY)).toThrow("this is not true or false");
				return;
			}
			expect(is(EMPTY).toJSON()).toEqual({ api_name: apiName, comparator: "equal", value: "${EMPTY}" });
			expect(isNot(EMPTY).toJSON()).toEqual({ api_name: apiName, comparator: "not_equal", value: "${EMPTY}" });
		},
	);
});

describe("what somebody types never becomes a word of the API", () => {
	const textFields = fields.filter(({ dataType }) => familyOf[dataType] === "text").map(({ apiName }) => apiName);
	const typed = ["${EMPTY}", "${empty}", " ${EMPTY}\n", "${TODAY}", "${}", "${EMPTY}\u00a0"];

	test.each(textFields)("%s refuses a text in the form of a placeholder, whatever the comparator", (path) => {
		for (const comparator of comparatorsFor("text")) {
			const { arity } = comparatorTraits[comparator];
			for (const text of typed) {
				const ask = (): unknown => methodOf(path, comparator)(arity === "list" ? ["a", text] : text);
				expect(ask).toThrow(/a placeholder\. If you mean no value, give EMPTY/);
			}
		}
	});

	test.each(fields.filter(({ dataType }) => !textFields.includes(dataType)).map(({ apiName }) => apiName))(
		"%s refuses the text that the API spells EMPTY with",
		(path) => {
			expect(() => methodOf(path, "equal")("${EMPTY}")).toThrow(InvalidCriteriaError);
			expect(() => methodOf(path, "equal")(String(EMPTY))).toThrow(InvalidCriteriaError);
		},
	);

	test.each([
		"$",
		"${",
		"}",
		"$5",
		"a ${EMPTY}",
		"${EMPTY} b",
		"$converted",
		"100 %",
		"a,b",
		'","',
		"*",
		"_%",
		"{EMPTY}",
	])("the text %j is sent as it stands", (text) => {
		expect(methodOf("Text", "contains")(text).toJSON()).toMatchObject({ value: text });
		expect(methodOf("Text", "in")([text, "b"]).toJSON()).toMatchObject({ value: [text, "b"] });
	});

	test("a document means what it says, and is written again with the constant", () => {
		const document = { api_name: "Text", comparator: "in", value: ["${EMPTY}", "${TODAY}"] };
		expect(parseCriteria(Everything, document).toJSON()).toEqual(document);
		expect(evaluate(parseCriteria(Everything, document))({ Text: null })).toBe(true);
	});

	test("EMPTY is a value of its own, in every copy of the library", () => {
		const other = { [Symbol.for("zoho-bulk-read.EMPTY")]: true, toJSON: () => "${EMPTY}" };
		expect(methodOf("Text", "equal")(other).toJSON()).toMatchObject({ value: "${EMPTY}" });
		expect(JSON.stringify({ value: EMPTY })).toBe('{"value":"${EMPTY}"}');
		expect(inspect(EMPTY)).toBe("EMPTY");
		expect(EMPTY).not.toBe("${EMPTY}");
	});
});

describe("values that are refused, in words", () => {
	test.each<[string, Comparator, unknown[], string]>([
		[
			"Integer",
			"equal",
			[1.5],
			"Integer equal 1.5: this is not a whole number that JavaScript can hold exactly. Give a whole number, or EMPTY.",
		],
		[
			"Integer",
			"equal",
			[2 ** 53],
			"Integer equal 9007199254740992: this is not a whole number that JavaScript can hold exactly. Give a whole number, or EMPTY.",
		],
		["Integer", "equal", ["5 "], 'Integer equal "5 ": this is not a whole number. Give a whole number, or EMPTY.'],
		[
			"Big",
			"equal",
			[5],
			"Big equal 5: 5 is a JavaScript number, which cannot hold every id exactly. Give a bigint or a string of at most 19 digits, or EMPTY.",
		],
		[
			"Big",
			"equal",
			["1".repeat(20)],
			`Big equal "${"1".repeat(20)}": this has 20 digits, and the API takes at most 19. Give a bigint or a string of at most 19 digits, or EMPTY.`,
		],
		["Decimal", "equal", [Number.NaN], "Decimal equal NaN: this is not a finite number. Give a number, or EMPTY."],
		[
			"Decimal",
			"equal",
			["1e3"],
			'Decimal equal "1e3": this is not a number in plain digits. Give a number, or EMPTY.',
		],
		["Text", "equal", [5], "Text equal 5: this is not a string. Give a string of at most 255 characters, or EMPTY."],
		[
			"Text",
			"contains",
			["é".repeat(256)],
			`Text contains "${"é".repeat(56)}...: this has 256 characters, and the API takes at most 255. Give a string of at most 255 characters, or EMPTY.`,
		],
		[
			"Day",
			"equal",
			["2026-13-01"],
			'Day equal "2026-13-01": there is no month 13. Give a day like "2026-01-31", or EMPTY.',
		],
		[
			"Day",
			"equal",
			["2026-02-29"],
			'Day equal "2026-02-29": there is no such day. Give a day like "2026-01-31", or EMPTY.',
		],
		[
			"Day",
			"equal",
			["1/2/2026"],
			'Day equal "1/2/2026": this is not a day in the form YYYY-MM-DD. Give a day like "2026-01-31", or EMPTY.',
		],
		[
			"Day",
			"equal",
			[new Date(0)],
			'Day equal "1970-01-01T00:00:00.000Z": a Date is a moment, and its day depends on the time zone. Give a day like "2026-01-31", or EMPTY.',
		],
		[
			"Day",
			"between",
			["2026-01-02", "2026-01-01"],
			'Day between ["2026-01-02","2026-01-01"]: the range ends before it begins. Give a day like "2026-01-31", or EMPTY.',
		],
		[
			"Day",
			"between",
			[EMPTY, "2026-01-01"],
			'Day between ["${EMPTY}","2026-01-01"]: a range has two ends, and EMPTY cannot be one. Give a day like "2026-01-31", or EMPTY.',
		],
		[
			"Day",
			"in",
			[[]],
			'Day in []: this list is empty, and the API needs at least one value. Give a day like "2026-01-31", or EMPTY.',
		],
		[
			"Day",
			"in",
			["2026-01-01"],
			'Day in "2026-01-01": this comparator takes a list of values. Give a day like "2026-01-31", or EMPTY.',
		],
		[
			"Owner",
			"equal",
			["Boyle"],
			`Owner equal "Boyle": this is not a string of digits. Give a user's id as a bigint or a string of at most 19 digits, or EMPTY.`,
		],
		[
			"Account",
			"equal",
			[-1n],
			"Account equal -1n: an id cannot be negative. Give a record's id as a bigint or a string of at most 19 digits, or EMPTY.",
		],
		["Flag", "equal", ["true"], 'Flag equal "true": this is not true or false. Give true or false.'],
	])("%s %s, %#", (path, comparator, given, message) => {
		expect(messageOf(() => methodOf(path, comparator)(...given))).toBe(message);
	});

	test.each([
		["2026-01-01T00:00:00.000Z", "milliseconds are not accepted"],
		["2026-01-01T00:00:00", "the offset is missing"],
		["2026-01-01T24:00:00Z", "there is no hour 24"],
		["2026-01-01T00:60:00Z", "there is no minute 60"],
		["2026-01-01T00:00:60Z", "there is no second 60"],
		["2026-01-01T00:00:00+24:00", "there is no offset +24:00"],
		["2026-02-30T00:00:00Z", "there is no such day"],
		["2026-01-01", "this is not a date-time in the form YYYY-MM-DDThh:mm:ss+hh:mm"],
		[new Date(Number.NaN), "this Date is invalid, or outside the years 0 to 9999"],
		[new Date("+010000-01-01T00:00:00Z"), "this Date is invalid, or outside the years 0 to 9999"],
		[20260101, "this is not a string or a Date"],
	])("Moment equal, %#", (given, problem) => {
		expect(messageOf(() => methodOf("Moment", "equal")(given))).toContain(`: ${problem}. Give a date-time`);
	});

	test("holes in a list are refused", () => {
		// biome-ignore lint/suspicious/noSparseArray: this is what is tested
		expect(messageOf(() => methodOf("Text", "in")(["a", , "b"]))).toContain("this is not a string");
	});

	test("fields that are not there, or may not be asked for", () => {
		const anyWhere: (path: never) => unknown = where;
		expect(messageOf(() => anyWhere("Textt" as never))).toBe(
			'"Textt" is not a field of Everything. Did you mean "Text"?',
		);
		expect(messageOf(() => anyWhere("Owner.lastname" as never))).toContain('Did you mean "last_name"?');
		expect(messageOf(() => anyWhere("Text.last_name" as never))).toContain("is not a lookup");
	});

	test("a boolean is never empty", () => {
		const flag: object = where("Flag");
		for (const name of ["isEmpty", "isNotEmpty"]) {
			const method = Reflect.get(flag, name) as () => unknown;
			expect(messageOf(() => method.call(flag))).toContain("a boolean is never empty");
		}
	});
});
