import fc from "fast-check";
import { expect, test } from "vitest";
import { dataTypes } from "../../src/schema/comparators.js";
import type { AnyModule } from "../../src/schema/module-schema.js";
import { packField, parsePackedFields, unpackFields } from "../../src/schema/packed-fields.js";
import { codePoint } from "../code-point.js";

const anyName = fc.oneof(
	fc.string({ unit: codePoint }),
	fc.constantFrom("Last_Name", "$converted", "2nd", "__proto__", "", " ", "a b", "\n", "\u2028", '"', "\\", "\ud800"),
);

const anyField = fc.record(
	{
		apiName: anyName,
		dataType: fc.constantFrom(...dataTypes),
		values: fc.array(anyName),
		target: anyName,
		restriction: fc.constantFrom("filter" as const, "export" as const),
		label: anyName,
	},
	{ requiredKeys: ["apiName", "dataType", "values"], noNullPrototype: true },
);

test("what is packed is unpacked the same, also when the lines are indented", () => {
	fc.assert(
		fc.property(fc.array(anyField), (fields) => {
			const packed = fields.map((field) => `\n\t${packField(field)}`).join("");
			expect(unpackFields(`${packed}\n\t`)).toStrictEqual(fields);
		}),
	);
});

test("names and data are written as the documentation says", () => {
	expect(packField({ apiName: "Owner", dataType: "owner", target: "Users", values: [] })).toBe("Owner owner >Users");
	expect(packField({ apiName: "a b", dataType: "text", restriction: "filter", values: [] })).toBe('"a b" text !filter');
	expect(packField({ apiName: "P", dataType: "picklist", values: ["A=B", "C"] })).toBe('P picklist =["A=B","C"]');
	expect(packField({ apiName: "T", dataType: "text", target: "x>y", restriction: "export", values: ["1"] })).toBe(
		'T text >"x>y" !export =["1"]',
	);
	expect(packField({ apiName: "N", dataType: "text", restriction: "export", label: "A ~ b", values: [] })).toBe(
		'N text !export ~"A ~ b"',
	);
});

test("descriptors say what may be done with a field, and find their targets by name", () => {
	const users: AnyModule = { apiName: "Users", fields: new Map(), hops: 1 };
	const fields = parsePackedFields("a text\nb text !filter\nc text !export\nd owner >Users", () => ({ Users: users }));
	expect([...fields.values()].map(({ filterable, exportable }) => [filterable, exportable])).toEqual([
		[true, true],
		[false, true],
		[false, false],
		[true, true],
	]);
	expect(fields.get("a")).toStrictEqual({
		apiName: "a",
		dataType: "text",
		filterable: true,
		exportable: true,
		values: [],
	});
	expect(fields.get("d")?.target?.()).toBe(users);
	const labelled = parsePackedFields('a text ~"An A"', () => ({})).get("a");
	expect(labelled).toMatchObject({ apiName: "a", label: "An A" });
});

test("a target that was not given is named, also where objects have something of that name", () => {
	const fields = parsePackedFields("a lookup >Users\nb lookup >constructor", () => ({}));
	expect(() => fields.get("a")?.target?.()).toThrow("The lookup a refers to Users, which was not given.");
	expect(() => fields.get("b")?.target?.()).toThrow("The lookup b refers to constructor, which was not given.");
});

test.each([
	"a",
	"a texts",
	"a text >",
	"a text !no",
	"a text =[",
	"a text =[1] x",
	"a  text",
	"a constructor",
	'"a text',
])("a line that cannot be read is shown: %s", (line) => {
	expect(() => unpackFields(`b text\n${line}`)).toThrow(`This packed field cannot be read: ${line}`);
});
