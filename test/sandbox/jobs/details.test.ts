import { describe, expect, test } from "vitest";
import { InvalidCriteriaError } from "../../../src/index.js";
import { createSandbox, generateCompany } from "../../../src/sandbox/index.js";
import { longEnough, startSandbox } from "../raw-http.js";

const timing = { added: 1_000, queued: 1_000, inProgress: 1_000 };

describe("the state of a job", () => {
	const statesOf = async (version: string, queuedState: "documented" | "all" | "none" = "documented") => {
		const running = await startSandbox({ timing, assumptions: { queuedState } });
		const module = version === "v2" ? "Contacts" : { api_name: "Contacts" };
		const id = await running.create({ query: { module } }, version);
		const states: string[] = [];
		for (let second = 0; second < 4; second++) {
			states.push((await running.get(`/crm/bulk/${version}/read/${id}`)).json().data[0].state);
			await running.clock.advance(1_000);
		}
		return states;
	};

	test("passes in time, by the clock of the sandbox", async () => {
		expect(await statesOf("v2")).toEqual(["ADDED", "IN PROGRESS", "COMPLETED", "COMPLETED"]);
		expect(await statesOf("v8")).toEqual(["ADDED", "QUEUED", "IN PROGRESS", "COMPLETED"]);
	});

	test("shows QUEUED where it is documented, everywhere, or nowhere", async () => {
		expect(await statesOf("v2", "all")).toContain("QUEUED");
		expect(await statesOf("v8", "none")).not.toContain("QUEUED");
	});

	test("changes at the very millisecond", async () => {
		const { create, clock, get } = await startSandbox({ timing });
		const id = await create({ query: { module: "Contacts" } });
		const state = async () => (await get(`/crm/bulk/v2/read/${id}`)).json().data[0].state;
		await clock.advance(1_999);
		expect(await state()).toBe("IN PROGRESS");
		await clock.advance(1);
		expect(await state()).toBe("COMPLETED");
	});
});

