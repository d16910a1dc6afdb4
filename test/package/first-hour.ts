import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { lstat, mkdir, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { firstHour, fullDisk, type NewOrg, type Step, startOrg } from "../../docs/terminal/first-hour.js";
import { quoteForShell } from "../../src/cli/terminal/shell.js";
import { root } from "../cli/build.js";
import { emptyFolder } from "../cli/command.js";
import { type LateTyped, lineInTerminal } from "../cli/in-terminal.js";

const execute = promisify(execFile);

/** The list of sessions, which does not depend on the org. */
const plan = firstHour({
	url: "",
	nobody: "",
	clientId: "",
	clientSecret: "",
	makeCode: () => "",
	close: async () => {},
});
const [withoutDriver, withDriver] = [plan.slice(0, -1), plan.slice(-1)];

/**
 * The first hour from an empty folder, typed at a terminal as the guide shows it: each wrong turn says what happened and what
 * to do, shows no secret, leaves every file as it was or what was done for resuming, and the next step works.
 *
 * @param installed - gives a folder in which the packed tarball is installed.
 */
export function describeFirstHour(installed: () => string): void {
	let org: NewOrg;
	let folder: string;
	const env = { NO_COLOR: "1", LANG: "C.UTF-8", HOME: tmpdir() };
	/** What was typed and written, and nobody may see. */
	const secrets = new Set<string>();

	beforeAll(async () => {
		org = await startOrg();
		secrets.add(org.clientSecret);
		folder = await emptyFolder();
		await execute("npm", ["init", "-y"], { cwd: folder });
		await symlink(join(installed(), "node_modules"), join(folder, "node_modules"));
	});
	afterAll(() => org?.close());

	const typed = ({ answers = [] }: Step): readonly LateTyped[] =>
		answers.map(({ at, type, key }) => [
			at,
			() => {
				if (key) return "\u0003";
				const text = typeof type === "string" ? type : type();
				if (typeof type !== "string") secrets.add(text);
				return text;
			},
		]);

	/**
	 * Takes the steps of a session.
	 *
	 * @param at - the folder, as the shell sees it.
	 * @param shell - runs a line.
	 */
	const walk = async (name: string, at = folder, shell = (line: string): string => line): Promise<void> => {
		const session = firstHour(org).find((each) => each.name === name);
		for (const step of session?.steps ?? []) {
			const before = await filesOf(at, step.makes);
			// npx itself is tried once: it takes longer than most commands.
			const line =
				name === plan[0]?.name ? step.line : step.line.replace(/^npx /, "npm_command=exec node_modules/.bin/");
			const { screen, code } = await lineInTerminal(shell(line), { cwd: folder, env }, typed(step));
			const words = screen.replaceAll(/\s+/g, " ");
			for (const sentence of step.says ?? []) expect(words, step.line).toContain(sentence);
			expect({ line: step.line, code, words }).toMatchObject({ code: step.code });
			expect(screen, "no stack").not.toMatch(/^ +at .*:\d+:\d+/m);
			for (const file of await readdir(folder)) {
				if (!/(?:^\.env\.zoho|\.env)(?:\.token)?$/.test(file)) continue;
				const text = await readFile(join(folder, file), "utf8");
				for (const [, token = ""] of text.matchAll(/(?:TOKEN=|"value":")([\w.]+)/g)) secrets.add(token);
			}
			for (const secret of secrets) expect(words).not.toContain(secret);
			if (step.code !== 0) expect(await filesOf(at, step.makes), step.line).toEqual(before);
			else if (step.makes !== undefined) await expectWhole(at, step.makes);
		}
	};

	test.each(withoutDriver.filter(({ onFullDisk }) => !onFullDisk))("$name", ({ name }) => walk(name));

	test.for(plan.filter(({ onFullDisk }) => onFullDisk))("$name", async ({ name }, context) => {
		const disk = join(folder, "disk");
		await mkdir(disk);
		const holder = spawn("unshare", ["-rm", "bash", "-c", `${fullDisk} && echo ready && exec sleep 600`], {
			cwd: folder,
		});
		onTestFinished(async () => {
			holder.kill("SIGKILL");
			await rm(disk, { recursive: true });
		});
		const [ready] = await Promise.race([once(holder.stdout, "data"), once(holder, "close"), once(holder, "error")]);
		if (String(ready) !== "ready\n") return context.skip("nobody but root may mount a disk here");
		const enter = ["nsenter", "-t", String(holder.pid), "-U", "-m", "--preserve-credentials", "bash", "-c"];
		await walk(name, `/proc/${holder.pid}/root${folder}`, (line) =>
			[...enter, `cd ${quoteForShell(folder)}; ${line}`].map(quoteForShell).join(" "),
		);
	});

	test("a file that may not grow any more", async () => {
		const line = "node_modules/.bin/zoho-bulk-read export first-export.ts -o limited.csv --env .env.zoho";
		const limited = await lineInTerminal(`trap "" XFSZ; ulimit -f 8; ${line}`, { cwd: folder, env });
		expect(limited.code).toBe(2);
		expect(limited.screen.replaceAll(/\s+/g, " ")).toMatch(
			/Raise the limit \(ulimit -f\), or write to another disk\..*--resume/,
		);
		expect(await lineInTerminal(`${line} --resume`, { cwd: folder, env })).toMatchObject({ code: 0 });
		await expectWhole(folder, "limited.csv");
	});

	test.each(withDriver)("$name", async ({ name }) => {
		await mkdir(join(folder, "node_modules/@duckdb"), { recursive: true });
		await symlink(join(root, "node_modules/@duckdb/node-api"), join(folder, "node_modules/@duckdb/node-api"));
		await walk(name);
	});
}

/** The files of a folder with what is in them, except what a step makes and keeps beside it for resuming. */
async function filesOf(folder: string, makes: string | undefined): Promise<Readonly<Record<string, string>>> {
	const files: Record<string, string> = {};
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
		if (!entry.isFile() || path.startsWith("node_modules/")) continue;
		if (makes !== undefined && path.startsWith(makes)) continue;
		files[path] = await readFile(join(folder, path), "utf8");
	}
	return files;
}

/** What a step makes is there, and nothing is left beside it. */
async function expectWhole(folder: string, makes: string): Promise<void> {
	expect((await lstat(join(folder, makes))).size).toBeGreaterThan(0);
	expect((await readdir(folder)).filter((name) => /\.partial$|\.checkpoint\.json$/.test(name))).toEqual([]);
}
