import { expect, test } from "vitest";
import { bulkRead } from "../../src/job/bulk-read.js";
import { writeRequest } from "../../src/job/request.js";
import { Contacts } from "../../src/standard/index.js";

const job = bulkRead(Contacts)
	.select("Last_Name")
	.where((where) => where("Lead_Source").equal("Web").and(where("Email").isNotEmpty()))
	.customView("554023000000093005")
	.page(2);

test("v2 is sent as it stands", () => {
	expect(writeRequest(job.toJSON(), "v2")).toEqual(job.toJSON());
	expect(writeRequest(job.toJSON(), "v2", "ignored: v2 has no tokens")).toEqual(job.toJSON());
});

test("on v8 a page token stands for the whole query, and the callback beside it", () => {
	expect(writeRequest(job.toJSON(), "v8", "token")).toEqual({ query: { page_token: "token" } });
	const callback = { url: "https://example.com/hook", method: "post" };
	expect(writeRequest(job.callback(callback.url).toJSON(), "v8", "token")).toEqual({
		callback,
		query: { page_token: "token" },
	});
});
