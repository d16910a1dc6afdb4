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

/** The result of one check. */
interface Finding {
	readonly outcome: "ok" | "fail" | "note";
	readonly subject: string;
	readonly words: string;
}

/** Checks what an export and `generate` need, from the credentials to the clock, and prints the results. */
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
		// A failing check should report at once.
		const client = { retries: 1, fetch: (request: Request) => clock.observe(request) };
		connection = await connect(options, client, { renewed: true });
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
	yield { outcome: "ok", subject: "token", words: "Zoho accepts it" };
	yield judgeScope("ZohoCRM.bulk.READ", "to create jobs", bulk);
	const modules = await attempt(() => context.api.get("/crm/v8/settings/modules", undefined));
	yield judgeScope("ZohoCRM.settings.modules.READ", "to generate", modules);
	const fields = await attempt(() => context.api.get("/crm/v8/settings/fields?module=Leads", undefined));
	yield judgeScope("ZohoCRM.settings.fields.READ", "to generate", fields);
	yield {
		outcome: "note",
		subject: "scope",
		words: "ZohoCRM.modules.READ can only be checked by creating a job, which costs credits: not checked",
	};
	yield clock.judge();
}

/** No job has this id: asking for it changes nothing. */
const noJob = "1";

/** The outcome of a call: nothing if it succeeded, otherwise why not. */
async function attempt(call: () => Promise<unknown>): Promise<unknown> {
	try {
		await call();
		return undefined;
	} catch (error) {
		return error;
	}
}

/** Whether the API knew who asked, even if it refused. */
function isAnswered(error: unknown): boolean {
	if (error === undefined) return true;
	if (!(error instanceof ZohoApiError) || error.code === undefined || error.request.includes(tokenPath)) return false;
	return error.status !== 401 || lacksScope(error);
}

/** The API checks the scope first, so any other refusal means that the scope is fine. */
function judgeScope(scope: string, use: string, error: unknown): Finding {
	if (lacksScope(error)) {
		return { outcome: "fail", subject: "scope", words: `${scope} (${use}) is missing: create a token with it` };
	}
	if (isAnswered(error)) return { outcome: "ok", subject: "scope", words: `${scope} (${use})` };
	return { outcome: "fail", subject: "scope", words: `${scope} (${use}): ${tell(error)}` };
}

function tell(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function tellTarget({ dataCenter, environment, baseUrl }: ClientTarget): string {
	if (dataCenter === undefined) return `${baseUrl}, not one of Zoho's data centres`;
	const { certainty } = hostsOf(dataCenter);
	const reported = certainty === "reported" ? " (reported by others; Zoho's CRM pages do not name this host)" : "";
	return `${dataCenter}: ${apiOrigin(dataCenter, environment)}${reported}`;
}

/** The time of the answers, compared with the machine's. */
class ServerClock {
	/** How many milliseconds this machine is ahead. */
	#ahead: number | undefined;

	async observe(request: Request): Promise<Response> {
		const asked = Date.now();
		const response = await fetch(request);
		const date = Date.parse(response.headers.get("date") ?? "");
		// The header has whole seconds, and was written at some moment between the request and the answer.
		if (!Number.isNaN(date)) this.#ahead = (asked + Date.now()) / 2 - (date + 500);
		return response;
	}

	judge(): Finding {
		if (this.#ahead === undefined) {
			return { outcome: "note", subject: "clock", words: "the answers had no date to compare with" };
		}
		const seconds = Math.round(Math.abs(this.#ahead) / 1_000);
		if (seconds <= toleratedSeconds) return { outcome: "ok", subject: "clock", words: "the same as Zoho's" };
		const words = `${seconds} s ${this.#ahead > 0 ? "ahead of" : "behind"} Zoho's: set the machine's clock, or tokens will seem to expire too early or too late`;
		return { outcome: "fail", subject: "clock", words };
	}
}

/** Tokens are renewed some minutes before they expire, so a minute does no harm. */
const toleratedSeconds = 60;
