import { describe, expect, test } from "vitest";
import * as zoho from "zoho-bulk-read";
import * as sandboxes from "zoho-bulk-read/sandbox";
import { Contacts } from "zoho-bulk-read/standard";

// JavaScript users have no compiler to stop them: wrong arguments to everything that reads results, stores tokens or makes a
// sandbox must be refused before any work starts.

const bytes = (): ReadableStream<Uint8Array> => new Blob(["no archive"]).stream();

const wrongThings: readonly (readonly [name: string, value: unknown])[] = [
	["null", null],
	["a number", 5],
	["an id as a number", Number("554023000000093005")],
	["an empty text", ""],
	["a text", "x"],
	["true", true],
	["an object", { x: 1 }],
	["a list", [1]],
	["a Date", new Date(0)],
	["a function", () => 1],
];

interface Surface {
	readonly name: string;
	readonly use: (given: never) => unknown;
	/** The things that are right after all. */
	readonly takes?: readonly string[];
}

const secrets = { clientId: "a", clientSecret: "b", refreshToken: "c" };
const reading = { module: Contacts };

const surfaces: readonly Surface[] = [
	{ name: "unzip(?)", use: (given) => zoho.unzip(given) },
	{ name: "unzip(zip, ?)", use: (given) => zoho.unzip(bytes(), given), takes: ["a Date"] },
	{
		name: "unzip(zip, { maxInflatedBytes: ? })",
		use: (given) => zoho.unzip(bytes(), { maxInflatedBytes: given }),
		takes: ["a number", "an id as a number"],
	},
	{ name: "readText(?)", use: (given) => zoho.readText(given) },
	{ name: "readTextParts(?)", use: (given) => zoho.readTextParts(given).next() },
	{ name: "readRows(?, columns)", use: (given) => zoho.readRows(given, reading) },
	{ name: "readRows(zip, ?)", use: (given) => zoho.readRows(bytes(), given) },
	{ name: "readRows(zip, columns, ?)", use: (given) => zoho.readRows(bytes(), reading, given), takes: ["a Date"] },
	{ name: "readRows(..., { quotes: ? })", use: (given) => zoho.readRows(bytes(), reading, { quotes: given }) },
	{
		name: "readRows(..., { count: ? })",
		use: (given) => zoho.readRows(bytes(), reading, { count: given }),
		takes: ["a number", "an id as a number"],
	},
	{ name: "readEvents(?)", use: (given) => zoho.readEvents(given) },
	{ name: "readEvents(zip, ?)", use: (given) => zoho.readEvents(bytes(), given), takes: ["a Date"] },
	{ name: "toNdjson(?)", use: (given) => zoho.toNdjson(given) },
	{ name: "toCsv(?)", use: (given) => zoho.toCsv(given) },
	{ name: "toCsv([], ?)", use: (given) => zoho.toCsv([], given), takes: ["a Date"] },
	{ name: "accessToken(?)", use: (given) => zoho.accessToken(given), takes: ["a text", "a function"] },
	{ name: "refreshToken(?)", use: (given) => zoho.refreshToken(given) },
	{ name: "refreshToken({ store: ? })", use: (given) => zoho.refreshToken({ ...secrets, store: given }) },
	{ name: "fileTokenStore(?)", use: (given) => zoho.fileTokenStore(given), takes: ["a text"] },
	{ name: "createSandbox(?)", use: (given) => sandboxes.createSandbox(given), takes: ["a Date"] },
	{ name: "createSandbox({ modules: ? })", use: (given) => sandboxes.createSandbox({ modules: given }) },
	{ name: "createSandbox({ records: ? })", use: (given) => sandboxes.createSandbox({ records: given }) },
	{
		name: "createSandbox({ customViews: ? })",
		use: (given) => sandboxes.createSandbox({ customViews: given }),
		takes: ["a list"],
	},
	{ name: "createSandbox({ user: ? })", use: (given) => sandboxes.createSandbox({ user: given }) },
	{ name: "createSandbox({ scopes: ? })", use: (given) => sandboxes.createSandbox({ scopes: given }) },
	{ name: "createSandbox({ timing: ? })", use: (given) => sandboxes.createSandbox({ timing: given }) },
	{
		name: "createSandbox({ timing: { added: ? } })",
		use: (given) => sandboxes.createSandbox({ timing: { added: given } }),
		takes: ["a number", "an id as a number"],
	},
	{ name: "createSandbox({ limits: ? })", use: (given) => sandboxes.createSandbox({ limits: given }) },
	{
		name: "createSandbox({ limits: { page: ? } })",
		use: (given) => sandboxes.createSandbox({ limits: { page: given } }),
		takes: ["a number", "an id as a number"],
	},
	{ name: "createSandbox({ assumptions: ? })", use: (given) => sandboxes.createSandbox({ assumptions: given }) },
	{
		name: "createSandbox({ faults: ? })",
		use: (given) => sandboxes.createSandbox({ faults: given }),
		takes: ["a function"],
	},
	{ name: "createSandbox({ clock: ? })", use: (given) => sandboxes.createSandbox({ clock: given }) },
	{
		name: "createSandbox({ onRequest: ? })",
		use: (given) => sandboxes.createSandbox({ onRequest: given }),
		takes: ["a function"],
	},
	{ name: "generateCompany(?)", use: (given) => sandboxes.generateCompany(given), takes: ["a Date"] },
	{
		name: "generateCompany({ contacts: ? })",
		use: (given) => sandboxes.generateCompany({ contacts: given }),
		takes: ["a number", "an id as a number"],
	},
	{
		name: "generateCompany({ until: ? })",
		use: (given) => sandboxes.generateCompany({ until: given }),
		takes: ["a Date"],
	},
	{ name: "virtualClock(?)", use: (given) => sandboxes.virtualClock(given), takes: ["a Date"] },
	{
		name: "virtualClock({ start: ? })",
		use: (given) => sandboxes.virtualClock({ start: given }),
		takes: ["a number", "an id as a number"],
	},
];

