import { createHash } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, test } from "vitest";
import { type Company, generateCompany } from "../../../src/sandbox/index.js";
import type { SandboxRecord } from "../../../src/sandbox/org/sandbox-record.js";
import { Accounts, Contacts, Deals, Events, Leads, Tasks, Users } from "../../../src/standard/index.js";

const described = { Accounts, Contacts, Deals, Events, Leads, Tasks, Users };

const digest = (company: Company): string => createHash("sha256").update(JSON.stringify(company)).digest("hex");

describe("a company", () => {
	let company: Company;
	beforeAll(() => {
		company = generateCompany({ contacts: 400 });
	});
	const everyRecord = (): [keyof Company, SandboxRecord][] =>
		(Object.keys(company) as (keyof Company)[]).flatMap((module) =>
			company[module].map((record): [keyof Company, SandboxRecord] => [module, record]),
		);

	test("is the same for the same seed and another for another", () => {
		expect(digest(generateCompany({ contacts: 50, seed: "a" }))).toBe(
			digest(generateCompany({ contacts: 50, seed: "a" })),
		);
		expect(digest(generateCompany({ contacts: 50, seed: "a" }))).not.toBe(
			digest(generateCompany({ contacts: 50, seed: "b" })),
		);
	});

	test("has the sizes that are asked for", () => {
		const sizes = { users: 2, accounts: 3, contacts: 5, leads: 7, deals: 11, events: 13, tasks: 17 };
		const made = generateCompany(sizes);
		expect(Object.entries(made).map(([module, records]) => [module.toLowerCase(), records.length])).toEqual(
			Object.entries(sizes),
		);
		for (const records of Object.values(generateCompany({ contacts: 0 }))) expect(records.length).toBeLessThan(4);
	});

	test("has ids of 18 digits, each once", () => {
		const ids = everyRecord().map(([, { id }]) => String(id));
		for (const id of ids) expect(id).toMatch(/^\d{18}$/);
		expect(new Set(ids).size).toBe(ids.length);
	});

	test("has fields that the standard modules have, with values of their data types", () => {
		for (const [module, record] of everyRecord()) {
			for (const [name, value] of Object.entries(record)) {
				if (["$series", "$replaced_start"].includes(name)) continue;
				const field = described[module].fields.get(name);
				expect(field, `${module}.${name}`).toBeDefined();
				if (value === null || field === undefined) continue;
				expect([name, value]).toEqual([name, expect.toSatisfy((given: unknown) => fits(field.dataType, given))]);
				if (field.dataType === "picklist") expect(field.values).toContain(value);
			}
		}
	});

	test("refers to records that are there, and nothing refers to itself", () => {
		for (const [module, record] of everyRecord()) {
			for (const [name, value] of Object.entries(record)) {
				const target = described[module].fields.get(name)?.target?.().apiName;
				if (target === undefined || value === null) continue;
				const records = company[target as keyof Company];
				expect(
					records.map(({ id }) => id),
					`${module}.${name}`,
				).toContain(value);
				if (target === module && module !== "Users") expect(value).not.toBe(record.id);
			}
		}
	});

	test("was made before its end, and changed after it was made", () => {
		for (const [, record] of everyRecord()) {
			const created = Date.parse(String(record.Created_Time ?? record.created_time));
			const modified = Date.parse(String(record.Modified_Time));
			expect(created).toBeLessThanOrEqual(modified);
			expect(modified).toBeLessThanOrEqual(Date.UTC(2026, 6, 1));
		}
	});

	test("has what breaks careless code: many scripts, commas, quotes, newlines, apostrophes, empties", () => {
		const text = everyRecord()
			.flatMap(([, record]) => Object.values(record))
			.filter((value) => typeof value === "string")
			.join("\u0000");
		const scripts = [
			"Latin",
			"Greek",
			"Cyrillic",
			"Georgian",
			"Hebrew",
			"Arabic",
			"Devanagari",
			"Bengali",
			"Tamil",
			"Thai",
			"Han",
			"Hiragana",
			"Katakana",
			"Hangul",
		];
		for (const script of scripts) expect(text).toMatch(new RegExp(`\\p{Script=${script}}`, "u"));
		for (const piece of [",", '"', "'", "\n", "\r\n", "\t", ";", "\\", "𠮷", "🙂", "${", "=SUM("])
			expect(text).toContain(piece);
		expect(everyRecord().some(([, record]) => Object.values(record).includes(null))).toBe(true);
	});

	test("has the people of the API page's samples", () => {
		expect(company.Users[0]).toMatchObject({
			id: "554023000000235011",
			last_name: "Boyle",
			full_name: "Patricia Boyle",
		});
		expect(company.Users.map(({ id }) => id)).toEqual(
			expect.arrayContaining(["554023000000695002", "554023000000691003"]),
		);
	});
});

/** Ids, phone numbers and the like are strings in records. */
function fits(dataType: string, value: unknown): boolean {
	switch (dataType) {
		case "boolean":
			return typeof value === "boolean";
		case "integer":
			return Number.isSafeInteger(value);
		case "currency":
		case "decimal":
		case "percent":
			return typeof value === "number" && Number.isFinite(value);
		case "date":
			return /^\d{4}-\d\d-\d\d$/.test(String(value));
		case "datetime":
			return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(String(value));
		case "email":
			return /^[a-z0-9.-]+@[a-z]+\.example$/.test(String(value));
		case "url":
			return URL.canParse(String(value));
		default:
			return typeof value === "string" && value !== "" && [...value].length <= 255;
	}
}

test("200,000 contacts take less than three seconds, and less than a kilobyte each", () => {
	setFlagsFromString("--expose-gc");
	const collectGarbage: () => void = runInNewContext("gc");
	const collect = (): number => {
		collectGarbage();
		return process.memoryUsage().heapUsed;
	};
	const before = collect();
	const busy = (): number => {
		const { user, system } = process.cpuUsage();
		return (user + system) / 1_000;
	};
	// Time of the processor, not of the wall: what else the machine does must not fail this.
	const started = busy();
	const { Contacts } = generateCompany({ contacts: 200_000 });
	expect(Contacts.length).toBe(200_000);
	expect(busy() - started).toBeLessThan(3_000);
	expect((collect() - before) / 200_000).toBeLessThan(1_024);
});
