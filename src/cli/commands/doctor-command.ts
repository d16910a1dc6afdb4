import { makeLinesVisible } from "../../checks/make-visible.js";
import { tokenPath } from "../../client/auth/ask-for-tokens.js";
import type { ClientTarget } from "../../client/client-options.js";
import { ZohoApiError } from "../../client/errors/zoho-api-error.js";
import { apiOrigin, hostsOf } from "../../facts/data-centers.js";
import { type Connection, type ConnectionOptions, connect } from "../connection/connection.js";
import { lacksScope } from "../connection/lacks-scope.js";
import { type ExitCode, exitCodes } from "../terminal/exit-code.js";
import { type Colour, stdout } from "../terminal/terminal.js";

/** The options of `doctor`. */
export interface DoctorOptions extends ConnectionOptions {}

/** What one check found. */
interface Finding {
	readonly outcome: "ok" | "fail" | "note";
	readonly subject: string;
	readonly words: string;
}

/** Checks what an export and `generate` need, from the credentials to the clock, and says what it found. */
export async function doctor(options: DoctorOptions): Promise<ExitCode> {
	let failed = false;
	for await (const { outcome, subject, words } of examine(options)) {
		failed ||= outcome === "fail";
		const line = stdout.wrap(`${outcome.padEnd(4)}  ${subject.padEnd(11)}  ${words}`, " ".repeat(19));
		stdout.line(makeLinesVisible(line).replace(/^\w+/, (first) => stdout.paint(outcomeColours[outcome], first)));
	}
	return failed ? exitCodes.differs : exitCodes.done;
}

const outcomeColours: Readonly<Record<Finding["outcome"], Colour>> = { ok: "green", fail: "red", note: "yellow" };

async function* examine(options: DoctorOptions): AsyncGenerator<Finding> {
	const clock = new ServerClock();
	let connection: Connection;
	try {
		// A check that fails should say so at once.
		connection = await connect(options, { retries: 1, fetch: (request) => clock.observe(request) });
	} catch (error) {
		yield { outcome: "fail", subject: "settings", words: tell(error) };
		return;
	}
	const { context, credentials, target } = connection;
	yield { outcome: "ok", subject: "credentials", words: credentials };
	yield { outcome: "ok", subject: "data centre", words: tellTarget(target) };

	const bulk = await attempt(() => context.api.details(noJob, { signal: undefined }));
	if (!isAnswered(bulk)) {
		yield { outcome: "fail", subject: "token", words: tell(bulk) };
		return;
	}
	yield { outcome: "ok", subject: "token", words: "Zoho takes it" };
	yield judgeScope("ZohoCRM.bulk.READ", "to create jobs", bulk);
	const modules = await attempt(() => context.api.get("/crm/v8/settings/modules", undefined));
	yield judgeScope("ZohoCRM.settings.modules.READ", "to generate", modules);
	const fields = await attempt(() => context.api.get("/crm/v8/settings/fields?module=Leads", undefined));
	yield judgeScope("ZohoCRM.settings.fields.READ", "to generate", fields);
	yield {
		outcome: "note",
		subject: "scope",
		words: "ZohoCRM.modules.READ shows when a job is created, which costs credits: it is not tried",
	};
	yield clock.judge();
}

/** No job has this id: asking for it costs nothing, and changes nothing. */
const noJob = "1";

/** What a call came to: nothing where it went well, else why not. */
async function attempt(call: () => Promise<unknown>): Promise<unknown> {
	try {
		await call();
		return undefined;
	} catch (error) {
		return error;
	}
}

/** Whether the API knew who asked, be it only to refuse. */
function isAnswered(error: unknown): boolean {
	if (error === undefined) return true;
	if (!(error instanceof ZohoApiError) || error.code === undefined || error.request.includes(tokenPath)) return false;
	return error.status !== 401 || lacksScope(error);
}

/** Any other refusal than that of the scope was made after the scope had been looked at. */
function judgeScope(scope: string, use: string, error: unknown): Finding {
	if (lacksScope(error)) {
		return { outcome: "fail", subject: "scope", words: `${scope} (${use}) is missing: create the token with it` };
	}
	if (isAnswered(error)) return { outcome: "ok", subject: "scope", words: `${scope} (${use})` };
	return { outcome: "fail", subject: "scope", words: `${scope} (${use}): ${tell(error)}` };
}

function tell(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function tellTarget({ dataCenter, environment, baseUrl }: ClientTarget): string {
	if (dataCenter === undefined) return `${baseUrl}, and no data centre of Zoho's`;
	const { certainty } = hostsOf(dataCenter);
	const reported = certainty === "reported" ? " (others report this host; Zoho's CRM pages do not name it)" : "";
	return `${dataCenter}: ${apiOrigin(dataCenter, environment)}${reported}`;
}

/** What the answers say of the time, against the machine's own. */
class ServerClock {
	/** Milliseconds that this machine is ahead. */
	#ahead: number | undefined;

	async observe(request: Request): Promise<Response> {
		const asked = Date.now();
		const response = await fetch(request);
		const date = Date.parse(response.headers.get("date") ?? "");
		// The header has whole seconds, and was written at some moment between the question and the answer.
		if (!Number.isNaN(date)) this.#ahead = (asked + Date.now()) / 2 - (date + 500);
		return response;
	}

	judge(): Finding {
		if (this.#ahead === undefined) {
			return { outcome: "note", subject: "clock", words: "the answers had no date to compare with" };
		}
		const seconds = Math.round(Math.abs(this.#ahead) / 1_000);
		if (seconds <= toleratedSeconds) return { outcome: "ok", subject: "clock", words: "as Zoho's" };
		const words = `${seconds} s ${this.#ahead > 0 ? "ahead of" : "behind"} Zoho's: set the machine's clock, or tokens seem to live longer or shorter than they do`;
		return { outcome: "fail", subject: "clock", words };
	}
}

/** Tokens are renewed some minutes before they end: a minute does no harm. */
const toleratedSeconds = 60;