describe.each(surfaces)("$name", ({ use, takes = [] }) => {
	const outcome = async (value: unknown): Promise<unknown> => {
		try {
			await use(value as never);
			return undefined;
		} catch (error) {
			return error;
		}
	};

	test.each(wrongThings.filter(([name]) => !takes.includes(name)))(
		"refuses %s, in words of its own",
		async (_name, value) => {
			const thrown = await outcome(value);
			expect(thrown).toBeInstanceOf(zoho.InvalidOptionError);
			expect((thrown as Error).message.length).toBeGreaterThan(20);
		},
	);

	test("takes the rest", async () => {
		for (const [name, value] of wrongThings) {
			if (takes.includes(name)) expect(await outcome(value), name).not.toBeInstanceOf(zoho.InvalidOptionError);
		}
	});
});

test.each([
	["readRows", () => zoho.readRows(bytes(), reading, { qoutes: "lenient" } as object), "quotes"],
	["createSandbox", () => sandboxes.createSandbox({ record: {} } as object), "records"],
	[
		"createSandbox, limits",
		() => sandboxes.createSandbox({ limits: { recordsPerPages: 5 } as object }),
		"recordsPerPage",
	],
	[
		"createSandbox, assumptions",
		() => sandboxes.createSandbox({ assumptions: { pageOrdr: "id" } as object }),
		"pageOrder",
	],
	["generateCompany", () => sandboxes.generateCompany({ contact: 5 } as object), "contacts"],
])("%s says what was probably meant", (_name, use, meant) => {
	expect(use).toThrow(`Did you mean "${meant}"?`);
});

test("what is given for a secret is never shown", () => {
	const given = { ...secrets, clientSecret: 5_554_023 };
	expect(() => zoho.refreshToken(given as never)).toThrow(/^(?!.*5554023)/s);
});
