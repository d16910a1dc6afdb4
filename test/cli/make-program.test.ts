import { describe, expect, test } from "vitest";
import { makeProgram } from "../../src/cli/make-program.js";

const commands = makeProgram().commands.filter((command) => command.name() !== "help");

/** Every option that takes a value, with an empty one: in a shell, a variable that is not set leaves it empty. */
const options = commands.flatMap((command) =>
	command.options
		.filter(({ required, optional }) => required || optional)
		.map(({ long }) => [command.name(), long ?? ""] as const),
);

describe("an empty value, as of a variable that is not set, is refused", () => {
	test.each(options.flatMap(([name, option]) => ["", " "].map((value) => [name, option, value] as const)))(
		"%s %s %j",
		async (name, option, value) => {
			const program = makeProgram();
			const command = program.commands.find((each) => each.name() === name);
			command?.configureOutput({ outputError: () => {} });
			const given = ["sandbox", "doctor", "init"].includes(name) ? [] : ["Leads"];
			const needed = command?.options.filter(({ mandatory, long }) => mandatory && long !== option) ?? [];
			const rest = needed.flatMap(({ long = "" }) => [long, "something"]);
			const parsed = program.parseAsync([name, ...given, ...rest, option, value], { from: "user" });
			await expect(parsed).rejects.toThrow(/is empty|is invalid|Allowed choices/);
		},
	);

	test.each([
		["export", ""],
		["explain", ""],
		["generate", ""],
	])("%s %j", async (...words) => {
		await expect(makeProgram().parseAsync(words, { from: "user" })).rejects.toThrow("is empty");
	});

	test.each([
		["--select", ","],
		["--select", "Last_Name,"],
		["--select", " , "],
	])("export Leads %s %j", async (...words) => {
		const parsed = makeProgram().parseAsync(["export", "Leads", ...words], { from: "user" });
		await expect(parsed).rejects.toThrow(/has an empty field name/);
	});

	test("there are such options", () => expect(options.length).toBeGreaterThan(25));
});