describe("the details of a job", () => {
	const body = { query: { module: "Contacts", fields: ["Last_Name", "Owner.last_name"], page: 1 } };

	test("are, before it is done, what the API's page prints: without a result", async () => {
		const { create, get } = await startSandbox({ timing });
		const answer = await get(`/crm/bulk/v2/read/${await create(body)}`);
		expect(answer.status).toBe(200);
		expect(answer.body.toString()).toBe(
			'{"data":[{"id":"554023568000000000","operation":"read","state":"ADDED",' +
				'"query":{"module":"Contacts","fields":["Last_Name","Owner.last_name"],"page":1},' +
				'"created_by":{"id":"554023000000235011","name":"Patricia Boyle"},' +
				'"created_time":"2026-07-01T00:00:00+00:00","file_type":"csv"}]}',
		);
	});

	test("have a result once it is done", async () => {
		const { create, get, clock } = await startSandbox({ timing, records: generateCompany({ contacts: 12 }) });
		const id = await create(body);
		await clock.advance(longEnough);
		expect((await get(`/crm/bulk/v2/read/${id}`)).body.toString()).toContain(
			`"state":"COMPLETED","result":{"page":1,"per_page":200000,"count":12,"download_url":"/crm/bulk/v2/read/${id}/result","more_records":false},"query":`,
		);
	});

	test("may have a result too early, as samples of v7 print it", async () => {
		const { create, get } = await startSandbox({ timing, assumptions: { resultBeforeCompletion: true } });
		const [entry] = (await get(`/crm/bulk/v2/read/${await create(body)}`)).json().data;
		expect(entry.state).toBe("ADDED");
		expect(entry.result?.count).toBe(1_000);
	});

	test("count nothing if nothing matches, and are still completed", async () => {
		const { create, get, clock } = await startSandbox();
		const id = await create({
			query: { module: "Contacts", criteria: { api_name: "Last_Name", comparator: "equal", value: "Nobody at all" } },
		});
		await clock.advance(longEnough);
		expect((await get(`/crm/bulk/v2/read/${id}`)).json().data[0]).toMatchObject({
			state: "COMPLETED",
			result: { count: 0, more_records: false },
		});
	});

	test("echo objects with ids on newer versions; names that begin with $ have none", async () => {
		const { create, get } = await startSandbox();
		const leaf = (api_name: string, value: unknown) => ({ field: { api_name }, comparator: "equal", value });
		const criteria = { group_operator: "and", group: [leaf("$converted", true), leaf("Owner.last_name", "Boyle")] };
		const id = await create({ query: { module: { api_name: "Leads" }, criteria } }, "v8");
		const [{ query }] = (await get(`/crm/bulk/v8/read/${id}`)).json().data;
		const anId = expect.stringMatching(/^\d{18}$/);
		expect(query).toEqual({
			module: { id: anId, api_name: "Leads" },
			criteria: {
				group_operator: "and",
				group: [
					{ field: { id: null, api_name: "$converted" }, comparator: "equal", value: true },
					{ field: { id: anId, api_name: "Owner.last_name" }, comparator: "equal", value: "Boyle" },
				],
			},
			page: 1,
		});
	});

	test("are spelt in the version that asks", async () => {
		const { create, get, clock } = await startSandbox();
		const id = await create({ query: { module: "Contacts" } });
		await clock.advance(longEnough);
		const [entry] = (await get(`/crm/bulk/v8/read/${id}`)).json().data;
		expect(entry.query.module).toMatchObject({ api_name: "Contacts" });
		expect(entry.result?.download_url).toBe(`/crm/bulk/v8/read/${id}/result`);
	});

	test("merge a custom view's criteria in: flat beside one condition, beside a group as it is", async () => {
		const { create, get } = await startSandbox();
		const view = { api_name: "$converted", comparator: "equal", value: true };
		const own = { api_name: "Last_Name", comparator: "equal", value: "Boyle" };
		const echo = async (criteria?: object) => {
			const query = { module: "Leads", cvid: "554023000000093005", ...(criteria && { criteria }) };
			return (await get(`/crm/bulk/v2/read/${await create({ query })}`)).json().data[0].query;
		};
		expect(await echo()).toEqual({ module: "Leads", criteria: view, page: 1, cvid: "554023000000093005" });
		expect((await echo(own)).criteria).toEqual({ group: [view, own], group_operator: "and" });
		const group = { group: [own, { ...own, value: "Okafor" }], group_operator: "or" };
		expect((await echo(group)).criteria).toEqual({ group: [view, group], group_operator: "and" });
	});

	test("tell of a failure in Zoho's own words", async () => {
		const { post, get, clock } = await startSandbox();
		const answer = await post("/crm/bulk/v2/read", body, { "x-sandbox-fault": "job-fails" });
		await clock.advance(longEnough);
		const [entry] = (await get(`/crm/bulk/v2/read/${answer.json().data[0].details.id}`)).json().data;
		expect(entry.state).toBe("FAILURE");
		expect(entry.result).toEqual({
			error_message: {
				code: "INTERNAL_SERVER_ERROR",
				details: {},
				message: "Internal server error occurred.",
				status: "error",
			},
		});
	});

	test("need both scopes on v2, and either on later versions", async () => {
		const { sandbox, create, get } = await startSandbox();
		const id = await create(body);
		const status = async (version: string, scope: string): Promise<number> => {
			const authorization = `Zoho-oauthtoken ${sandbox.issueAccessToken([scope])}`;
			return (await get(`/crm/bulk/${version}/read/${id}`, { authorization })).status;
		};
		expect(await status("v2", "ZohoCRM.bulk.READ")).toBe(401);
		expect(await status("v2", "ZohoCRM.modules.ALL")).toBe(401);
		expect(await status("v8", "ZohoCRM.bulk.READ")).toBe(200);
		expect(await status("v8", "ZohoCRM.modules.contacts.READ")).toBe(200);
		expect(await status("v8", "ZohoCRM.settings.ALL")).toBe(401);
	});
});

