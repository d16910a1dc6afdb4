import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import description from "../../package.json" with { type: "json" };
import { knownAdvice } from "../../src/client/errors/known-advice.js";
import { errorCodes } from "../../src/facts/error-codes.js";

const root = new URL("../../", import.meta.url);

test.each(Object.keys(errorCodes))(
	"what is said of %s leads to its place in a guide that the package has",
	async (code) => {
		const [, path = "", anchor] = /See zoho-bulk-read\/(\S+)#(\w+)\.$/.exec((await knownAdvice(code)) ?? "") ?? [];
		expect(anchor).toBe(code);
		expect(existsSync(new URL(path, root))).toBe(true);
		expect(readFileSync(new URL(path, root), "utf8")).toContain(`<a id="${code}"></a>`);
		expect(description.files.some((folder) => path.startsWith(`${folder}/`))).toBe(true);
	},
);

test("of a code that nobody knows nothing is said", async () => {
	expect(await knownAdvice("NEVER_HEARD_OF")).toBeUndefined();
	expect(await knownAdvice("toString")).toBeUndefined();
});
