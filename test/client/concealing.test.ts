import { inspect } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeLinesVisible, makeVisible } from "../../src/checks/make-visible.js";
import { accessToken } from "../../src/client/auth/access-token.js";
import { refreshToken } from "../../src/client/auth/refresh-token.js";
import { type Client, createClient } from "../../src/client/client.js";
import { Secrets, secretsOfUrl } from "../../src/client/errors/secrets.js";
import { SubmitUncertainError } from "../../src/client/errors/submit-uncertain-error.js";
import { bulkRead } from "../../src/job/bulk-read.js";
import { UnexpectedAnswerError } from "../../src/job/unexpected-answer-error.js";
import { Contacts } from "../../src/standard/index.js";
import { failureOf } from "./outcome.js";
import { json, type Reply, scriptServer } from "./script-server.js";
import { virtualClock } from "./virtual-clock.js";

const created: Reply = json(201, {
	data: [{ status: "success", code: "ADDED_SUCCESSFULLY", details: { id: "4876876000000624001", state: "ADDED" } }],
});

test.each(["?id", "?d", "?details=1", "?status=success&state=ADDED", "?4876876000000624001", "?a=data&b=id#id"])(
	"an answer is read as it came, though the callback's %s stands in it",
	async (query) => {
		const server = await scriptServer(created);
		const handle = await clientOf(server.url).submit(
			bulkRead(Contacts).callback(`https://www.example.com/callback${query}`),
		);
		expect([handle.id, handle.state]).toEqual(["4876876000000624001", "ADDED"]);
	},
);

test.each(["a", "d", "id", "1001", "QUEUED", "data"])("a token %j does no harm to answers", async (token) => {
	const server = await scriptServer(
		json(200, { data: [{ id: "1001", operation: "read", state: "QUEUED", created_by: { id: "1", name: "data a" } }] }),
	);
	const details = await clientOf(server.url, token).job("1001").details();
	expect(details).toMatchObject({ id: "1001", state: "QUEUED", createdBy: { id: "1", name: "data a" } });
});

test.each(["E", "INVALID_TOKEN", "RESOURCE_NOT_FOUND", "TOO"])(
	"a code that Zoho documents is told, though the token is %j",
	async (token) => {
		const server = await scriptServer(json(404, { code: "RESOURCE_NOT_FOUND", message: "no", details: {} }));
		expect(await failureOf(clientOf(server.url, token).job("7").details())).toMatchObject({
			code: "RESOURCE_NOT_FOUND",
		});
	},
);

