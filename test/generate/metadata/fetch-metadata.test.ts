import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { generateModules } from "../../../src/generate/generate.js";
import { fetchMetadata, type GetJson } from "../../../src/generate/metadata/fetch-metadata.js";
import { InvalidMetadataError } from "../../../src/generate/metadata/invalid-metadata-error.js";
import { parseMetadata } from "../../../src/generate/metadata/metadata.js";
import { org } from "../org.js";

/** What the server answers, by path; a module that is not listed has no fields (204). */
type Answers = Readonly<Record<string, { status: number; body: unknown }>>;

let answers: Answers = {};
let asked: string[] = [];

const server = createServer((request, response) => {
	const path = request.url ?? "";
	asked.push(path);
	const { status, body } = answers[path] ?? { status: 204, body: undefined };
	response.writeHead(status, { "content-type": "application/json" });
	response.end(body === undefined ? "" : JSON.stringify(body));
});

let get: GetJson;

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	get = async (path) => {
		const response = await fetch(`http://127.0.0.1:${port}${path}`);
		const text = await response.text();
		const body: unknown = text === "" ? undefined : JSON.parse(text);
		if (!response.ok) throw Object.assign(new Error(`HTTP ${response.status}`), body);
		return body;
	};
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
	asked = [];
	const { modules, fields } = org();
	answers = {
		"/crm/v8/settings/modules": { status: 200, body: modules },
		"/crm/v8/settings/fields?module=Leads": { status: 200, body: fields.Leads },
		"/crm/v8/settings/fields?module=Shoes": { status: 200, body: fields.Shoes },
		"/crm/v8/settings/fields?module=Users": { status: 400, body: { code: "INVALID_MODULE", status: "error" } },
	};
});

const asksFor = () => asked.map((path) => path.replace("/crm/v8/settings/", "")).sort();

describe("what is fetched", () => {
	test("the modules, and the fields of those that bulk read serves, and of Users", async () => {
		const refused: string[] = [];
		const fetched = await fetchMetadata(get, { onRefused: (module) => refused.push(module) });
		expect(asksFor()).toEqual(["fields?module=Leads", "fields?module=Shoes", "fields?module=Users", "modules"]);
		expect(refused).toEqual([]);
		expect(Object.keys(fetched.fields)).toEqual(["Leads", "Shoes"]);
		expect(JSON.parse(JSON.stringify(fetched))).toEqual(fetched);
		const saved = org();
		expect(generateModules(parseMetadata(fetched))).toEqual(generateModules(parseMetadata(saved)));
	});

	test("no more than what is selected", async () => {
		await fetchMetadata(get, { include: ["Leads.Email", "Notes"], exclude: ["Shoes"] });
		expect(asksFor()).toEqual(["fields?module=Leads", "fields?module=Notes", "modules"]);
	});

	test("an empty answer is kept: the module has no fields", async () => {
		const { "/crm/v8/settings/fields?module=Shoes": _, ...rest } = answers;
		answers = rest;
		const fetched = await fetchMetadata(get);
		expect(fetched.fields.Shoes).toBe(null);
		expect(
			parseMetadata(JSON.parse(JSON.stringify(fetched))).map(({ apiName, fields }) => [apiName, fields.length]),
		).toEqual([
			["Leads", 9],
			["Shoes", 0],
		]);
	});

	test("another version, and names that need escaping", async () => {
		answers = { "/crm/v2/settings/modules": { status: 200, body: { modules: [{ api_name: "A&b=c" }] } } };
		await fetchMetadata(get, { apiVersion: "v2", include: ["A*"] });
		expect(asked).toEqual(["/crm/v2/settings/modules", "/crm/v2/settings/fields?module=A%26b%3Dc"]);
	});

	test.each([
		[1, 1],
		[3, 3],
		[undefined, 5],
		[0, 1],
	])("with a concurrency of %s, %s requests at a time", async (concurrency, most) => {
		const names = Array.from({ length: 20 }, (_, index) => `Module_${index}`);
		let open = 0;
		const seen: number[] = [];
		const slowly: GetJson = async (path) => {
			seen.push(++open);
			await new Promise(setImmediate);
			open--;
			return path.endsWith("/modules") ? { modules: names.map((api_name) => ({ api_name })) } : null;
		};
		const fetched = await fetchMetadata(slowly, concurrency === undefined ? {} : { concurrency });
		expect(Object.keys(fetched.fields)).toEqual([...names, "Users"]);
		expect(Math.max(...seen)).toBe(most);
	});
});

describe("refusals", () => {
	const refuse = (status: number, code: string) => {
		answers = { ...answers, "/crm/v8/settings/fields?module=Shoes": { status, body: { code, status: "error" } } };
	};

	test("a module that Zoho refuses is told, and the rest is fetched", async () => {
		refuse(403, "NO_PERMISSION");
		const refused: [string, unknown][] = [];
		const fetched = await fetchMetadata(get, { onRefused: (module, error) => refused.push([module, error]) });
		expect(refused).toEqual([["Shoes", expect.objectContaining({ code: "NO_PERMISSION" })]]);
		expect(Object.keys(fetched.fields)).toEqual(["Leads"]);
	});

	test("a refusal of a module that was named is an error", async () => {
		refuse(403, "NO_PERMISSION");
		await expect(fetchMetadata(get, { include: ["Shoes"] })).rejects.toMatchObject({ code: "NO_PERMISSION" });
		await expect(fetchMetadata(get, { include: ["Users"] })).rejects.toMatchObject({ code: "INVALID_MODULE" });
	});

	test("any other failure is an error, and nothing more is asked", async () => {
		refuse(401, "INVALID_TOKEN");
		await expect(fetchMetadata(get, { concurrency: 1 })).rejects.toMatchObject({ code: "INVALID_TOKEN" });
		expect(asksFor()).toEqual(["fields?module=Leads", "fields?module=Shoes", "modules"]);
		answers = { "/crm/v8/settings/modules": { status: 500, body: { code: "INTERNAL_ERROR" } } };
		await expect(fetchMetadata(get)).rejects.toMatchObject({ code: "INTERNAL_ERROR" });
	});

	test("an answer that is no list of modules is an error", async () => {
		answers = { "/crm/v8/settings/modules": { status: 200, body: { code: "INVALID_URL_PATTERN" } } };
		await expect(fetchMetadata(get)).rejects.toThrow(InvalidMetadataError);
	});
});
