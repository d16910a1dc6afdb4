import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorCodes } from "../../src/facts/error-codes.js";
import { createSandbox, generateCompany } from "../../src/sandbox/index.js";
import { longEnough, type RawAnswer, startSandbox } from "./raw-http.js";

const create = "/crm/bulk/v2/read";
const leaf = { api_name: "Last_Name", comparator: "equal", value: "x" };

/** Checks that the sandbox still works after a hostile request. */
async function expectAlive({ post }: Awaited<ReturnType<typeof startSandbox>>): Promise<void> {
	expect((await post(create, { query: { module: "Contacts" } })).status).toBe(201);
	expect({}).not.toHaveProperty("polluted");
}

describe("a body", () => {
	test("of more than a megabyte is refused, announced or not", async () => {
		const running = await startSandbox();
		const huge = JSON.stringify({ query: { module: "Contacts", junk: "x".repeat(1_100_000) } });
		const announced = await running.post(create, huge, { "content-length": String(huge.length) });
		const chunked = await running.post(create, huge, { "transfer-encoding": "chunked" });
		for (const answer of [announced, chunked]) expect(answer.json().code).toBe("REQUEST_BODY_NOT_READABLE");
		const large = JSON.stringify({ query: { module: "Contacts", junk: "x".repeat(1_000_000) } });
		expect((await running.post(create, large)).status).toBe(201);
		await expectAlive(running);
	});

	test("that is announced and never sent is not waited for when it is too long", async () => {
		const running = await startSandbox();
		const { hostname, port } = new URL(running.url);
		const head = [
			`POST ${create} HTTP/1.1`,
			"host: x",
			"content-type: application/json",
			`authorization: ${running.headers.authorization}`,
			"content-length: 9999999999",
			"",
			"",
		];
		const answer = await new Promise<string>((resolve, reject) => {
			const socket = connect(Number(port), hostname, () => socket.write(head.join("\r\n")));
			socket.on("error", reject);
			socket.on("data", (chunk) => {
				resolve(chunk.toString());
				socket.destroy();
			});
		});
		expect(answer).toContain("400 Bad Request");
		await expectAlive(running);
	});

	test.each([
		["brackets", "[".repeat(500_000)],
		["objects", '{"a":'.repeat(150_000)],
		["brackets in a query", `{"query":{"module":"Contacts","fields":${"[".repeat(400_000)}${"]".repeat(400_000)}}}`],
		["brackets after a string full of escapes", `{"${"\\\\".repeat(1_000)}":${"[".repeat(1_000)}`],
	])("of half a million %s is refused", async (_, body) => {
		const running = await startSandbox();
		expect((await running.post(create, body)).json().code).toBe("REQUEST_BODY_NOT_READABLE");
		await expectAlive(running);
	});

	test("with brackets inside strings is not hostile", async () => {
		const { post } = await startSandbox();
		const criteria = { ...leaf, value: '[{"['.repeat(60) };
		expect((await post(create, { query: { module: "Contacts", criteria } })).status).toBe(201);
	});

	test("nests fifty groups, and not more", async () => {
		const running = await startSandbox();
		const nested = (depth: number): object =>
			depth === 0 ? leaf : { group_operator: "and", group: [nested(depth - 1)] };
		const answer = (depth: number): Promise<RawAnswer> =>
			running.post(create, { query: { module: "Contacts", criteria: nested(depth) } });
		expect((await answer(50)).status).toBe(201);
		expect((await answer(51)).json().code).toBe("CRITERIA_NOT_SUPPORTED");
		expect((await answer(100)).json().code).toBe("REQUEST_BODY_NOT_READABLE");
	});

	test("with __proto__ and constructor changes nothing", async () => {
		const running = await startSandbox();
		const bodies = [
			'{"__proto__":{"polluted":1},"query":{"module":"Contacts","__proto__":{"polluted":1}}}',
			'{"query":{"module":"Contacts","criteria":{"__proto__":{"api_name":"Last_Name"},"comparator":"equal","value":"x"}}}',
			'{"constructor":{"prototype":{"polluted":1}},"query":{"module":"Contacts"}}',
		];
		for (const body of bodies) expect([201, 400]).toContain((await running.post(create, body)).status);
		await expectAlive(running);
	});

	test("with a hundred thousand members of a group is refused in short time", async () => {
		const running = await startSandbox();
		const group = Array.from({ length: 100_000 }, () => ({}));
		const answer = await running.post(create, {
			query: { module: "Contacts", criteria: { group_operator: "and", group } },
		});
		expect(answer.status).toBe(400);
		expect(answer.body.length).toBeLessThan(1_000);
		await expectAlive(running);
	});
});