describe("pages", () => {
	const records = generateCompany({ contacts: 25 });
	const limits = { recordsPerPage: 10, downloadsPerMinute: 1_000 };
	const ids = (text: string): string[] =>
		text
			.trimEnd()
			.split("\n")
			.slice(1)
			.map((line) => line.split(",")[0] ?? "");

	test("on v2 are asked for by number; together they are every record once, in order", async () => {
		const { create, get, clock, exportText } = await startSandbox({ records, limits });
		const all: string[] = [];
		const seen: unknown[] = [];
		for (let page = 1; page <= 4; page++) {
			const body = { query: { module: "Contacts", fields: ["Last_Name"], page } };
			const id = await create(body);
			await clock.advance(longEnough);
			const { result } = (await get(`/crm/bulk/v2/read/${id}`)).json().data[0];
			seen.push([result?.page, result?.per_page, result?.count, result?.more_records, result?.next_page_token]);
			all.push(...ids(await exportText(body)));
		}
		expect(seen).toEqual([
			[1, 10, 10, true, undefined],
			[2, 10, 10, true, undefined],
			[3, 10, 5, false, undefined],
			[4, 10, 0, false, undefined],
		]);
		expect(all).toEqual(records.Contacts.map(({ id }) => id));
	});

	test("on v8 are asked for by token, alone", async () => {
		const { create, get, clock } = await startSandbox({ records, limits });
		const counts: unknown[] = [];
		let query: object = { module: { api_name: "Contacts" }, fields: ["Last_Name"] };
		for (;;) {
			const id = await create({ query }, "v8");
			await clock.advance(longEnough);
			const { result, query: echo } = (await get(`/crm/bulk/v8/read/${id}`)).json().data[0];
			expect(echo).toMatchObject({ module: { api_name: "Contacts" }, fields: ["Last_Name"], page: result?.page });
			counts.push(result?.count);
			if (result?.next_page_token === undefined) break;
			query = { page_token: result.next_page_token };
		}
		expect(counts).toEqual([10, 10, 5]);
	});

	test("a token holds for a day", async () => {
		const { create, get, post, clock, sandbox } = await startSandbox({ records, limits });
		const id = await create({ query: { module: { api_name: "Contacts" } } }, "v8");
		await clock.advance(longEnough);
		const page_token = (await get(`/crm/bulk/v8/read/${id}`)).json().data[0].result?.next_page_token;
		await clock.advance(23 * 3_600_000);
		const headers = { authorization: `Zoho-oauthtoken ${sandbox.issueAccessToken(undefined, 1e6)}` };
		expect((await post("/crm/bulk/v8/read", { query: { page_token } }, headers)).status).toBe(201);
		await clock.advance(3_600_000);
		expect((await post("/crm/bulk/v8/read", { query: { page_token } }, headers)).json().code).toBe("EXPIRED_VALUE");
	});

	test("hold 20,000 events as a calendar", async () => {
		const { create, get, clock } = await startSandbox({ records: generateCompany({ contacts: 1, events: 20_001 }) });
		const id = await create({ query: { module: "Events" }, file_type: "ics" });
		await clock.advance(longEnough);
		expect((await get(`/crm/bulk/v2/read/${id}`)).json().data[0].result).toMatchObject({
			per_page: 20_000,
			count: 20_000,
			more_records: true,
		});
	});

	test("export what there was when the job was created", async () => {
		const { sandbox, create, get, clock } = await startSandbox({ records, limits });
		const before = await create({ query: { module: "Contacts", page: 3 } });
		sandbox.setRecords("Contacts", []);
		const after = await create({ query: { module: "Contacts" } });
		await clock.advance(longEnough);
		const count = async (id: string) => (await get(`/crm/bulk/v2/read/${id}`)).json().data[0].result?.count;
		expect(await count(before)).toBe(5);
		expect(await count(after)).toBe(0);
	});
});

test("the oldest jobs are forgotten beyond the limit", async () => {
	const { sandbox, create, get } = await startSandbox({ limits: { jobs: 2 } });
	const [first, second, third] = [
		await create({ query: { module: "Contacts" } }),
		await create({ query: { module: "Contacts" } }),
		await create({ query: { module: "Contacts" } }),
	];
	expect(sandbox.jobs().map(({ id }) => id)).toEqual([second, third]);
	expect((await get(`/crm/bulk/v2/read/${first}`)).status).toBe(404);
});

test("a custom view that cannot be is refused when the sandbox is made", () => {
	const view = { id: "1", name: "Mine", module: "Leads" };
	expect(() => createSandbox({ customViews: [{ ...view, module: "Kontakte" }] })).toThrow(
		'The view "Mine" belongs to Kontakte',
	);
	const criteria = { api_name: "No_Such_Field", comparator: "equal", value: "x" };
	expect(() => createSandbox({ customViews: [{ ...view, criteria }] })).toThrow(InvalidCriteriaError);
});
