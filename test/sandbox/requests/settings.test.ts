import { describe, expect, test } from "vitest";
import { defineModule, lookup, picklist, text } from "../../../src/index.js";
import { startSandbox } from "../raw-http.js";

/** The parts of the answers that these tests read. */
interface Metadata {
	readonly modules: readonly { readonly id: string; readonly api_name: string }[];
	readonly fields: readonly { readonly id: string; readonly api_name: string }[];
	readonly custom_views: readonly { readonly id: string; readonly name: string; readonly system_name: string | null }[];
}

const metadata = async (running: Awaited<ReturnType<typeof startSandbox>>, path: string): Promise<Metadata> => {
	const answer = await running.get(path);
	expect(answer.status).toBe(200);
	return JSON.parse(answer.body.toString());
};

const Things = defineModule("Things", { Name: text, Kind: picklist("One", "Two"), Other: lookup(() => Things2) });
const Things2 = defineModule("Things2", { Name: text });

describe("settings/modules", () => {
	test("lists the modules, each with its own id", async () => {
		const { modules } = await metadata(await startSandbox(), "/crm/v8/settings/modules");
		expect(modules.map(({ api_name }) => api_name)).toEqual(
			expect.arrayContaining(["Leads", "Contacts", "Events", "Users"]),
		);
		expect(new Set(modules.map(({ id }) => id)).size).toBe(modules.length);
	});

	test("names modules in words, as Zoho does, without what its API names end with", async () => {
		const running = await startSandbox();
		const labels = await Promise.all(
			["Appointments__s", "Sales_Orders"].map(async (name) => {
				const { modules } = await metadata(running, `/crm/v8/settings/modules/${name}`);
				const { custom_views } = await metadata(running, `/crm/v8/settings/custom_views?module=${name}`);
				return [modules[0], custom_views[0]];
			}),
		);
		expect(labels).toMatchObject([
			[{ singular_label: "Appointment", plural_label: "Appointments" }, { name: "All Appointments" }],
			[{ singular_label: "Sales Order", plural_label: "Sales Orders" }, { name: "All Sales Orders" }],
		]);
	});

	test("describes one", async () => {
		const { modules } = await metadata(await startSandbox(), "/crm/v2/settings/modules/leads");
		expect(modules).toMatchObject([
			{
				api_name: "Leads",
				singular_label: "Lead",
				plural_label: "Leads",
				api_supported: true,
				generated_type: "default",
			},
		]);
	});
});

describe("settings/fields", () => {
	test("describes a field as Zoho does", async () => {
		const { fields } = await metadata(
			await startSandbox({ modules: [Things, Things2] }),
			"/crm/v8/settings/fields?module=things",
		);
		expect(fields.map(({ api_name }) => api_name)).toEqual(["Name", "Kind", "Other"]);
		expect(fields[0]).toMatchObject({
			data_type: "text",
			json_type: "string",
			length: 255,
			lookup: {},
			pick_list_values: [],
			filterable: true,
			virtual_field: false,
		});
		expect(fields[1]).toMatchObject({
			data_type: "picklist",
			pick_list_values: [{ actual_value: "One", sequence_number: 1 }, { actual_value: "Two" }],
		});
		expect(fields[2]).toMatchObject({ data_type: "lookup", lookup: { module: { api_name: "Things2" } } });
	});

	test("names data types in Zoho's words, and what bulk read cannot export as having no value", async () => {
		const { fields } = await metadata(await startSandbox(), "/crm/v8/settings/fields?module=Events");
		const field = (name: string) => fields.find(({ api_name }) => api_name === name);
		expect(field("Owner")).toMatchObject({ data_type: "ownerlookup", json_type: "jsonobject" });
		expect(field("All_day")).toMatchObject({ data_type: "boolean" });
		expect(field("Start_DateTime")).toMatchObject({ data_type: "datetime" });
		expect(field("Description")).toMatchObject({ data_type: "textarea", filterable: false });
		expect(field("Participants")).toMatchObject({ virtual_field: true });
	});

	test("gives every field of every module an id of its own, and leaves out what has no metadata", async () => {
		const running = await startSandbox();
		const { modules } = await metadata(running, "/crm/v8/settings/modules");
		const ids: string[] = [];
		for (const { api_name } of modules) {
			const { fields } = await metadata(running, `/crm/v8/settings/fields?module=${api_name}`);
			ids.push(...fields.map(({ id }) => id));
			expect(fields.filter((field) => field.api_name.startsWith("$"))).toEqual([]);
		}
		expect(ids.length).toBeGreaterThan(500);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test("is empty for a module without fields", async () => {
		const { get } = await startSandbox({ modules: [defineModule("Bare", {})] });
		const answer = await get("/crm/v8/settings/fields?module=Bare");
		expect([answer.status, answer.body.length]).toEqual([204, 0]);
	});
});

describe("settings/custom_views", () => {
	test("lists the views, whose ids jobs may name", async () => {
		const running = await startSandbox();
		const { custom_views: views } = await metadata(running, "/crm/v8/settings/custom_views?module=Leads");
		expect(views.map(({ name, system_name }) => [name, system_name])).toEqual([
			["Converted Leads", null],
			["All Leads", "ALLVIEWS"],
		]);
		for (const { id } of views) await running.create({ query: { module: "Leads", cvid: id } });
	});
});

test("raw metadata is given as it stands", async () => {
	const raw = {
		modules: { modules: [{ api_name: "Projects", anything: [1, null] }] },
		fields: { Projects: { fields: [{ api_name: "Name", data_type: "text" }] } },
		customViews: { Projects: { custom_views: [], info: {} } },
	};
	const { get } = await startSandbox({ metadata: raw });
	const body = async (path: string): Promise<unknown> => JSON.parse((await get(path)).body.toString());
	expect(await body("/crm/v8/settings/modules")).toEqual(raw.modules);
	expect(await body("/crm/v8/settings/fields?module=Projects")).toEqual(raw.fields.Projects);
	expect(await body("/crm/v8/settings/custom_views?module=Projects")).toEqual(raw.customViews.Projects);
});

test.each([
	["/crm/v8/settings/modules", "ZohoCRM.settings.modules.READ"],
	["/crm/v8/settings/modules/Leads", "ZohoCRM.settings.modules.ALL"],
	["/crm/v8/settings/fields?module=Leads", "ZohoCRM.settings.fields.READ"],
	["/crm/v8/settings/custom_views?module=Leads", "ZohoCRM.settings.custom_views.READ"],
])("%s needs %s, or settings.ALL", async (path, scope) => {
	const { sandbox, get } = await startSandbox();
	const status = async (only: string): Promise<number> =>
		(await get(path, { authorization: `Zoho-oauthtoken ${sandbox.issueAccessToken([only])}` })).status;
	expect(await status(scope)).toBe(200);
	expect(await status("ZohoCRM.settings.ALL")).toBe(200);
	expect(await status("ZohoCRM.settings.layouts.READ")).toBe(401);
	expect(await status("ZohoCRM.modules.ALL")).toBe(401);
});