describe("an answer", () => {
	const sandbox = createSandbox({
		records: generateCompany({ contacts: 5 }),
		timing: { added: 0, queued: 0, inProgress: 0 },
	});
	const headers = {
		authorization: `Zoho-oauthtoken ${sandbox.credentials.accessToken}`,
		"content-type": "application/json",
	};

	test("is one of the API's, whatever the body holds", async () => {
		const word = fc.constantFrom(
			"query",
			"module",
			"Contacts",
			"criteria",
			"group",
			"group_operator",
			"and",
			"or",
			"api_name",
			"comparator",
			"value",
			"equal",
			"in",
			"between",
			"Last_Name",
			"Owner",
			"Email_Opt_Out",
			"Created_Time",
			"fields",
			"page",
			"cvid",
			"callback",
			"url",
			"method",
			"post",
			"file_type",
			"ics",
			"csv",
			"${EMPTY}",
			"__proto__",
			"field",
			"page_token",
		);
		const { body } = fc.letrec<{ body: unknown }>((tie) => ({
			body: fc.oneof(
				{ maxDepth: 6, withCrossShrink: true },
				fc.oneof(word, fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
				fc.array(tie("body"), { maxLength: 4 }),
				fc.dictionary(word, tie("body"), { maxKeys: 5 }),
			),
		}));
		const query = fc.record(
			{ module: fc.constant("Contacts"), criteria: body, fields: body, page: body, cvid: body },
			{ requiredKeys: ["module"] },
		);
		const request = fc.oneof(
			body,
			fc.record({ query: fc.oneof(body, query), callback: body, file_type: body }, { requiredKeys: ["query"] }),
		);
		await fc.assert(
			fc.asyncProperty(request, fc.constantFrom("v2", "v8"), async (json, version) => {
				const answer = await sandbox.fetch(`http://sandbox.example/crm/bulk/${version}/read`, {
					method: "POST",
					headers,
					body: JSON.stringify(json) ?? "",
				});
				const given = await answer.json();
				if (answer.status === 201) return;
				expect(Object.keys(errorCodes)).toContain(given.code);
				expect(answer.status).toBe(errorCodes[given.code as keyof typeof errorCodes].status);
			}),
			{ numRuns: 1_000 },
		);
	});

	test("comes for any path, method and header", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.webPath(),
				fc.constantFrom("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"),
				fc.constantFrom("", "/crm/bulk/v2/read", "/crm/v8/settings", "/oauth/v2/token"),
				async (path, method, prefix) => {
					const answer = await sandbox.fetch(`http://sandbox.example${prefix}${path}`, { method, headers });
					expect(answer.status).toBeGreaterThanOrEqual(200);
					expect(answer.status).toBeLessThan(500);
				},
			),
			{ numRuns: 300 },
		);
	});
});

test("a client that leaves in the middle of a download does no harm", async () => {
	const running = await startSandbox({
		records: generateCompany({ contacts: 20_000 }),
		limits: { downloadsPerMinute: 1_000 },
	});
	const id = await running.create({ query: { module: "Contacts" } });
	await running.clock.advance(longEnough);
	const { hostname, port } = new URL(running.url);
	for (let time = 0; time < 20; time++) {
		await new Promise<void>((resolve) => {
			const socket = connect(Number(port), hostname, () =>
				socket.write(
					`GET /crm/bulk/v2/read/${id}/result HTTP/1.1\r\nhost: x\r\nauthorization: ${running.headers.authorization}\r\n\r\n`,
				),
			);
			socket.once("data", () => socket.resetAndDestroy());
			socket.on("close", () => resolve());
		});
	}
	await expectAlive(running);
});
