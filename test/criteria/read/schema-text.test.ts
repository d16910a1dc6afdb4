import { expect, test } from "vitest";
import { boolean, date, defineModule, lookup, picklist, text } from "../../../src/criteria/build/define-module.js";
import { criteriaJsonSchema } from "../../../src/criteria/read/criteria-json-schema.js";

const Owners = defineModule("Owners", { Name: text, Born: date, Secret: { ...text, filterable: false } });
const Shops = defineModule("Shops", {
	Name: text,
	Kind: picklist("A"),
	Open: boolean,
	Hidden: { ...text, filterable: false },
	Owner: lookup(() => Owners),
});

test("the schema of a small module, as it is published", () => {
	const { $defs = {}, ...top } = criteriaJsonSchema(Shops);
	const parts = Object.entries({ top, ...$defs }).map(([name, part]) => `${name} ${JSON.stringify(part)}`);
	expect(parts.join("\n")).toMatchInlineSnapshot(`
		"top {"$schema":"https://json-schema.org/draft/2020-12/schema","title":"Criteria of Shops","$ref":"#/$defs/criteria"}
		criteria {"anyOf":[{"$ref":"#/$defs/condition"},{"$ref":"#/$defs/group"}]}
		group {"type":"object","properties":{"group_operator":{"enum":["and","or"]},"group":{"type":"array","items":{"$ref":"#/$defs/criteria"},"minItems":2}},"required":["group_operator","group"],"additionalProperties":false}
		condition {"type":"object","properties":{"api_name":{},"field":{},"comparator":{},"value":{}},"required":["comparator","value"],"additionalProperties":false,"oneOf":[{"required":["api_name"]},{"required":["field"]}],"anyOf":[{"$ref":"#/$defs/text"},{"$ref":"#/$defs/picklist"},{"$ref":"#/$defs/date"},{"$ref":"#/$defs/boolean"},{"$ref":"#/$defs/lookup"}]}
		text {"allOf":[{"anyOf":[{"type":"object","properties":{"api_name":{"enum":["Name","Owner.Name"]}},"required":["api_name"]},{"type":"object","properties":{"field":{"type":"object","properties":{"api_name":{"enum":["Name","Owner.Name"]},"id":{}},"required":["api_name"],"additionalProperties":false}},"required":["field"]}]},{"anyOf":[{"type":"object","properties":{"comparator":{"enum":["equal","not_equal","contains","not_contains","starts_with","ends_with"]},"value":{"type":"string","maxLength":255}}},{"type":"object","properties":{"comparator":{"enum":["in","not_in"]},"value":{"type":"array","items":{"type":"string","maxLength":255},"minItems":1}}}]}]}
		picklist {"allOf":[{"anyOf":[{"type":"object","properties":{"api_name":{"enum":["Kind"]}},"required":["api_name"]},{"type":"object","properties":{"field":{"type":"object","properties":{"api_name":{"enum":["Kind"]},"id":{}},"required":["api_name"],"additionalProperties":false}},"required":["field"]}]},{"anyOf":[{"type":"object","properties":{"comparator":{"enum":["equal","not_equal","contains","not_contains","starts_with","ends_with"]},"value":{"type":"string","maxLength":255}}},{"type":"object","properties":{"comparator":{"enum":["in","not_in"]},"value":{"type":"array","items":{"type":"string","maxLength":255},"minItems":1}}}]}]}
		date {"allOf":[{"anyOf":[{"type":"object","properties":{"api_name":{"enum":["Owner.Born"]}},"required":["api_name"]},{"type":"object","properties":{"field":{"type":"object","properties":{"api_name":{"enum":["Owner.Born"]},"id":{}},"required":["api_name"],"additionalProperties":false}},"required":["field"]}]},{"anyOf":[{"type":"object","properties":{"comparator":{"enum":["equal","not_equal","greater_than","greater_equal","less_than","less_equal"]},"value":{"anyOf":[{"type":"string","pattern":"^(?:\\\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\\\d\\\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$"},{"const":"\${EMPTY}"}]}}},{"type":"object","properties":{"comparator":{"enum":["in","not_in"]},"value":{"type":"array","items":{"anyOf":[{"type":"string","pattern":"^(?:\\\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\\\d\\\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$"},{"const":"\${EMPTY}"}]},"minItems":1}}},{"type":"object","properties":{"comparator":{"enum":["between","not_between"]},"value":{"type":"array","items":{"anyOf":[{"type":"string","pattern":"^(?:\\\\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\\\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)|(?:\\\\d\\\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$"},{"const":"\${EMPTY}"}],"not":{"const":"\${EMPTY}"}},"minItems":2,"maxItems":2}}}]}]}
		boolean {"allOf":[{"anyOf":[{"type":"object","properties":{"api_name":{"enum":["Open"]}},"required":["api_name"]},{"type":"object","properties":{"field":{"type":"object","properties":{"api_name":{"enum":["Open"]},"id":{}},"required":["api_name"],"additionalProperties":false}},"required":["field"]}]},{"anyOf":[{"type":"object","properties":{"comparator":{"enum":["equal"]},"value":{"enum":[true,false,"true","false"]}}}]}]}
		lookup {"allOf":[{"anyOf":[{"type":"object","properties":{"api_name":{"enum":["Owner"]}},"required":["api_name"]},{"type":"object","properties":{"field":{"type":"object","properties":{"api_name":{"enum":["Owner"]},"id":{}},"required":["api_name"],"additionalProperties":false}},"required":["field"]}]},{"anyOf":[{"type":"object","properties":{"comparator":{"enum":["equal","not_equal"]},"value":{"anyOf":[{"type":"integer","minimum":0,"maximum":9007199254740991},{"type":"string","pattern":"^\\\\d{1,19}$"},{"const":"\${EMPTY}"}]}}},{"type":"object","properties":{"comparator":{"enum":["in","not_in"]},"value":{"type":"array","items":{"anyOf":[{"type":"integer","minimum":0,"maximum":9007199254740991},{"type":"string","pattern":"^\\\\d{1,19}$"},{"const":"\${EMPTY}"}]},"minItems":1}}}]}]}"
	`);
});

test("a group of one, and paths through two lookups, where they are allowed", () => {
	expect(criteriaJsonSchema(Shops, { allowGroupOfOne: true }).$defs?.group?.properties?.group?.minItems).toBe(1);
	expect(criteriaJsonSchema(Shops).$defs).not.toHaveProperty("deeper");
	expect(JSON.stringify(criteriaJsonSchema(Shops.anyHops()).$defs?.deeper)).toMatchInlineSnapshot(
		`"{"allOf":[{"anyOf":[{"type":"object","properties":{"api_name":{"type":"string","pattern":"\\\\..+\\\\."}},"required":["api_name"]},{"type":"object","properties":{"field":{"type":"object","properties":{"api_name":{"type":"string","pattern":"\\\\..+\\\\."},"id":{}},"required":["api_name"],"additionalProperties":false}},"required":["field"]}]},{"type":"object","properties":{"comparator":{"enum":["equal","not_equal","in","not_in","less_than","less_equal","greater_than","greater_equal","contains","not_contains","starts_with","ends_with","between","not_between"]}}}]}"`,
	);
});

test("is asked of a module, with options or none", () => {
	expect(() => Reflect.apply(criteriaJsonSchema, undefined, [{}])).toThrow("module: {} is not a module.");
	expect(() => Reflect.apply(criteriaJsonSchema, undefined, [Shops, 5])).toThrow("options: 5 is not an object");
});
