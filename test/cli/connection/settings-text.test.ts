import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { readSettings } from "../../../src/cli/connection/settings.js";
import { tokenFileBeside, writeSettings } from "../../../src/cli/connection/settings-text.js";

const odd = [
	"it's.env",
	'"quoted" name',
	"a $HOME `id` \\n",
	"line\nbreak",
	"# no comment",
	"данные.env",
	"..",
	"ключ🔑",
];
const name = fc.oneof(
	fc.constantFrom(...odd),
	fc.string({ unit: "binary", minLength: 1 }).filter((text) => !/[/\0]/.test(text)),
);

test("whatever the file of credentials is called, the file of the token is beside it, as commands read it", async () => {
	const folder = await mkdtemp(join(tmpdir(), "settings-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const file = join(folder, ".env");
	await fc.assert(
		fc.asyncProperty(name, async (given) => {
			const token = tokenFileBeside(join("some", "folder", given));
			await writeFile(file, writeSettings({ ZOHO_DC: "eu", ZOHO_TOKEN_FILE: token }));
			expect(await readSettings({ env: file })).toEqual({ ZOHO_DC: "eu", ZOHO_TOKEN_FILE: join(folder, token) });
		}),
		{ numRuns: 60 },
	);
});

test("and as a shell reads it", async () => {
	for (const given of odd) {
		const token = tokenFileBeside(given);
		const script = `${writeSettings({ ZOHO_TOKEN_FILE: token })}printf %s "$ZOHO_TOKEN_FILE"`;
		expect(execFileSync("sh", ["-c", script], { encoding: "utf8" })).toBe(token);
	}
});

test("a path in the environment, or one that begins with a slash, is taken as it is", async () => {
	const folder = await mkdtemp(join(tmpdir(), "settings-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	const file = join(folder, ".env");
	await writeFile(file, "ZOHO_TOKEN_FILE=/var/lib/token\n");
	expect(await readSettings({ env: file })).toEqual({ ZOHO_TOKEN_FILE: "/var/lib/token" });
	process.env.ZOHO_TOKEN_FILE = "token";
	onTestFinished(() => {
		delete process.env.ZOHO_TOKEN_FILE;
	});
	expect(await readSettings({ env: file })).toEqual({ ZOHO_TOKEN_FILE: "token" });
});
