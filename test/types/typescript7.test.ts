import { beforeAll, expect, test } from "vitest";
import { compileExamples, type Report } from "./compile.js";
import { startTypeCheck } from "./type-check.js";
import { readWrongFiles } from "./wrong-things.js";

// TypeScript 7 is another program than 6, in another language: it has to refuse and to accept the same lines. Its words may
// differ (it sorts unions by name), and where a `Date` is refused it names the missing property at once (2741), where 6 first
// says that the argument will not do (2345).
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
