import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createSandbox, generateCompany } from "../../../src/sandbox/index.js";
import { type ApiDocument, startSandbox } from "../raw-http.js";

/** The parts of a sample request from the API's page that these tests change. */
interface SampleRequest {
	readonly query: { readonly criteria: object };
	readonly callback: unknown;
}

const sample = <Document = SampleRequest>(name: string): Document =>
	JSON.parse(readFileSync(new URL(`../../samples/${name}.json`, import.meta.url), "utf8"));

/** The samples have a callback, and nothing may leave this machine. */
const callbackFetch = async (): Promise<Response> => new Response();

describe("creating a job", () => {
	test("is answered byte for byte as the API's page prints it", async () => {
		const { post } = await startSandbox();
		const answer = await post("/crm/bulk/v2/read", { query: { module: "Contacts" } });
		expect(answer.status).toBe(201);
		expect(answer.headers["content-type"]).toBe("application/json;charset=UTF-8");
		expect(answer.body.toString()).toBe(
			'{"data":[{"status":"success","code":"ADDED_SUCCESSFULLY","message":"Added successfully.",' +
				'"details":{"id":"554023568000000000","operation":"read","state":"ADDED",' +
				'"created_by":{"id":"554023000000235011","name":"Patricia Boyle"},' +
				'"created_time":"2026-07-01T00:00:00+00:00"}}],"info":{}}',
		);
	});

	test("reads a request that has no body to stream, as Firefox makes them", async () => {
		const { fetch, credentials } = createSandbox();
		const request = new Request("https://www.zohoapis.com/crm/bulk/v2/read", {
			method: "POST",
			headers: { authorization: `Zoho-oauthtoken ${credentials.accessToken}`, "content-type": "application/json" },
			body: JSON.stringify({ query: { module: "Contacts" } }),
		});
		const answer = await fetch(Object.defineProperty(request, "body", { value: undefined }));
		expect(answer.status).toBe(201);
	});

	test("has the keys of the API's own sample", async () => {
		const { post } = await startSandbox();
		const given = (await post("/crm/bulk/v2/read", { query: { module: "Contacts" } })).json();
		const printed = sample<ApiDocument>("response-create-job");
		const keys = (document: ApiDocument): string[] => Object.keys(document.data[0].details);
		expect(Object.keys(given)).toEqual(Object.keys(printed));
		expect(Object.keys(given.data[0])).toEqual(Object.keys(printed.data[0]));
		expect(keys(given)).toEqual(keys(printed));
	});

	test.each(["request-cvid-criteria", "request-ics", "request-lookup-fields"])(
		"takes the API page's sample %s",
		async (name) => {
			const { post } = await startSandbox({ callbackFetch });
			expect((await post("/crm/bulk/v2/read", sample(name))).status).toBe(201);
		},
	);

	test("writes the moment in the org's offset", async () => {
		const { post } = await startSandbox({ assumptions: { evaluate: { dayOffset: "+05:30" } } });
		const answer = await post("/crm/bulk/v2/read", { query: { module: "Contacts" } });
		expect(answer.json().data[0].details.created_time).toBe("2026-07-01T05:30:00+05:30");
	});

	test.each(["v2.1", "v3", "v4", "v5", "v6", "v7", "v8"])(
		"takes modules and fields as objects on %s",
		async (version) => {
			const { post } = await startSandbox();
			const body = {
				query: {
					module: { api_name: "Contacts" },
					criteria: { field: { api_name: "Last_Name" }, comparator: "equal", value: "Boyle" },
				},
			};
			expect((await post(`/crm/bulk/${version}/read`, body)).status).toBe(201);
			expect((await post(`/crm/bulk/${version}/read`, { query: { module: "Contacts" } })).status).toBe(400);
		},
	);

	test("takes any order of keys, booleans as text, null where nothing is chosen, and a media type with a charset", async () => {
		const { post } = await startSandbox();
		const body = {
			file_type: "csv",
			query: {
				page: 1,
				cvid: null,
				fields: null,
				criteria: { value: "false", comparator: "equal", api_name: "Email_Opt_Out" },
				module: "Contacts",
			},
		};
		const answer = await post("/crm/bulk/v2/read", body, { "content-type": "Application/JSON; charset=utf-8" });
		expect(answer.status).toBe(201);
	});

	test("reads file_type in the query from v2.1 on, as some SDKs of Zoho's write it, and not on v2", async () => {
		const { create, get } = await startSandbox();
		const newer = await create({ query: { module: { api_name: "Events" }, file_type: "ics" } }, "v8");
		expect((await get(`/crm/bulk/v8/read/${newer}`)).json().data[0].file_type).toBe("ics");
		const older = await create({ query: { module: "Events", file_type: "ics" } });
		expect((await get(`/crm/bulk/v2/read/${older}`)).json().data[0].file_type).toBe("csv");
	});

	test("needs the scopes for bulk read and for the module", async () => {
		const { sandbox, post } = await startSandbox();
		const status = async (...scopes: string[]): Promise<number> => {
			const authorization = `Zoho-oauthtoken ${sandbox.issueAccessToken(scopes)}`;
			return (await post("/crm/bulk/v2/read", { query: { module: "Leads" } }, { authorization })).status;
		};
		expect(await status("ZohoCRM.bulk.read", "ZohoCRM.modules.ALL")).toBe(201);
		expect(await status("ZohoCRM.bulk.READ", "ZohoCRM.modules.READ")).toBe(201);
		expect(await status("ZohoCRM.bulk.READ", "ZohoCRM.modules.leads.READ")).toBe(201);
		expect(await status("ZohoCRM.bulk.ALL", "ZohoCRM.modules.Leads.ALL")).toBe(201);
		expect(await status("ZohoCRM.bulk.READ", "ZohoCRM.modules.Contacts.ALL")).toBe(401);
		expect(await status("ZohoCRM.bulk.READ")).toBe(401);
		expect(await status("ZohoCRM.modules.ALL")).toBe(401);
		expect(await status("ZohoCRM.bulk.CREATE", "ZohoCRM.modules.ALL")).toBe(401);
	});

	test("takes a group of one, or refuses it as documented", async () => {
		const leaf = { api_name: "Last_Name", comparator: "equal", value: "Boyle" };
		const body = { query: { module: "Contacts", criteria: { group_operator: "and", group: [leaf] } } };
		const accepting = await startSandbox();
		expect((await accepting.post("/crm/bulk/v2/read", body)).status).toBe(201);
		const refusing = await startSandbox({ assumptions: { groupOfOne: false } });
		const answer = await refusing.post("/crm/bulk/v2/read", body);
		expect(answer.status).toBe(400);
		expect(answer.json()).toEqual({
			code: "AMBIGUOUS_GROUP_IN_CRITERIA",
			details: { group_operator: "and", group: [leaf] },
			message: `Ambiguous group in criteria ${JSON.stringify(body.query.criteria)}. Group should be used only when there are more than one criteria`,
			status: "error",
		});
	});

	test("may wrap its errors in data, as Zoho's SDKs allow for", async () => {
		const { post } = await startSandbox({ assumptions: { errorsInData: true } });
		const answer = await post("/crm/bulk/v2/read", { query: { module: "Nothing" } });
		expect(answer.status).toBe(400);
		expect(answer.json().data).toMatchObject([{ code: "MODULE_NOT_AVAILABLE", status: "error" }]);
	});

	test("exports the samples' records: the filter of the second, and the third with a custom view's", async () => {
		const { exportText } = await startSandbox({ callbackFetch, records: generateCompany({ contacts: 300 }) });
		const [header, ...lines] = (await exportText(sample("request-lookup-fields"))).trimEnd().split("\n");
		expect(header).toBe(
			"Id,Last_Name,Owner,Owner.last_name,Account_Name.Account_Name,Account_Name.Phone,Lead_Source,Created_Time",
		);
		expect(lines.length).toBeGreaterThan(100);
		const { query, callback } = sample("request-cvid-criteria");
		const leads = await exportText({ callback, query: { ...query, criteria: { ...query.criteria, value: "Boyle" } } });
		const rows = leads.trimEnd().split("\n").slice(1);
		expect(rows.length).toBeGreaterThan(1);
		for (const row of rows) expect(row).toContain(",Boyle,true,");
	});
});
