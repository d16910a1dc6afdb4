import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filledFiles } from "../../docs/fill-guides.js";
import { firstHour, recordedPorts } from "../../docs/terminal/first-hour.js";

const directory = new URL("../../docs/terminal/", import.meta.url);
/** test/cli/usage.test.ts compares it with the command itself. */
const help = "help.txt";
const shown = filledFiles().map((path) => readFileSync(path, "utf8"));
const sessions = readdirSync(directory).filter((file) => file.endsWith(".txt") && file !== help);

test.each(sessions)("%s is what a person saw, and a guide shows it", (file) => {
	const session = readFileSync(new URL(file, directory), "utf8");
	expect(session).toMatch(/^\$ (?:npx )?zoho-bulk-read |^\$ cat /);
	expect(session).not.toContain("\\u00");
	expect(session).not.toContain("\u001B");
	expect(shown.some((text) => text.includes(session.trimEnd()))).toBe(true);
});

const [url = "", nobody = ""] = recordedPorts.map((port) => `http://127.0.0.1:${port}`);
const org = { url, nobody, clientId: "", clientSecret: "", makeCode: () => "", close: async () => {} };

test.each(firstHour(org).filter(({ recorded }) => recorded))(
	"$name.txt has the steps that test/package takes, and their words",
	({ name, steps }) => {
		const session = readFileSync(new URL(`${name}.txt`, directory), "utf8").replaceAll(/\s+/g, " ");
		for (const { line, says = [] } of steps)
			for (const words of [`$ ${line}`, ...says]) expect(session).toContain(words);
	},
);
