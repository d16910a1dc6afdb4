import { describe, expect, test } from "vitest";
import { startTypeCheck } from "./type-check.js";
import { readWrongFiles } from "./wrong-things.js";

// `messages/*.txt` records what TypeScript 6 says about every mistake, so that people can review it. Update with `vitest -u`.
const compiler = startTypeCheck();

describe.each(readWrongFiles())("$name", ({ name, text, things }) => {
	const findings = compiler.findings(text);

	test.each(things)("$what is one mistake: $code", ({ line }) => {
		expect(findings.filter((finding) => finding.line === line)).toHaveLength(1);
	});

	test("nothing else is a mistake", () => {
		expect(findings.map(({ line }) => line)).toEqual(things.map(({ line }) => line));
	});

	test("the messages", async () => {
		const messages = things.map(({ what, line, code }) => {
			const finding = findings.find((candidate) => candidate.line === line);
			return `${what}\n    ${code}\n    TS${finding?.code}: ${finding?.message.replaceAll("\n", "\n    ")}\n`;
		});
		await expect(messages.join("\n")).toMatchFileSnapshot(`messages/${name}.txt`);
	});
});
