import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { and, or } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";
import { toSvg } from "../../src/render/index.js";
import { anyJob } from "./arbitrary-job.js";

const { where } = Contacts;

test("a line a condition, a mark a group, in the order of the criteria", () => {
	const svg = toSvg(
		and(
			where("Email").isNotEmpty(),
			or(where("Lead_Source").in(["Web", "Ad"]), where("Owner.last_name").equal("Boyle")),
		),
	);
	const words = svg.match(/(?<=>)[^<>]+(?=<\/(text|tspan)>)/g);
	expect(words?.map((word) => word.replaceAll("&#34;", '"'))).toEqual([
		...["and", "Email", " is not empty", "or", "Lead_Source", ' is any of "Web" or "Ad"'],
		...["Owner.last_name", ' is "Boyle"'],
	]);
	expect(svg.match(/<path /g)).toHaveLength(4);
	expect(svg).toContain("<title>Email is not empty, and (Lead_Source is any of ");
});

test("the drawing is as wide as its longest line, and a long line is cut", () => {
	const width = (text: string): number => Number(/width="(\d+)"/.exec(toSvg(where("Last_Name").equal(text)))?.[1]);
	expect(width("xx")).toBeGreaterThan(width("x"));
	expect(width("日本")).toBeGreaterThan(width("xx"));
	expect(width("x".repeat(200))).toBe(width("x".repeat(100)));
});

test("whatever the values are, it is well-formed XML that says no more than it should", () => {
	const criteria = fc.sample(anyJob, { seed: 3, numRuns: 200 }).flatMap((job) => job.criteria ?? []);
	const hostile = where("Last_Name").in(["]]>", "<script>alert(1)</script>", "&amp;&#0;", '"/><x y="', "\ufffe\uffff"]);
	const drawings = [...criteria, hostile].map(toSvg);
	const script = [
		"import json, sys, xml.etree.ElementTree as tree",
		"for drawing in json.load(sys.stdin):",
		"    print(','.join(sorted({element.tag.split('}')[1] for element in tree.fromstring(drawing).iter()})))",
	].join("\n");
	const tags = execFileSync("python3", ["-c", script], { input: JSON.stringify(drawings), encoding: "utf8" });
	for (const found of tags.trim().split("\n"))
		expect(found).toMatch(/^(g,)?(path,)?(rect,)?style,svg,text,title(,tspan)?$/);
	expect(tags.trim().split("\n")).toHaveLength(drawings.length);
});
