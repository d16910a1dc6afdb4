import { describe, expect, test } from "vitest";
import { InvalidOptionError } from "../../../src/checks/invalid-option-error.js";
import { defineModule, integer, lookup, text } from "../../../src/criteria/build/define-module.js";
import { extendModule } from "../../../src/criteria/build/extend-module.js";
import { Everything } from "../every-data-type.js";

const Shops = defineModule("Shops", { Name: text, Rooms: integer, Main: lookup(() => Everything) });

test("new fields come last, replaced ones stay in their place, and the module is as it was", () => {
	const More = extendModule(Shops, { Town: text, Rooms: text }, { replace: ["Rooms"] });
	expect([...More.fields.values()].map(({ apiName, dataType }) => [apiName, dataType])).toEqual([
		["Name", "text"],
		["Rooms", "text"],
		["Main", "lookup"],
		["Town", "text"],
	]);
	expect([...Shops.fields.values()].map(({ dataType }) => dataType)).toEqual(["text", "integer", "lookup"]);
	expect(More).toMatchObject({ apiName: "Shops", hops: 1 });
	expect(More.where("Main.Text").equal("x").and(Shops.where("Name").isEmpty()).fields).toEqual(["Main.Text", "Name"]);
	expect(extendModule(Shops.anyHops(), { Town: text }).hops).toBe("any");
});

describe("a name is new, or replaced on purpose", () => {
	test.each<[string, string, object, object?]>([
		["fields", '"Name" is a field of Shops already; if you mean to replace it, name it in replace.', { Name: text }],
		[
			"fields",
			'"Name" is a field of Shops already; if you mean to replace it, name it in replace.',
			{ Rooms: text, Name: text },
			{ replace: ["Rooms"] },
		],
		[
			"replace",
			'"Town" is not a field of Shops, so there is nothing to replace.',
			{ Town: text },
			{ replace: ["Town"] },
		],
		["replace", '"Name" is named in replace, but has no new descriptor.', { Town: text }, { replace: ["Name"] }],
	])("%s: %s", (option, sentence, ...given) => {
		expect(() => Reflect.apply(extendModule, undefined, [Shops, ...given])).toThrow(
			new InvalidOptionError(option, sentence),
		);
	});
});
