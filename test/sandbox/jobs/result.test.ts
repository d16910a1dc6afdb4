import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
	bigInteger,
	boolean,
	currency,
	date,
	dateTime,
	decimal,
	defineModule,
	lookup,
	multiSelect,
	text,
	textArea,
} from "../../../src/index.js";
import type { SandboxOptions } from "../../../src/sandbox/index.js";
import { longEnough, readCsv, startSandbox, unzip } from "../raw-http.js";

const Owners = defineModule("Owners", { id: bigInteger, name: text, Boss: text });
const Things = defineModule("Things", {
	id: bigInteger,
	Name: text,
	Notes: textArea,
	Tags: multiSelect("a", "b"),
	Price: currency,
	Ratio: decimal,
	Big: bigInteger,
	Active: boolean,
	Day: date,
	At: dateTime,
	Owner: lookup(() => Owners),
});

const records = {
	Owners: [
		{ id: "9001", name: 'Ngọzi "N." Okafor', Boss: "" },
		{ id: "9002", name: null, Boss: null },
	],
	Things: [
		{
			id: "554023000000000001",
			Name: "plain",
			Notes: "two\nlines",
			Tags: ["a", "b"],
			Price: 1234567.5,
			Ratio: 0.1,
			Big: "9223372036854775807",
			Active: true,
			Day: "2026-02-28",
			At: "2026-02-28T09:30:00+05:30",
			Owner: "9001",
		},
		{
			id: "554023000000000002",
			Name: 'comma, "quote"',
			Notes: "",
			Tags: [],
			Price: 0,
			Ratio: 1e-7,
			Big: null,
			Active: false,
			Day: undefined,
			At: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
			Owner: { id: "9002" },
		},
		{ id: "554023000000000003", Name: " Ελένη 髙橋 𠮷 ", Price: 1e21, Owner: null },
	],
};

const things: SandboxOptions = { modules: [Things, Owners], records };
const query = { module: "Things" };

describe("the CSV", () => {
	test("of all fields, byte for byte: the id first, LF, quotes where needed, no byte order mark", async () => {
		const { exportText } = await startSandbox(things);
		expect(await exportText({ query })).toBe(
			[
				"Id,Name,Notes,Tags,Price,Ratio,Big,Active,Day,At,Owner",
				'554023000000000001,plain,"two\nlines","a,b",1234567.5,0.1,9223372036854775807,true,2026-02-28,2026-02-28T09:30:00+05:30,9001',
				'554023000000000002,"comma, ""quote""",,,0,0.0000001,,false,,2026-01-02T03:04:05+00:00,9002',
				"554023000000000003, Ελένη 髙橋 𠮷 ,,,1000000000000000000000,,,,,,",
				"",
			].join("\n"),
		);
	});

	test("of chosen fields: in their order, under the names as they were asked for, the id once and first", async () => {
		const { exportText } = await startSandbox(things);
		const fields = ["Owner.name", "id", "Active", "Owner", "Owner.id", "Active"];
		expect(await exportText({ query: { ...query, fields } })).toBe(
			[
				"Id,Owner.name,Active,Owner,Owner.id",
				'554023000000000001,"Ngọzi ""N."" Okafor",true,9001,9001',
				"554023000000000002,,false,9002,9002",
				"554023000000000003,,,,",
				"",
			].join("\n"),
		);
	});

	test("has every field if more than 200 or none are selected", async () => {
		const { exportText } = await startSandbox(things);
		const all = await exportText({ query });
		expect(await exportText({ query: { ...query, fields: Array.from({ length: 201 }, () => "Name") } })).toBe(all);
		expect(await exportText({ query: { ...query, fields: [] } })).toBe(all);
		const many = await exportText({ query: { ...query, fields: Array.from({ length: 200 }, () => "Name") } });
		expect(many.split("\n")[0]).toBe("Id,Name");
	});

	test("of nothing has its header", async () => {
		const { exportText } = await startSandbox({ ...things, records: {} });
		expect(await exportText({ query: { ...query, fields: ["Name"] } })).toBe("Id,Name\n");
	});

	test("has every switch", async () => {
		const csv = { lineEnding: "\r\n", byteOrderMark: true, quoting: "all", multiSelectDelimiter: ";" } as const;
		const { exportText } = await startSandbox({ ...things, assumptions: { csv, repeatedField: "twice" } });
		const fields = ["Tags", "Active", "Active"];
		expect(await exportText({ query: { ...query, fields } })).toBe(
			[
				'\uFEFF"Id","Tags","Active","Active"',
				'"554023000000000001","a;b","true","true"',
				'"554023000000000002","","false","false"',
				'"554023000000000003","","",""',
				"",
			].join("\r\n"),
		);
	});

	test("is read back by another program, cell for cell, whatever the names of the company", async () => {
		const { sandbox, exportText } = await startSandbox();
		const fields = ["Last_Name", "Description", "Account_Name.Account_Name", "Mailing_Street"];
		const [header, ...rows] = readCsv(await exportText({ query: { module: "Contacts", fields } }));
		expect(header).toEqual(["Id", ...fields]);
		expect(rows.length).toBe(1_000);
		expect(rows.every((row) => row.length === 5)).toBe(true);
		expect(sandbox.jobs()).toHaveLength(1);
	});
});

