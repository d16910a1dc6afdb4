import { expect, test } from "vitest";
import { InvalidOptionError } from "../../src/checks/invalid-option-error.js";
import { accessToken } from "../../src/client/auth/access-token.js";
import { refreshToken } from "../../src/client/auth/refresh-token.js";
import { createClient } from "../../src/client/client.js";
import { beginExport } from "../../src/client/export/begin-export.js";
import { callbackHandler } from "../../src/client/jobs/callback-handler.js";
import { InvalidJobError } from "../../src/job/invalid-job-error.js";
import { contactsJob } from "./contact-pages.js";

/** This client must not send anything: wrong options have to be refused before. */
const sent: string[] = [];
const zoho = createClient({
	baseUrl: "http://sandbox.test",
	auth: accessToken("1000.token"),
	retries: 0,
	fetch: async (request) => {
		sent.push(request.url);
		return Response.json({}, { status: 418 });
	},
});

/** As JavaScript users call it: with anything. */
type Loose = Record<string, (...given: unknown[]) => unknown>;
const loose = zoho as unknown as Loose;
const handle = zoho.job("1001", contactsJob) as unknown as Loose;
const call = (on: Loose, name: string, ...given: unknown[]): unknown => on[name]?.(...given);

/** Every call that takes options, with options that are given to it. */
const calls: Readonly<Record<string, (options: unknown) => unknown>> = {
	submit: (options) => call(loose, "submit", contactsJob, options),
	rows: (options) => call(loose, "rows", contactsJob, options),
	pages: (options) => call(loose, "pages", contactsJob, options),
	download: (options) => call(loose, "download", contactsJob, options),
	advance: (options) => call(loose, "advance", beginExport(contactsJob), contactsJob, options),
	"api.get": (options) => zoho.api.get("/crm/v8/users", options as object),
	"handle.details": (options) => call(handle, "details", options),
	"handle.completed": (options) => call(handle, "completed", options),
	"handle.download": (options) => call(handle, "download", options),
	"handle.rows": (options) => call(handle, "rows", options),
	createClient: (options) =>
		createClient({ baseUrl: "http://sandbox.test", auth: accessToken("x"), ...(options as object) }),
	callbackHandler: (options) => callbackHandler({ secret: "s3cr3t", ...(options as object) }),
};

const waiting = ["rows", "pages", "download", "handle.completed", "handle.download", "handle.rows"];
const reading = ["rows", "pages", "advance", "handle.rows"];
const asking = Object.keys(calls).filter((name) => name !== "createClient" && name !== "callbackHandler");
const noNumbers = [Number.NaN, -1, Number.NEGATIVE_INFINITY, "60", null, {}, [], new Date(0), "", true];
const max = 2 ** 31;

/** Every option that is a number: which calls take it, and what it does not take. */
const numbers: readonly (readonly [option: string, calls: readonly string[], wrong: readonly unknown[]])[] = [
	["timeout", waiting, noNumbers],
	["concurrency", ["rows", "pages", "advance"], [...noNumbers, 0, 1.5]],
	["maxCellBytes", reading, [...noNumbers, 0]],
	["maxRowBytes", reading, [...noNumbers, 0]],
	["maxInflatedBytes", reading, [...noNumbers, 0]],
	["timeout", ["createClient"], [...noNumbers, 0, max, Number.POSITIVE_INFINITY]],
	["retries", ["createClient"], [...noNumbers, 0.5]],
	["maxRetryAfter", ["createClient"], noNumbers],
	["connectWithin", ["createClient"], noNumbers],
	["downloadsPerMinute", ["createClient"], [...noNumbers, 0, 1.5]],
	["maxBytes", ["callbackHandler"], [...noNumbers, 0]],
];

const backoffs = [
	{},
	null,
	5,
	[],
	{ first: 1 },
	{ first: 0, factor: 1, limit: 1 },
	{ first: 1, factor: 0.5, limit: 1 },
];
const moreBackoffs = [
	{ first: Number.NaN, factor: 1, limit: 1 },
	{ first: 1, factor: Number.NaN, limit: 1 },
	{ first: 2, factor: 1, limit: 1 },
	{ first: Number.POSITIVE_INFINITY, factor: 1, limit: Number.POSITIVE_INFINITY },
];
const noFunctions = [null, 5, "f", {}, []];
const noFlags = [null, 0, 1, "true", {}];

