import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";
import { InvalidOptionError } from "../../src/checks/invalid-option-error.js";
import { type Language, languages, render, toCurl, toHttp, toJson } from "../../src/render/index.js";
import { programs } from "../../src/render/render.js";
import { codePoint } from "../code-point.js";
import { startTypeCheck } from "../types/type-check.js";
import { interpreters, isInstalled, token } from "./interpreters.js";

/** Texts that could, in some language, end a literal, start an expression, run a command or change bytes. */
const hostile = [
	`"`,
	`'`,
	"`",
	`""" + ''' + \`\`\``,
	"\\",
	"\\\\",
	`\\"`,
	"\\'",
	"\\u0041\\x41\\101\\n",
	"\n\r\n\t\0\b\f\v\x1b\x7f\x85",
	"$(touch pwned) `touch pwned` ${HOME} $HOME",
	"#{exit 1} #$0 #@x <%= 1 %>",
	"%s %d %n %PATH% %%",
	"{0} {{x}} {$x} $$x",
	"?> <?php */ -->  // # ; | && ! !! ~ *",
	"\nJSON\nEOF\n'''\n",
	"👩‍👩‍👧 🎉 é e\u0301 日本語 हिन्दी العربية",
	"\u2028\u2029\u00a0\u200b\ufeff\u202e\u2066\u{e0001}",
	"@file",
	"</script><!--",
	"\ud800",
];

const text = fc.string({
	unit: fc.oneof(fc.constantFrom(..."\"'`\\${}#()%@!\n\r\t /*?<>uxnN0"), fc.string({ unit: codePoint, maxLength: 1 })),
	maxLength: 12,
});

const fuzzed = fc.sample(text, { seed: 7, numRuns: 400 });

const filtered = (values: readonly string[]) => bulkRead(Contacts).where((where) => where("Last_Name").in(values));

/**
 * Two requests. One is as users see it, and without what drives Go from its raw strings; the other holds everything, the
 * characters included that `toJson` escapes.
 */
const bodies = {
	escaped: toJson(filtered([...hostile, ...fuzzed].filter((value) => !value.includes("`")))),
	unescaped: JSON.stringify(filtered([...hostile, ...fuzzed]), null, 2),
};

