/**
 * Records what the command shows in a terminal, as text: `npm run record:terminal`, after a build. Each recording captures
 * the screen of a tmux session, including what has scrolled away. Needs tmux.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { firstHour, fullDisk, recordedPorts, type Session, startOrg } from "./first-hour.js";

const here = new URL(".", import.meta.url).pathname;
const bin = new URL("../../dist/cli/zoho-bulk-read.js", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "recording-"));
const socket = join(folder, "tmux");
const prompt = "$ ";

const query = `import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

export default bulkRead(Contacts)
  .select("Full_Name", "Email", "Owner.last_name", "Description", "Created_Time")
  .where((where) => where("Email").isNotEmpty().and(where("Created_Time").greaterEqual("2025-01-01T00:00:00Z")));
`;

const leads = `import { bulkRead } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";

export default bulkRead(Leads).select("Last_Name", "Company", "Email");
`;

/** A screen that a person types at. */
class Screen {
	readonly #name: string;

	/**
	 * @param before - a command that the shell runs first, as root of its own namespace.
	 */
	constructor(name: string, place = "project", settings: readonly string[] = [], before?: string) {
		this.#name = name;
		const size = ["-x", "100", "-y", "50"];
		const shell = `env -i PATH='${join(folder, "bin")}:${process.env.PATH}' HOME='${folder}' TERM=screen LANG=C.UTF-8 ${settings.join(" ")} HISTFILE= PS1='${prompt}' bash --norc --noprofile`;
		const started = before === undefined ? shell : `unshare -rm bash -c "${before} && exec ${shell}"`;
		tmux("new-session", "-d", "-s", name, ...size, "-c", join(folder, place), started);
	}

