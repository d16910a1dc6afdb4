import fc from "fast-check";
import { expect, describe as suite, test } from "vitest";
import { describe } from "../../../src/criteria/describe/describe.js";
import { tree } from "../../../src/criteria/describe/tree.js";
import { and, or } from "../../../src/criteria/node/and-or.js";
import { EMPTY } from "../../../src/criteria/node/empty.js";
import { parseCriteria } from "../../../src/criteria/read/parse-criteria.js";
import { arbitraryCriteria } from "../arbitrary-criteria.js";
import { Everything } from "../every-data-type.js";

const { where } = Everything;
const [a, b, c] = [where("Text").equal("a"), where("Flag").equal(false), where("Integer").greaterEqual(10)];

suite("describe", () => {
	test.each([
		[where("Text").equal("a, or b"), 'Text is "a, or b"'],
		[where("Text").notEqual('say "hi"\n'), 'Text is not "say \\"hi\\"\\n"'],
		[where("Picklist").in(["Open", "Closed", "New"]), 'Picklist is any of "Open", "Closed" or "New"'],
		[where("Picklist").in(["Open"]), 'Picklist is any of "Open"'],
		[where("Picklist").notIn(["Open", EMPTY]), 'Picklist is none of "Open" or empty'],
		[where("Text").contains("a"), 'Text contains "a"'],
		[where("Text").notContains("a"), 'Text does not contain "a"'],
		[where("Text").startsWith("a"), 'Text starts with "a"'],
		[where("Text").endsWith("a"), 'Text ends with "a"'],
		[where("Integer").equal(5), "Integer is 5"],
		[where("Integer").lessThan(5), "Integer is less than 5"],
		[where("Integer").lessEqual(5), "Integer is at most 5"],
		[where("Integer").greaterThan(5), "Integer is more than 5"],
		[where("Integer").greaterEqual(5), "Integer is at least 5"],
		[where("Day").lessThan("2026-01-01"), "Day is before 2026-01-01"],
		[where("Day").lessEqual("2026-01-01"), "Day is on or before 2026-01-01"],
		[where("Day").greaterThan("2026-01-01"), "Day is after 2026-01-01"],
		[where("Day").greaterEqual("2026-01-01"), "Day is on or after 2026-01-01"],
		[where("Day").between("2026-01-01", "2026-01-31"), "Day is between 2026-01-01 and 2026-01-31"],
		[where("Day").notBetween("2026-01-01", "2026-01-31"), "Day is not between 2026-01-01 and 2026-01-31"],
		[where("Flag").equal(true), "Flag is true"],
		[where("Owner").equal("554023000000000001"), "Owner is 554023000000000001"],
		[where("Owner.last_name").isEmpty(), "Owner.last_name is empty"],
		[where("Owner.last_name").isNotEmpty(), "Owner.last_name is not empty"],
		[where.raw("Odd", "sounds_like", "a"), 'Odd sounds_like "a"'],
		[where.raw("Odd", "in", []), "Odd is any of nothing"],
	])("%#: %s", (criteria, sentence) => {
		expect(describe(criteria)).toBe(sentence);
	});

	test("puts brackets only where and and or meet", () => {
		expect(describe(and(a, b, c))).toBe('Text is "a", and Flag is false, and Integer is at least 10');
		expect(describe(or(a, and(b, c)))).toBe('Text is "a", or (Flag is false, and Integer is at least 10)');
		expect(describe(a.or(b).and(c))).toBe('(Text is "a", or Flag is false), and Integer is at least 10');
	});

	test("puts no brackets around a group that needs none", () => {
		const group = (group_operator: string, ...members: unknown[]): unknown => ({ group_operator, group: members });
		const nested = group("and", a, group("and", b, c));
		expect(describe(parseCriteria(Everything, JSON.parse(JSON.stringify(nested))))).toBe(describe(and(a, b, c)));
		const alone = group("or", a, group("and", group("or", b, c)));
		const read = parseCriteria(Everything, JSON.parse(JSON.stringify(alone)), { allowGroupOfOne: true });
		expect(describe(read)).toBe(describe(or(a, b, c)));
	});

	test("tells criteria apart", () => {
		const seen = new Map<string, string>();
		fc.assert(
			fc.property(arbitraryCriteria(), (criteria) => {
				const json = JSON.stringify(criteria);
				const sentence = describe(criteria);
				expect(seen.get(sentence) ?? json).toBe(json);
				seen.set(sentence, json);
			}),
			{ numRuns: 1_000 },
		);
	});
});

