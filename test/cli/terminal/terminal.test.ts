import { stripVTControlCharacters } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { writeBytes, writeDuration } from "../../../src/cli/terminal/quantities.js";
import { wrap } from "../../../src/cli/terminal/wrap.js";
import { generateCompany } from "../../../src/sandbox/company/generate-company.js";
import { virtualClock } from "../../../src/sandbox/options/virtual-clock.js";
import { ensureBuilt } from "../build.js";
import { emptyFolder } from "../command.js";
import { inTerminal } from "../in-terminal.js";
import { serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

const clearLine = "\u001B[2K";
const red = "\u001B[31m";
const green = "\u001B[32m";
const withoutColours = (text: string): string => stripVTControlCharacters(text);

describe("in a terminal", () => {
	test("progress is one line that is written over, and a line for each page that is done", async () => {
		const { env } = await serve({ records: generateCompany({ contacts: 150 }), limits: { recordsPerPage: 100 } });
		const screen = await inTerminal(["export", "Contacts", "-o", "contacts.csv"], { cwd: await emptyFolder(), env });
		expect(screen).toContain(`${clearLine}${green}page 1`);
		const lines = screen.split("\r\n").map((line) => withoutColours(line.slice(line.lastIndexOf(clearLine))));
		expect(lines[0]).toMatch(/^page 1 {2}100 rows {2}[\d.]+ kB {2}\d s {2}/);
		expect(lines[1]).toMatch(/^page 2 {2}50 rows \(150 in all\) {2}/);
		const said = ["reading Contacts", "creating the job", "waiting for Zoho", "the job is done", "%"];
		for (const words of said) expect(screen).toContain(words);
		expect(screen).toContain("Wrote 150 rows to contacts.csv");
	});

	test("Ctrl-C leaves the last state on the screen", async () => {
		const clock = virtualClock({ start: Date.now() });
		const { env } = await serve({ clock, timing: { inProgress: 60_000 } });
		const surroundings = { cwd: await emptyFolder(), env };
		const screen = await inTerminal(["export", "Contacts", "-o", "x.csv"], surroundings, [["for Zoho", "\u0003"]]);
		const end = withoutColours(screen.slice(screen.lastIndexOf(clearLine)));
		expect(end).toMatch(/^page 1 {2}waiting for Zoho {2}\d s .*\s+Interrupted\.\r\nWhat was done is kept/);
	});

	test("what is wrong is marked in red, and broken between words", async () => {
		const screen = await inTerminal(["explain", "Contacts", "--select", "Nope"]);
		expect(screen).toContain(`${red}error:`);
		for (const line of screen.split("\r\n")) expect(line.length).toBeLessThan(100 + red.length * 2);
	});

	test("NO_COLOR takes the colours away", async () => {
		const screen = await inTerminal(["explain", "Contacts", "--select", "Nope"], { env: { NO_COLOR: "1" } });
		expect(screen).toContain("error: ");
		expect(screen).not.toContain("\u001B[");
	});
});

describe("wrap", () => {
	test.each([
		["one two three", 7, "", "one two\nthree"],
		["one two three", 7, "  ", "one two\n  three"],
		["one two three", 100, "  ", "one two three"],
		["unbreakable one", 4, "", "unbreakable\none"],
		["a b\n  code that stays\nc d", 3, "", "a b\n  code that stays\nc d"],
		["", 5, "", ""],
	])("%j in %d columns", (text, columns, indent, expected) => {
		expect(wrap(text, columns, indent)).toBe(expected);
	});
});

test.each([
	[999, "999 B"],
	[1_000, "1.0 kB"],
	[7_640_000, "7.6 MB"],
	[2_500_000_000, "2.5 GB"],
])("%d bytes are %s", (bytes, words) => expect(writeBytes(bytes)).toBe(words));

test.each([
	[400, "0 s"],
	[59_400, "59 s"],
	[125_000, "2 min 5 s"],
	[3_840_000, "1 h 4 min"],
])("%d milliseconds are %s", (milliseconds, words) => expect(writeDuration(milliseconds)).toBe(words));
