import { describe, expect, test } from "vitest";
import { InvalidOptionError } from "../../../src/checks/invalid-option-error.js";
import { type CsvDialect, checkDialect } from "../../../src/result/csv/csv-dialect.js";

describe("a dialect is checked", () => {
	const own = { delimiter: ",", quote: "needed", lineEnding: "lf", bom: false, safeForSpreadsheets: false };

	test.each<CsvDialect>([
		{},
		{ delimiter: ",", quote: "needed", lineEnding: "lf", bom: false, safeForSpreadsheets: false },
		{ delimiter: undefined, bom: undefined },
	])("%j is Zoho's own", (dialect) => expect(checkDialect(dialect)).toBeUndefined());

	test.each<CsvDialect>([
		...["\t", " ", "!", "#", "$", "%", "&", "*", "/", ":", ";", "?", "[", "\\", "]", "^", "`", "|", "~"].map(
			(delimiter) => ({ delimiter }),
		),
		{ quote: "always" },
		{ lineEnding: "crlf" },
		{ bom: true },
		{ safeForSpreadsheets: true },
	])("%j is another, with every choice made", (dialect) => {
		expect(checkDialect(dialect)).toEqual({ ...own, ...dialect });
	});

	test.each([
		...[
			"",
			";;",
			"\t\t",
			"a",
			"Z",
			"0",
			"9",
			"_",
			"'",
			'"',
			".",
			"+",
			"=",
			"@",
			"-",
			"\n",
			"\r",
			"\0",
			"\u007f",
			"é",
			"；",
		],
		...[null, 5, [";"], { a: 1 }],
	])("the delimiter %j is refused", (delimiter) => {
		expect(refusal({ delimiter })).toMatchObject({
			option: "delimiter",
			message: expect.stringContaining(
				`${JSON.stringify(delimiter)} cannot be a delimiter. Give one ASCII character that is not a letter, digit, quote or sign, such as ";" or a tab.`,
			),
		});
	});

	test.each(["never", "", "Always", true, null])("quoting %j is refused", (quote) => {
		expect(refusal({ quote })).toMatchObject({
			option: "quote",
			message: expect.stringContaining(`${JSON.stringify(quote)} is not "needed" or "always".`),
		});
	});

	test.each(["cr", "", "LF", "\n", null])("the line ending %j is refused", (lineEnding) => {
		expect(refusal({ lineEnding })).toMatchObject({
			option: "lineEnding",
			message: expect.stringContaining(`${JSON.stringify(lineEnding)} is not "lf" or "crlf".`),
		});
	});

	function refusal(dialect: object): unknown {
		try {
			checkDialect(dialect);
		} catch (error) {
			expect(error).toBeInstanceOf(InvalidOptionError);
			return error;
		}
		throw new Error("It was not refused.");
	}
});
