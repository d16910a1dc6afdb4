// Each job is charged for. A server that says of every page that more follow would be paid without end.

import { describe, expect, test } from "vitest";
import { accessToken } from "../../../src/client/auth/access-token.js";
import { type Client, createClient } from "../../../src/client/client.js";
import type { ExportOptions } from "../../../src/client/export/export-options.js";
import type { ApiVersion } from "../../../src/job/request.js";
import { failureOf, rowsOf } from "../outcome.js";
import { job, type StillOrg, spread, stillOrg } from "./still-org.js";

/** A client that gets changed answers about each result, and whose jobs may be changed on their way. */
function misled(
	{ sandbox, clock }: StillOrg,
	apiVersion: ApiVersion,
	tell: (result: object) => object,
	ask = (body: string): string => body,
): Client {
	return createClient({
		baseUrl: "http://sandbox.test",
		fetch: async (given) => {
			const isJob = given.method === "POST" && given.url.endsWith("/read");
			const request = isJob ? new Request(given, { body: ask(await given.text()) }) : given;
			const response = await sandbox.fetch(request);
			if (!/\/read\/\d+$/.test(new URL(request.url).pathname)) return response;
			const { data } = (await response.json()) as { data: readonly { readonly result?: object }[] };
			return Response.json({
				data: data.map(({ result, ...details }) => ({ ...details, ...(result && { result: tell(result) }) })),
			});
		},
		auth: accessToken(sandbox.issueAccessToken(undefined, 1e9)),
		apiVersion,
		clock,
		downloadsPerMinute: 100_000,
	});
}

const always = (result: object): object => ({ ...result, more_records: true });

describe("an export ends, whatever is said of what follows", () => {
	test.each<[string, records: readonly number[], most: number, ApiVersion, ExportOptions]>([
		["in pages", spread, 10, "v2", {}],
		["in pages, submitted ahead", spread, 11, "v2", { prefetch: true }],
		["without a record", [], 1, "v2", {}],
		["by windows, without a record", [], 1, "v2", { windows: true }],
		["by windows, of one record", [7], 8, "v2", { windows: true }],
		["by windows, of records of one second", [7, 7, 7], 12, "v2", { windows: true }],
		["by windows, of many records", spread, 4 * spread.length, "v2", { windows: true }],
		["by windows, on v8", [7, 7, 8], 14, "v8", { windows: true }],
	])("%s", async (_, records, most, apiVersion, options) => {
		const org = await stillOrg(records);
		const failure = await failureOf(rowsOf(misled(org, apiVersion, always).rows(job, options)));
		expect(failure).toMatchObject({ name: "UnexpectedAnswerError", path: ["result", "more_records"] });
		expect((failure as Error).message).toContain("false, because the page has no records");
		expect(org.sandbox.jobs().length).toBeLessThanOrEqual(most);
	});

	test("in pages, and continues after an empty one where answers are not checked", async () => {
		const org = await stillOrg([]);
		let told = 0;
		const once = misled(org, "v2", (result) => (told++ === 0 ? always(result) : result));
		expect(await rowsOf(once.rows(job, { answers: "unchecked" }))).toEqual([]);
		expect(org.sandbox.jobs()).toHaveLength(2);
	});

	test("in pages that are followed by themselves", async () => {
		const org = await stillOrg(spread);
		const tokens: unknown[] = [];
		const same = misled(org, "v8", (result) => {
			tokens.push(Reflect.get(result, "next_page_token"));
			return { ...result, next_page_token: tokens[0] };
		});
		const failure = await failureOf(rowsOf(same.rows(job)));
		expect(failure).toMatchObject({ name: "UnexpectedAnswerError", path: ["result", "next_page_token"] });
		expect(org.sandbox.jobs()).toHaveLength(2);
	});
});

describe("a filter that is not applied", () => {
	test.each<[string, records: readonly number[], ignored: RegExp, what: string]>([
		["by the time of creation", spread, /./, "were created at another time"],
		[
			"by the time of creation, in order",
			spread.toSorted((one, other) => one - other),
			/./,
			"were created at another time",
		],
		[
			"by the time of creation, the latest first",
			spread.toSorted((one, other) => other - one),
			/./,
			"were created at another time",
		],
		["by ids", Array<number>(43).fill(7), /"id"/, "have other ids"],
	])("%s ends an export by windows, instead of splitting them to single records", async (_, records, ignored, what) => {
		const org = await stillOrg(records);
		const ask = (body: string): string => {
			const { query, ...rest } = JSON.parse(body) as { readonly query: { readonly criteria?: unknown } };
			const { criteria, ...others } = query;
			return JSON.stringify({ query: ignored.test(JSON.stringify(criteria ?? "")) ? others : query, ...rest });
		};
		const ignoring = misled(org, "v2", (result) => result, ask);
		const failure = await failureOf(rowsOf(ignoring.rows(job, { windows: true })));
		expect(failure).toMatchObject({ name: "DamagedResultError", archiveIsWhole: true, jobId: expect.any(String) });
		expect((failure as Error).message).toContain(what);
		expect((failure as Error).message).toContain("Leave out windows");
		expect(org.sandbox.jobs().length).toBeLessThanOrEqual(14);
	});
});

test("an empty page after which nothing follows is the end, also if it was announced", async () => {
	const org = await stillOrg(spread.slice(0, 5));
	let pages = 0;
	const announced = misled(org, "v2", (result) => ({ ...result, more_records: ++pages === 1 }));
	expect(await rowsOf(announced.rows(job))).toHaveLength(5);
	expect(org.sandbox.jobs()).toHaveLength(2);
});