/** Ways in which servers and libraries encode a text. */
const spellings: Readonly<Record<string, (text: string) => string>> = {
	raw: (text) => text,
	percent: encodeURIComponent,
	"percent, every byte": (text) =>
		[...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
	"percent, twice": (text) => encodeURIComponent(encodeURIComponent(text)),
	form: (text) => new URLSearchParams([["", text]]).toString().slice(1),
	"JSON, every unit": (text) =>
		Array.from(text, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
	"JSON, slashes": (text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/"),
	"JSON in JSON": (text) => JSON.stringify(JSON.stringify(text).slice(1, -1).replace(/=/g, "\\u003d")).slice(1, -1),
	HTML: (text) => text.replace(/[&<>"'/=]/g, (sign) => `&#x${sign.charCodeAt(0).toString(16)};`),
	"HTML, by name": (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;"),
};

const secretText = fc
	.string({ unit: fc.constantFrom(..."abcXYZ0189-_.~+/=&%#?@:\"'<>!é漢"), minLength: 8, maxLength: 40 })
	.filter((text) => /[a-zA-Z0-9]{2}/.test(text) && !/%[0-9a-f]{2}|&/i.test(text));

test("a secret is found in every spelling, wherever it stands, and what stands around it stays", () => {
	fc.assert(
		fc.property(
			secretText,
			fc.constantFrom(...Object.keys(spellings)),
			fc.constantFrom("", " ", '"', "?secret=", "x", "/"),
			fc.constantFrom("", " ", '"', "&x=1", "x", "/"),
			(secret, spelling, before, after) => {
				const spelled = spellings[spelling]?.(secret) ?? secret;
				const shown = new Secrets([secret]).conceal(`Went ${before}${spelled}${after} wrong`);
				expect(shown).toBe(`Went ${before}[concealed]${after} wrong`);
			},
		),
		{ numRuns: 500 },
	);
});

test("in documents it is found in texts and keys, and numbers and other texts stay as they are", () => {
	fc.assert(
		fc.property(secretText, fc.constantFrom(...Object.keys(spellings)), fc.jsonValue(), (secret, spelling, other) => {
			const spelled = spellings[spelling]?.(secret) ?? secret;
			fc.pre(!JSON.stringify(other).includes("1000."));
			const shown = new Secrets([secret]).concealJson({ list: [{ [spelled]: [spelled, 5, null] }], other });
			expect(shown).toEqual({ list: [{ "[concealed]": ["[concealed]", 5, null] }], other });
		}),
	);
});

test("a short secret is only hidden as a whole word, and without secrets nothing is hidden", () => {
	const secrets = new Secrets(["id", "", "abc"]);
	expect(secrets.conceal("invalid id: fluid abc, abcd, abc_1, x=abc&y")).toBe(
		"invalid [concealed]: fluid [concealed], abcd, abc_1, x=[concealed]&y",
	);
	expect(new Secrets([]).conceal("nothing")).toBe("nothing");
});

test("a token of Zoho's is concealed, whoever's it is", () => {
	const token = `1000.${"0a1b2c3d".repeat(4)}.${"4e5f6071".repeat(4)}`;
	expect(new Secrets([]).conceal(`<p>${token}</p>`)).toBe("<p>[concealed]</p>");
});

test("neither long texts nor deep documents hold anybody up", () => {
	const secrets = new Secrets(["s3cr3t-s3cr3t", "%%%%%%%%%%%%", "\\\\\\\\\\\\\\\\a"]);
	const since = performance.now();
	for (const unit of ["%", "%25", "\\", "&#", "%2", "s3cr3t-", "+", "\\u00"]) {
		expect(secrets.conceal(unit.repeat(100_000)).length).toBeLessThan(200_000);
	}
	let deep: unknown = "s3cr3t-s3cr3t";
	for (let level = 0; level < 20_000; level += 1) deep = [deep];
	expect(inspect(secrets.concealJson(deep), { depth: null })).not.toContain("s3cr3t");
	expect(performance.now() - since).toBeLessThan(5_000);
});

test.each<[string, readonly string[]]>([
	["https://user:pass-word@example.com/hook", ["user", "pass-word"]],
	["https://example.com/hook?secret=a%2Bb", ["a%2Bb"]],
	["https://example.com/hook?c4ll-b4ck", ["c4ll-b4ck"]],
	["https://example.com/hook?id", []],
	["https://example.com/hook#frag-ment=s3cr3t", ["s3cr3t"]],
	["https://hooks.example.com/services/T0000000000000000000/x", ["T0000000000000000000"]],
	["no URL", []],
])("the secrets of %s", (url, texts) => {
	expect(new Set(secretsOfUrl(url))).toEqual(new Set(texts));
});

/** A callback's URL with its secret in one of the places where receivers keep one. */
const places: Readonly<Record<string, (secret: string) => string>> = {
	query: (secret) => `https://example.com/hook?x=1&secret=${encodeURIComponent(secret)}`,
	"raw query": (secret) => `https://example.com/hook?secret=${secret.replace(/[#&%]/g, "")}`,
	"bare query": (secret) => `https://example.com/hook?${encodeURIComponent(secret)}`,
	fragment: (secret) => `https://example.com/hook#${encodeURIComponent(secret)}`,
	"user name": (secret) => `https://${encodeURIComponent(secret)}@example.com/hook`,
	password: (secret) => `https://user:${encodeURIComponent(secret)}@example.com/hook`,
	path: (secret) => `https://example.com/${encodeURIComponent(secret)}/hook`,
};

test("whatever a server echoes, no error shows a callback's secret, a token or a client's secret", async () => {
	let reply: Reply = json(200, {});
	const server = await scriptServer((response, request) => reply(response, request));
	await fc.assert(
		fc.asyncProperty(
			fc.string({ unit: fc.constantFrom(..."abcXYZ0189-_.~+/=é"), minLength: 16, maxLength: 30 }),
			fc.constantFrom(...Object.keys(places)),
			fc.constantFrom(...Object.keys(spellings)),
			fc.constantFrom<(echo: string) => Reply>(
				(echo) => json(400, { code: echo, message: `m ${echo}`, details: { [echo]: [echo], deep: { url: echo } } }),
				(echo) => json(500, { data: [{ code: "X", status: "error", message: echo, details: echo }] }),
				(echo) => json(201, { data: [{ status: "success", details: { echo } }] }),
				(echo) =>
					json(200, {
						data: [
							{
								id: "7",
								state: "FAILURE",
								result: { error_message: { code: echo, message: echo, details: { [echo]: echo } } },
							},
						],
					}),
				(echo) => json(200, { data: [{ id: "7", state: "COMPLETED", result: { count: echo } }] }),
				(echo) => (response) => response.writeHead(200).end(`<p>${echo}</p>`),
				(echo) => json(400, { error: echo, error_description: echo }),
			),
			async (secret, place, spelling, makeReply) => {
				const url = places[place]?.(secret) ?? "";
				const shown = place === "raw query" ? secret.replace(/[#&%]/g, "") : secret;
				const job = bulkRead(Contacts).callback(url);
				const spell = (text: string): string => spellings[spelling]?.(text) ?? text;
				const access = `tok.${secret.replace(/[^\x21-\x7e]/g, "")}`;
				reply = makeReply(spell(shown));
				const client = clientOf(server.url, access);
				const errors = [await failureOf(client.submit(job)), await failureOf(client.job("7", job).completed())];
				reply = makeReply(spell(access));
				errors.push(await failureOf(client.submit(bulkRead(Contacts))), await failureOf(client.job("7").completed()));
				reply = makeReply(spell(secret));
				const auth = refreshToken({ clientId: "c", clientSecret: secret, refreshToken: `r-${secret}` });
				errors.push(
					await failureOf(
						createClient({ ...settings(server.url), auth })
							.job("7")
							.details(),
					),
				);
				for (const error of errors) {
					const all = `${inspect(error, { depth: null, showHidden: true })} ${JSON.stringify(error)} ${(error as Error).message}`;
					for (const text of [shown, access]) {
						for (const spelled of Object.values(spellings)) expect(all).not.toContain(spelled(text));
					}
				}
			},
		),
		{ numRuns: 60 },
	);
});

test("an answer that is not what the API promises is shown in part, without secrets", async () => {
	const server = await scriptServer(
		json(201, { data: [{ status: "success", details: { job: "x".repeat(500), url: "?secret=s3cr3t-s3cr3t" } }] }),
	);
	const failure = await failureOf(
		clientOf(server.url).submit(bulkRead(Contacts).callback("https://example.com/?secret=s3cr3t-s3cr3t")),
	);
	expect(failure).toBeInstanceOf(SubmitUncertainError);
	const { cause } = failure as SubmitUncertainError;
	expect(cause).toBeInstanceOf(UnexpectedAnswerError);
	expect(cause.message).toContain('Received: {"data":[{"status":"success","details":{"job":"xxxxx');
	expect(cause.message.slice(cause.message.indexOf("Received: ") + 10).length).toBeLessThanOrEqual(200);
	expect(cause).toMatchObject({ document: { data: [{ details: { url: "?secret=[concealed]" } }] } });
});

test.each<[string, unknown, string | undefined]>([
	[
		"an unknown status",
		{ data: [{ status: "ok", details: { id: "4876876000000624001", state: "ADDED" } }] },
		"4876876000000624001",
	],
	["no state", { data: [{ status: "success", details: { id: "77" } }] }, "77"],
	["the shape of details", { data: [{ id: "77", state: "ADDED" }] }, "77"],
	["the shape of a callback", { job_id: "77", state: "ADDED" }, "77"],
	["a number that is exact", { data: [{ status: "success", details: { id: 77 } }] }, "77"],
	[
		"a number that is not",
		{ data: [{ status: "success", details: { id: Number("4876876000000624001") } }] },
		undefined,
	],
	["an id that is none", { data: [{ status: "success", details: { id: "x" } }] }, undefined],
	["no id", { data: [{ status: "success", details: { created_by: { id: "5", name: "n" } } }] }, undefined],
	["nothing", { data: [] }, undefined],
	["a text", "77", undefined],
	["null", null, undefined],
])("a create's answer with %s: the job's id, where one can be found", async (_what, document, jobId) => {
	const server = await scriptServer(json(201, document));
	const failure = await failureOf(clientOf(server.url).submit(bulkRead(Contacts)));
	expect(failure).toBeInstanceOf(SubmitUncertainError);
	expect(failure).toMatchObject({ jobId });
	if (jobId !== undefined) expect(String(failure)).toContain(`client.job("${jobId}")`);
});

test.each([
	["\u001B[2J\u009B1mred", "\\u001b[2J\\u009b1mred"],
	["one\r\ntwo\u2028three", "one\\u000d\\ntwo\\u2028three"],
	["::error file=a::b", ":\\u003aerror"],
	["a ::add-mask::b", "a :\\u003aadd-mask::b"],
	["##[group]x ##vso[task.x]", "#\\u0023[group]x #\\u0023vso[task.x]"],
	["\u202Egnp", "\\u202egnp"],
	["std::vector, ::1:80, ::ffff:1, ## A", "std::vector, ::1:80, ::ffff:1, ## A"],
])("%j is made visible", (said, shown) => {
	expect(makeVisible(said)).toContain(shown);
	expect(makeVisible(makeVisible(said))).toBe(makeVisible(said));
});

test("of a text whose line breaks are ours, each line is made visible by itself", () => {
	expect(makeLinesVisible("one\n::error::two\u001B[m\nthree")).toBe("one\n:\\u003aerror::two\\u001b[m\nthree");
});

test("no message of an error holds what a server said raw", async () => {
	const said = "\u001B]0;title\u0007\n::error::\u009B31m";
	for (const reply of [
		json(400, { code: said, message: said, details: {} }),
		json(500, { code: "X", message: said, details: {} }),
		json(201, { data: [{ said }] }),
		json(200, { data: [{ id: "7", state: "FAILURE", result: { error_message: { code: said, message: said } } }] }),
		json(400, { error: said, error_description: said }),
		((response) => response.writeHead(200).end(`<p>${said}`)) satisfies Reply,
	]) {
		const server = await scriptServer(reply);
		const auth = refreshToken({ clientId: "c", clientSecret: "s", refreshToken: "r" });
		for (const error of [
			await failureOf(clientOf(server.url).submit(bulkRead(Contacts))),
			await failureOf(clientOf(server.url).job("7").completed()),
			await failureOf(
				createClient({ ...settings(server.url), auth })
					.job("7")
					.details(),
			),
		]) {
			const { message } = error as Error;
			// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
			expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f]|(?:^|\s)::error/);
		}
	}
});

function settings(baseUrl: string) {
	return { baseUrl, clock: virtualClock(), retries: 0 };
}

function clientOf(url: string, token = "1000.token"): Client {
	return createClient({ ...settings(url), auth: accessToken(token) });
}