describe("the ZIP", () => {
	test("holds one file named like the job, is deflated, and has a data descriptor", async () => {
		const { create, clock, get } = await startSandbox(things);
		const id = await create({ query });
		await clock.advance(longEnough);
		const { status, headers, body } = await get(`/crm/bulk/v2/read/${id}/result`);
		expect(status).toBe(200);
		expect(headers["content-type"]).toBe("application/x-download");
		expect(headers["content-disposition"]).toBe(`attachment; filename="${id}.zip"; filename*=UTF-8''${id}.zip`);
		expect(headers["content-length"]).toBeUndefined();
		expect(unzip(body)).toMatchObject({ name: `${id}.csv`, method: 8, flags: 8, modified: "2026-07-01T00:00:00" });
	});

	test.each([
		[{ method: "store", dataDescriptor: true }, 0, 8],
		[{ method: "store", dataDescriptor: false }, 0, 0],
		[{ method: "deflate", dataDescriptor: false }, 8, 0],
	] as const)("is written otherwise by a switch: %j", async (zip, method, flags) => {
		const { create, clock, get } = await startSandbox({ ...things, assumptions: { zip } });
		const id = await create({ query });
		await clock.advance(longEnough);
		const archive = unzip((await get(`/crm/bulk/v2/read/${id}/result`)).body);
		expect(archive).toMatchObject({ method, flags });
		expect(archive.text.split("\n")[1]).toContain("plain");
	});

	test("is taken by unzip", async () => {
		const { create, clock, get } = await startSandbox();
		const id = await create({ query: { module: "Leads" } });
		await clock.advance(longEnough);
		const folder = mkdtempSync(join(tmpdir(), "zip-"));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		writeFileSync(join(folder, "result.zip"), (await get(`/crm/bulk/v2/read/${id}/result`)).body);
		const said = execFileSync("unzip", ["-t", join(folder, "result.zip")]).toString();
		expect(said).toContain("No errors detected");
	});

	test("goes by other names and types", async () => {
		const disposition = async (options: SandboxOptions, version = "v2") => {
			const { create, clock, get } = await startSandbox({ ...things, ...options });
			const id = await create({ query: { module: version === "v2" ? "Things" : { api_name: "Things" } } }, version);
			await clock.advance(longEnough);
			const { headers, body } = await get(`/crm/bulk/${version}/read/${id}/result`);
			return { id, headers, body };
		};
		const quoted = await disposition({ assumptions: { fileName: "quoted" } });
		expect(quoted.headers["content-disposition"]).toBe(`attachment; filename="${quoted.id}.zip"`);
		const plain = await disposition({ assumptions: { fileName: "plain", contentLength: true } });
		expect(plain.headers["content-disposition"]).toBe(`attachment;filename=${plain.id}.zip`);
		expect(plain.headers["content-length"]).toBe(String(plain.body.length));
		const newest = await disposition({}, "v8");
		expect(newest.headers["content-type"]).toBe("application/zip");
		const own = await disposition({ assumptions: { downloadType: "application/octet-stream" } });
		expect(own.headers["content-type"]).toBe("application/octet-stream");
	});
});

describe("a result", () => {
	test("is kept for a day", async () => {
		const { sandbox, create, clock, get } = await startSandbox({
			...things,
			timing: { added: 0, queued: 0, inProgress: 0 },
		});
		const id = await create({ query });
		const status = async () => {
			const authorization = `Zoho-oauthtoken ${sandbox.issueAccessToken()}`;
			return (await get(`/crm/bulk/v2/read/${id}/result`, { authorization })).status;
		};
		await clock.advance(24 * 3_600_000 - 1);
		expect(await status()).toBe(200);
		await clock.advance(1);
		expect(await status()).toBe(404);
	});

	test("can be downloaded ten times a minute; one time too many closes the door for a minute", async () => {
		const { create, clock, get } = await startSandbox(things);
		const id = await create({ query });
		await clock.advance(longEnough);
		const download = () => get(`/crm/bulk/v2/read/${id}/result`);
		for (let time = 0; time < 10; time++) expect((await download()).status).toBe(200);
		const refused = await download();
		expect([refused.status, refused.json().code, refused.headers["retry-after"]]).toEqual([
			429,
			"TOO_MANY_REQUESTS",
			undefined,
		]);
		await clock.advance(59_999);
		expect((await download()).status).toBe(429);
		await clock.advance(1);
		expect((await download()).status).toBe(200);
	});

	test("may say when to come again", async () => {
		const { clock, get } = await startSandbox({ assumptions: { retryAfter: true }, limits: { downloadsPerMinute: 1 } });
		await get("/crm/bulk/v2/read/1/result");
		expect((await get("/crm/bulk/v2/read/1/result")).headers["retry-after"]).toBe("60");
		await clock.advance(45_500);
		expect((await get("/crm/bulk/v2/read/1/result")).headers["retry-after"]).toBe("15");
	});
});