interface Received {
	readonly method: string | undefined;
	readonly path: string | undefined;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

const answer = { data: [{ status: "success", code: "ADDED_SUCCESSFULLY", details: { id: "17", state: "ADDED" } }] };
const received: Received[] = [];
let server: Server;
let baseUrl: string;
let directory: string;

beforeAll(async () => {
	directory = await mkdtemp(join(tmpdir(), "render-"));
	server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.on("end", () => {
			const { method, url, headers } = request;
			received.push({ method, path: url, headers, body: Buffer.concat(chunks) });
			response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(answer));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	baseUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});

afterAll(async () => {
	server.close();
	server.closeAllConnections();
	await rm(directory, { recursive: true });
});

const allLanguages = Object.keys(languages) as Language[];
const ran: Language[] = [];

describe.each(allLanguages)("%s", (language) => {
	test.for(Object.entries(bodies))(
		"sends every byte of a body: %s",
		{ timeout: 60_000 },
		async ([, body], { skip }) => {
			const interpreter = interpreters[language];
			if (!(await isInstalled(interpreter))) skip(`${interpreter.commands.join(" and ")} not installed`);
			const url = `${baseUrl}/crm/bulk/v2/read`;
			const program = programs[language].write({ url, tokenVariable: "ZOHO_ACCESS_TOKEN", body });
			const printed = await interpreter.run(program, { directory, url });
			ran.push(language);

			expect(printed).toContain("17");
			expect(received).toHaveLength(1);
			const [request] = received.splice(0);
			expect(request?.method).toBe("POST");
			expect(request?.path).toBe("/crm/bulk/v2/read");
			expect(request?.headers.authorization).toBe(`Zoho-oauthtoken ${token}`);
			expect(request?.headers["content-type"]).toMatch(/^application\/json\b/);
			expect(request?.body.toString("utf8")).toBe(body);
			expect(request?.body.equals(Buffer.from(body))).toBe(true);
			expect(await readdir(directory)).not.toContain("pwned");
		},
	);
});

afterAll(() => {
	const missing = allLanguages.filter((language) => !ran.includes(language));
	console.info(
		`Programs that ran: ${[...new Set(ran)].join(", ")}. Did not run here: ${missing.join(", ") || "none"}.`,
	);
});

test("the body means what the job means, hidden characters or not", () => {
	const job = filtered([...hostile, ...fuzzed]);
	expect(JSON.stringify(JSON.parse(toJson(job)))).toBe(JSON.stringify(job));
});

test("the body has no character that does not show", () => {
	expect(bodies.unescaped).toMatch(/\u202e/);
	expect(bodies.escaped).not.toMatch(/[\u0080-\u009f\u2028-\u202e\u2066-\u2069\ufeff]|\u{e0001}/u);
});

test("what is short stands in one line, and no line ends in white space", () => {
	expect(toJson(bulkRead(Contacts).select("Email", "Owner.email").page(2))).toBe(
		'{ "query": { "module": "Contacts", "fields": ["Email", "Owner.email"], "page": 2 } }',
	);
	expect(bodies.escaped.split("\n").length).toBeGreaterThan(fuzzed.length);
	expect(bodies.escaped).not.toMatch(/[ \t]$/m);
});

test("a program names the version, the data centre and the variable that were asked for", () => {
	const job = filtered(["Boyle"]);
	const options = { apiVersion: "v8", dataCenter: "eu", environment: "sandbox", tokenVariable: "MY_TOKEN" } as const;
	for (const language of allLanguages) {
		const program = render(job, language, options);
		expect(program).toContain(
			language === "http" ? "Host: sandbox.zohoapis.eu" : "https://sandbox.zohoapis.eu/crm/bulk/v8/read",
		);
		if (language !== "javascript") expect(program).toContain("MY_TOKEN");
		expect(program).toMatch(/field(\\?"|"")+: \{ (\\?"|"")+api_name/);
	}
	expect(toCurl(job, options)).toBe(render(job, "curl", options));
	expect(toHttp(job, options)).toBe(render(job, "http", options));
});

test("the TypeScript program compiles under strict settings", () => {
	const { findings } = startTypeCheck();
	expect(findings(render(filtered(hostile), "typescript"))).toEqual([]);
});

test.each([
	["tokenVariable", { tokenVariable: "X; touch pwned" }],
	["baseUrl", { baseUrl: "https://a'b$(x).example" }],
	["baseUrl", { baseUrl: "https://example.com/`x`/$(x)" }],
	["baseUrl", { baseUrl: "https://user:secret@example.com" }],
	["baseUrl", { baseUrl: "https://example.com/?a=1" }],
	["baseUrl", { baseUrl: "javascript:alert(1)" }],
	["dataCenter", { dataCenter: "mars" as "eu" }],
	["environment", { environment: "toString" as "production" }],
	["apiVersion", { apiVersion: "v9" as "v8" }],
])("an option that would break a program is refused: %s %o", (option, options) => {
	const attempt = (): string => toCurl(filtered(["Boyle"]), options);
	expect(attempt).toThrow(InvalidOptionError);
	expect(attempt).toThrow(expect.objectContaining({ option }));
});

test("a language that does not exist is refused with those that do", () => {
	expect(() => render(filtered(["Boyle"]), "cobol" as "go")).toThrow(/"cobol" is not one of curl, http, java/);
});

test("a base URL keeps its path", () => {
	expect(toCurl(filtered(["Boyle"]), { baseUrl: "http://[::1]:8080/zoho/" })).toContain(
		'"http://[::1]:8080/zoho/crm/bulk/v2/read"',
	);
});