suite("tree", () => {
	test("draws a condition a line", () => {
		const criteria = or(a, and(b, or(c, where("Day").isEmpty())), where("Owner.last_name").contains("x"));
		expect(`\n${tree(criteria)}\n`).toBe(`
or
├ Text is "a"
├ and
│ ├ Flag is false
│ └ or
│   ├ Integer is at least 10
│   └ Day is empty
└ Owner.last_name contains "x"
`);
	});

	test("goes on under a line that is too long, and breaks a word where it must", () => {
		const criteria = and(where("Text").in(["one two three", "four five six"]), where("Text").equal("x".repeat(40)), a);
		expect(`\n${tree(criteria, { width: 32 })}\n`).toBe(`
and
├ Text is any of "one two three"
│   or "four five six"
├ Text is
│   "xxxxxxxxxxxxxxxxxxxxxxxxxxx
│   xxxxxxxxxxxxx"
└ Text is "a"
`);
	});

	test("keeps to its width, and shows every condition", () => {
		fc.assert(
			fc.property(arbitraryCriteria(), fc.integer({ min: 40, max: 120 }), (criteria, width) => {
				const lines = tree(criteria, { width }).split("\n");
				expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
				const leaves = lines.filter((line) => !/^[│ ]*[├└]? ?(and|or)$/.test(line) && !/^[│ ]*$/.test(line));
				expect(leaves.length).toBeGreaterThanOrEqual(criteria.size);
			}),
			{ numRuns: 500 },
		);
	});

	test("leaves a condition 20 columns, however narrow it is asked to be", () => {
		const criteria = and(where("Text").in(["one", "two", "three"]), where("Text").equal("x".repeat(20)));
		const drawn = `
and
├ Text is any of
│   "one", "two" or
│   "three"
└ Text is
    "xxxxxxxxxxxxxxxxx
    xxx"
`;
		for (const width of [22, 10, 0, -5]) expect(`\n${tree(criteria, { width })}\n`).toBe(drawn);
		expect(`\n${tree(criteria, { width: 23 })}\n`).not.toBe(drawn);
		expect(tree(a, { width: Number.POSITIVE_INFINITY })).toBe('Text is "a"');
	});

	test("fills a line to its last column, and breaks no name of two letters from what follows it", () => {
		const filled = where("Text").equal("x".repeat(20));
		expect(describe(filled)).toHaveLength(30);
		expect(tree(filled, { width: 30 })).toBe(describe(filled));
		expect(tree(filled, { width: 29 })).toBe(`Text is\n  "${"x".repeat(20)}"`);
		const raw = where.raw("ab", "c".repeat(30), "v");
		expect(tree(raw, { width: 20 })).toBe(`ab ${"c".repeat(17)}\n  ${"c".repeat(13)} "v"`);
	});

	test.each([Number.NaN, "80", null])("takes no width of %j", (width) => {
		expect(() => Reflect.apply(tree, undefined, [a, { width }])).toThrow(
			`width: ${typeof width === "string" ? '"80"' : width} is not a number of columns.`,
		);
	});

	test("is readable in 80 columns at the deepest that the builder makes", () => {
		const deepest = Array.from({ length: 24 }).reduce<typeof a>(
			(deeper, _, level) => (level % 2 === 0 ? deeper.and(a) : deeper.or(a)),
			where("Text").equal("x".repeat(255)),
		);
		expect(
			Math.max(
				...tree(deepest)
					.split("\n")
					.map((line) => line.length),
			),
		).toBeLessThanOrEqual(80);
	});
});
