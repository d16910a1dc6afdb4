import { expect, test } from "vitest";
import {
	CopyCellError,
	CopyLockedError,
	CopyOwnerError,
	CopySchemaError,
	MissingDriverError,
} from "zoho-bulk-read/sync";
import { loadDriver } from "../../../src/sync/copy/missing-driver-error.js";

const errors: readonly (readonly [() => Error, Readonly<Record<string, unknown>>, message: string])[] = [
	[
		() => new CopyCellError({ row: 3, column: { name: 'Co"unt', type: "integer" }, text: "x" }),
		{ name: "CopyCellError", row: 3, column: 'Co"unt', text: "x" },
		'Row 3, column "Co\\"unt": "x" does not fit a column of type integer. ' +
			'Generate the module again, or sync with invalidCells: "null" to leave such cells empty.',
	],
	[
		() => new CopyLockedError("Things"),
		{ name: "CopyLockedError", locked: "Things" },
		"Things is being written by another run. Let it finish first, or wait for it with wait: true.",
	],
	[
		() => new CopyLockedError("a.duckdb", "process 17"),
		{ name: "CopyLockedError", locked: "a.duckdb" },
		"a.duckdb is being written by another run (process 17). Let it finish first, or wait for it with wait: true.",
	],
	[
		() => new CopyOwnerError("Things"),
		{ name: "CopyOwnerError", table: "Things" },
		"Things is a copy made with another user's credentials, possibly from another org. Use those, or another table; " +
			"if both belong to one org, sync once with takeOver: true.",
	],
	[() => new CopySchemaError("Things", "no."), { name: "CopySchemaError", table: "Things" }, "Things: no."],
	[
		() => new MissingDriverError("postgres", new Error("none")),
		{ name: "MissingDriverError", driver: "postgres", cause: new Error("none") },
		"The package postgres is needed for this database, but is not installed. Run: npm install postgres",
	],
];

test.each(errors.map((each) => [String(each[1].name), ...each] as const))("%s", (_, make, facts, message) => {
	const error = make();
	expect(error).toBeInstanceOf(Error);
	expect(error).toMatchObject({ ...facts, message });
});

test("a driver that is missing is named; what else goes wrong with it is not changed", async () => {
	const missing = (driver: string): Error =>
		Object.assign(new Error(`Cannot find package '${driver}'`), { code: "ERR_MODULE_NOT_FOUND" });
	const load = (error: unknown): Promise<unknown> => loadDriver("postgres", () => Promise.reject(error));
	expect(await loadDriver("postgres", async () => "driver")).toBe("driver");
	const cause = missing("postgres");
	await expect(load(cause)).rejects.toThrow(MissingDriverError);
	await expect(load(cause)).rejects.toMatchObject({ driver: "postgres", cause });
	const others = [
		null,
		missing("of-the-driver"),
		new Error("postgres is broken"),
		"postgres",
		Object.assign(new Error("postgres"), { code: "X" }),
	];
	for (const other of others) await expect(load(other)).rejects.toBe(other);
});