const others: readonly (readonly [option: string, calls: readonly string[], wrong: readonly unknown[]])[] = [
	["poll", ["createClient"], [...backoffs, ...moreBackoffs]],
	["signal", [...asking, "createClient"], [null, 5, {}, new AbortController(), "abort", new Date(0)]],
	["onWait", asking, noFunctions],
	["onProgress", waiting, noFunctions],
	["onCheckpoint", ["rows", "pages"], noFunctions],
	["onBytes", ["rows", "pages", "advance"], noFunctions],
	["onRequest", ["createClient"], noFunctions],
	["fetch", ["createClient"], noFunctions],
	["random", ["createClient"], noFunctions],
	["clock", ["createClient"], [...noFunctions, { now: () => 0 }]],
	["onCompleted", ["callbackHandler"], noFunctions],
	["onFailed", ["callbackHandler"], noFunctions],
	["parameter", ["callbackHandler"], [null, 5, {}, ""]],
	["secret", ["callbackHandler"], [null, 5, {}, ""]],
	["prefetch", ["rows", "pages", "advance"], noFlags],
	["windows", ["rows", "pages"], noFlags],
	["verified", reading, noFlags],
	["copyText", reading, noFlags],
	["invalidCells", reading, [null, "txt", 5, ""]],
	["missingColumns", reading, [null, "nul", true]],
	["quotes", reading, [null, "lenien", true]],
	["answers", reading, [null, "strikt", true]],
	["onprogress", waiting, [() => {}]],
	["retrys", ["createClient"], [1]],
	["oncompleted", ["callbackHandler"], [() => {}]],
	["onprogress", ["submit", "advance", "api.get", "handle.details"], [() => {}]],
];

const cases = [...numbers, ...others].flatMap(([option, names, wrong]) =>
	names.map((name) => [option, name, wrong] as const),
);

test.each(cases)("%s of %s: what it does not take is refused at once, by name", async (option, name, wrong) => {
	for (const given of wrong) {
		const failure = await refusalOf(() => calls[name]?.({ [option]: given }));
		expect(failure, `${option}: ${String(given)}`).toBeInstanceOf(InvalidOptionError);
		expect(failure).toMatchObject({ option });
	}
	expect(sent).toEqual([]);
});

test("a misspelt option says which was meant", async () => {
	expect(String(await refusalOf(() => calls.rows?.({ onprogress: () => {} })))).toContain('Did you mean "onProgress"?');
	expect(String(await refusalOf(() => calls.createClient?.({ retrys: 1 })))).toContain('Did you mean "retries"?');
});

test.each(asking)("options of %s that are none are refused; undefined ones count as not given", async (name) => {
	for (const given of [null, 5, "options", [], true]) {
		expect(await refusalOf(() => calls[name]?.(given))).toBeInstanceOf(InvalidOptionError);
	}
	expect(sent).toEqual([]);
	const failure = await refusalOf(() => calls[name]?.({ signal: undefined, onWait: undefined }));
	expect(failure).not.toBeInstanceOf(InvalidOptionError);
	sent.length = 0;
});

const wrongThings = [undefined, null, 5, "1001x", "", {}, [], new Date(0), true, () => {}];

test("what is no job, no id, no path, no checkpoint and no token is refused with a typed error", async () => {
	const places: readonly (readonly [string, (given: unknown) => unknown, (new (...given: never[]) => Error)[]])[] = [
		["submit", (given) => call(loose, "submit", given), [InvalidOptionError]],
		["rows", (given) => call(loose, "rows", given), [InvalidOptionError]],
		["pages", (given) => call(loose, "pages", given), [InvalidOptionError]],
		["download", (given) => call(loose, "download", given), [InvalidOptionError]],
		["job's id", (given) => zoho.job(given as string), [InvalidJobError]],
		["advance", (given) => call(loose, "advance", given, contactsJob), [TypeError]],
		["advance's job", (given) => call(loose, "advance", beginExport(contactsJob), given), [InvalidOptionError]],
		["api.get", (given) => zoho.api.get(given as string), [InvalidOptionError]],
		["clientId", (given) => refreshToken({ ...credentials, clientId: given as string }), [InvalidOptionError]],
	];
	for (const [place, give, kinds] of places) {
		for (const given of wrongThings) {
			if (place === "clientId" && given === "1001x") continue;
			// No jobs have no rows.
			if (place === "rows" && Array.isArray(given)) continue;
			const failure = await refusalOf(() => give(given));
			expect(
				kinds.some((kind) => failure instanceof kind),
				`${place}: ${String(given)} gave ${String(failure)}`,
			).toBe(true);
		}
	}
	for (const number of [4876876000000624001n, 42])
		expect(await refusalOf(() => zoho.job(number as never))).toBeInstanceOf(InvalidJobError);
	expect(sent).toEqual([]);
});

const credentials = { clientId: "c", clientSecret: "s", refreshToken: "r" };

/** What a call fails with, at once or later; `undefined` if it does not. */
async function refusalOf(work: () => unknown): Promise<unknown> {
	try {
		await work();
		return undefined;
	} catch (error) {
		return error;
	}
}
