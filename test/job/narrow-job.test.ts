import { expect, test } from "vitest";
import { bulkRead } from "zoho-bulk-read";
import { Events, Leads } from "zoho-bulk-read/standard";
import { narrowJob, probeJob } from "../../src/job/narrow-job.js";

const city = Leads.where("City").equal("Pune");
const state = Leads.where("State").equal("MH");
const both = { group_operator: "and", group: [city.toJSON(), state.toJSON()] };
const callback = { url: "https://a.test/", method: "post" };
const whole = bulkRead(Leads).select("City").where(city).customView("17").callback(callback.url).page(3);

test.each([
	[
		"everything but the page",
		() => narrowJob(whole, state),
		{ callback, query: { module: "Leads", cvid: "17", fields: ["City"], criteria: both } },
	],
	[
		"no other filter",
		() => narrowJob(whole, undefined),
		{ callback, query: { module: "Leads", cvid: "17", fields: ["City"], criteria: city.toJSON() } },
	],
	["no filter at all", () => narrowJob(bulkRead(Leads), undefined), { query: { module: "Leads" } }],
	[
		"a filter where there was none",
		() => narrowJob(bulkRead(Leads), state),
		{ query: { module: "Leads", criteria: state.toJSON() } },
	],
	["a calendar", () => narrowJob(bulkRead(Events).ics(), undefined), { query: { module: "Events" }, file_type: "ics" }],
	[
		"other fields, and no callback",
		() => probeJob(whole, ["State"], state),
		{ query: { module: "Leads", cvid: "17", fields: ["State"], criteria: both } },
	],
	[
		"fields of a whole module",
		() => probeJob(bulkRead(Leads), ["State"], undefined),
		{ query: { module: "Leads", fields: ["State"] } },
	],
])("%s", (_name, make, request) => {
	const job = make();
	expect(job.toJSON()).toEqual(request);
	expect(job.request).toEqual(request);
});
