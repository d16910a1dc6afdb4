import { beforeAll, expect, test } from "vitest";
import { compileExamples, type Report } from "./compile.js";
import { startTypeCheck } from "./type-check.js";
import { readWrongFiles } from "./wrong-things.js";

// TypeScript 7 is a rewrite in another language. It must refuse and accept the same lines as 6. Its messages may differ: it sorts
// unions by name, and for a refused `Date` it immediately names the missing property (2741), while 6 first says that the
// argument is not assignable (2345).
const sixth = startTypeCheck();
let reports: readonly Report[] = [];

beforeAll(() => {
	reports = compileExamples("typescript7", "src");
});

test("TypeScript 7 accepts what is right", () => {
	expect(reports.filter(({ file }) => !file.startsWith("wrong/"))).toEqual([]);
});

test.each(readWrongFiles())(
	"TypeScript 7 refuses the same lines of $name as 6, by the same codes",
	({ name, text }) => {
		const seventh = reports.filter(({ file }) => file === `wrong/${name}.ts`);
		expect(seventh.map(({ line, code }) => ({ line, code: code === 2741 ? 2345 : code }))).toEqual(
			sixth.findings(text).map(({ line, code }) => ({ line, code })),
		);
	},
);