	/** Types a line, and waits until the screen matches; by default, until the next prompt. */
	async type(line: string, until?: RegExp): Promise<void> {
		await this.see(atPrompt);
		tmux("send-keys", "-t", this.#name, "-l", line);
		tmux("send-keys", "-t", this.#name, "Enter");
		await sleep(200);
		await this.see(until ?? atPrompt);
	}

	/** Waits for a question, and types the answer. */
	async answer(question: RegExp, text: string): Promise<void> {
		await this.see(question);
		tmux("send-keys", "-t", this.#name, "-l", text);
		tmux("send-keys", "-t", this.#name, "Enter");
	}

	press(key: string): void {
		tmux("send-keys", "-t", this.#name, key);
	}

	async see(what: RegExp): Promise<void> {
		for (let looks = 0; !what.test(this.text()); looks++) {
			if (looks === 600) throw new Error(`${what} does not come: ${this.text()}`);
			await sleep(50);
		}
	}

	text(): string {
		return tmux("capture-pane", "-p", "-S", "-", "-t", this.#name).trimEnd();
	}

	save(file: string): void {
		const text = this.text().replace(/\s*\n\$$/, "");
		writeFileSync(join(here, file), `${text.replaceAll(/ +$/gm, "")}\n`);
	}
}

const atPrompt = /(?:^|\n)\$$/;

function tmux(...args: readonly string[]): string {
	return execFileSync("tmux", ["-S", socket, "-f", "/dev/null", ...args], { encoding: "utf8" });
}

/** Starts a sandbox in a screen, and returns its settings: `NAME=value`. */
async function startSandbox(screen: Screen, args: string): Promise<readonly string[]> {
	await screen.type(`zoho-bulk-read sandbox ${args}`, /Ctrl-C stops it\./);
	return screen.text().match(/(?<=export )\w+=\S+/g) ?? [];
}

mkdirSync(join(folder, "bin"));
mkdirSync(join(folder, "project"));
mkdirSync(join(folder, "new-project"));
// npm does the same at installation.
chmodSync(bin, 0o755);
symlinkSync(bin, join(folder, "bin/zoho-bulk-read"));
writeFileSync(join(folder, "project/contacts.ts"), query);
writeFileSync(join(folder, "project/leads.ts"), leads);
const project = join(folder, "new-project");
writeFileSync(join(project, "package.json"), '{ "name": "new-project", "private": true }\n');
const root = new URL("../..", import.meta.url).pathname;
const packed = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], { cwd: root });
const [{ filename }] = JSON.parse(packed.toString());
execFileSync("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, filename)], {
	cwd: project,
});
mkdirSync(join(project, "disk"));

/** Types the steps of a session of the first hour. */
async function record({ name, recorded, onFullDisk, steps }: Session): Promise<void> {
	const screen = new Screen(
		name.replaceAll(" ", "-"),
		"new-project",
		["npm_config_update_notifier=false"],
		onFullDisk && fullDisk,
	);
	for (const { line, answers = [] } of steps) {
		const [first] = answers;
		await screen.type(line, first && literally(first.at));
		for (const { at, type, key } of answers) {
			const text = typeof type === "string" ? type : type();
			if (key) await screen.see(literally(at)).then(() => screen.press(text));
			else await screen.answer(literally(at, "$"), text);
			await sleep(200);
		}
		await screen.see(atPrompt);
	}
	if (recorded) screen.save(`${name}.txt`);
}

/** Matches a text below the last line that was typed. */
function literally(text: string, end = "(?![^]*\n\\$ )"): RegExp {
	return new RegExp(text.replaceAll(/[()?.%]/g, "\\$&") + end);
}

try {
	const help = new Screen("help");
	await help.type("zoho-bulk-read --help");
	for (const command of ["login", "init", "generate", "export", "sync", "explain", "sandbox", "doctor", "completion"]) {
		await help.type(`zoho-bulk-read ${command} --help`);
	}
	await help.type("zoho-bulk-read generate --chekc");
	help.save("help.txt");

	const sandbox = new Screen("sandbox");
	const settings = await startSandbox(sandbox, "--port 8025 --records 200000");
	const connected = (name: string): Screen => new Screen(name, "project", settings);

	const doctor = connected("doctor");
	await doctor.type("zoho-bulk-read doctor");
	await doctor.type("ZOHO_REFRESH_TOKEN=1000.wrong zoho-bulk-read doctor");
	doctor.save("doctor.txt");

	const generate = connected("generate");
	await generate.type("zoho-bulk-read generate Leads Deals -o zoho.ts --save zoho.json");
	await generate.type('zoho-bulk-read generate Leads Deals -o zoho.ts --check; echo "exit code $?"');
	await generate.type('sed -i \'s/"Web Research"/"Word of mouth"/; s/"double"/"integer"/\' zoho.json');
	await generate.type('zoho-bulk-read generate Leads Deals -o zoho.ts --from zoho.json --check; echo "exit code $?"');
	generate.save("generate.txt");

	const explain = connected("explain");
	await explain.type("cat contacts.ts");
	await explain.type("zoho-bulk-read explain contacts.ts");
	await explain.type(
		'zoho-bulk-read explain Leads --where \'{"api_name":"Lead_Source","comparator":"equals","value":"Web"}\'',
	);
	explain.save("explain.txt");

	const exported = connected("export");
	await exported.type("zoho-bulk-read export contacts.ts -o contacts.csv", /[1-9]% /);
	exported.press("C-c");
	await exported.type("ls");
	await exported.type("zoho-bulk-read export contacts.ts -o contacts.csv --resume");
	await exported.type("zoho-bulk-read export contacts.ts -o contacts.ndjson 2>&1 | cat");
	await exported.type("zoho-bulk-read export Leads --select Full_Name,Company --quiet | head -n 4");
	await exported.type("ls");
	exported.save("export.txt");

	const org = await startOrg(recordedPorts);
	// The last session needs a database driver, which is not installed here.
	for (const session of firstHour(org).slice(0, -1)) await record(session);
	await org.close();

	const busy = new Screen("busy");
	const busySettings = await startSandbox(busy, "--port 8026 --records 20000 --busy 40");
	const synced = new Screen("sync", "project", busySettings);
	await synced.type("cat leads.ts");
	await synced.type("zoho-bulk-read sync leads.ts --to crm.duckdb");
	await synced.type("zoho-bulk-read sync leads.ts --to crm.duckdb --dry-run");
	await synced.type("zoho-bulk-read sync leads.ts --to crm.duckdb");
	synced.save("sync.txt");

	sandbox.press("C-c");
	await sandbox.see(atPrompt);
	sandbox.save("sandbox.txt");
} finally {
	tmux("kill-server");
	rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
