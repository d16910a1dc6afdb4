import { describe, expect, test } from "vitest";
import type { AnyModule } from "../../src/schema/module-schema.js";
import { isPathProblem, resolvePath } from "../../src/schema/path.js";
import { Contacts } from "./modules.js";
import { startTypeCheck } from "./type-check.js";

describe("the compiler and the run time", () => {
	const lookups = (module: AnyModule): readonly string[] =>
		[...module.fields.values()].filter((field) => field.target).map((field) => field.apiName);
	const targetOf = (module: AnyModule, lookup: string): AnyModule =>
		module.fields.get(lookup)?.target?.() ?? { apiName: "", fields: new Map(), hops: 1 };
	const namesOf = (module: AnyModule): readonly string[] => [...module.fields.keys()];

	const own = namesOf(Contacts);
	const oneHop = lookups(Contacts).flatMap((via) => namesOf(targetOf(Contacts, via)).map((name) => `${via}.${name}`));
	const twoHops = lookups(Contacts).flatMap((first) =>
		lookups(targetOf(Contacts, first)).flatMap((second) =>
			namesOf(targetOf(targetOf(Contacts, first), second)).map((name) => `${first}.${second}.${name}`),
		),
	);
	const paths = [...own, ...oneHop, ...twoHops];
	const misspelt = paths.flatMap((path) => [path.toLowerCase(), `${path}s`, path.slice(1), `${path}.id`, `id.${path}`]);
	const written = [...new Set([...paths, ...misspelt])];

	test.each([
		{ name: "Contacts", module: Contacts },
		{ name: "Contacts.anyHops()", module: Contacts.anyHops() },
	])("accept and refuse the same paths of $name", ({ name, module }) => {
		const findings = startTypeCheck().findings(
			[
				`import { Contacts } from "../modules.js"; const { where } = ${name};`,
				...written.map((path) => `where(${JSON.stringify(path)});`),
			].join("\n"),
		);
		const refusedByCompiler = findings.map(({ line }) => written[line - 2]);
		const refusedAtRunTime = written.filter((path) => {
			const found = resolvePath(module, path);
			return isPathProblem(found) || !found.field.filterable;
		});
		expect(written.length).toBeGreaterThan(300);
		expect(refusedAtRunTime.length).toBeGreaterThan(200);
		expect(refusedByCompiler).toEqual(refusedAtRunTime);
	});
});
