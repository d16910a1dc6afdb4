import { expect, test } from "vitest";
import { makeSelector } from "../../../src/generate/metadata/selection.js";

test("nothing given takes everything, and names nothing", () => {
	const selector = makeSelector({});
	expect(selector.takesModule("Leads")).toBe(true);
	expect(selector.takesField("Leads", "Email")).toBe(true);
	expect(selector.namesModule("Leads")).toBe(false);
});

test("an included module has all its fields, an included field brings its module", () => {
	const selector = makeSelector({ include: ["Leads", "Deals.A*", "*.id"] });
	expect(selector.takesField("Leads", "Email")).toBe(true);
	expect(selector.takesModule("Deals")).toBe(true);
	expect(selector.takesField("Deals", "Amount")).toBe(true);
	expect(selector.takesField("Deals", "Stage")).toBe(false);
	expect(selector.takesField("Deals", "id")).toBe(true);
	expect(selector.takesModule("Contacts")).toBe(true);
	expect(selector.takesField("Contacts", "Email")).toBe(false);
});

test("what is excluded is out, though it is included", () => {
	const selector = makeSelector({ include: ["Leads", "Deals"], exclude: ["D*", "Leads.*_Phone"] });
	expect(selector.takesModule("Deals")).toBe(false);
	expect(selector.takesModule("Leads")).toBe(true);
	expect(selector.takesField("Leads", "Home_Phone")).toBe(false);
	expect(selector.takesField("Leads", "Phone")).toBe(true);
});

test("* is any text, ? any character, and all else is itself", () => {
	const matches = (pattern: string, name: string) => makeSelector({ include: [pattern] }).takesModule(name);
	expect(matches("L*s", "Leads")).toBe(true);
	expect(matches("L*s", "Leadsx")).toBe(false);
	expect(matches("Lead?", "Leads")).toBe(true);
	expect(matches("Lead?", "Lead")).toBe(false);
	expect(matches("LEADS", "Leads")).toBe(true);
	expect(matches("(Lead|Deal)s", "Leads")).toBe(false);
	expect(matches("[L]eads", "Leads")).toBe(false);
	expect(matches("Lead\\w", "Leads")).toBe(false);
	expect(makeSelector({ include: ["Leads.$conv*"] }).takesField("Leads", "$converted")).toBe(true);
	expect(makeSelector({ include: ["Leads.a.b"] }).takesField("Leads", "axb")).toBe(false);
});

test("a module is named by a pattern without wildcards", () => {
	const selector = makeSelector({ include: ["notes", "A*", "Emails.Subject"] });
	expect(selector.namesModule("Notes")).toBe(true);
	expect(selector.namesModule("Attachments")).toBe(false);
	expect(selector.namesModule("Emails")).toBe(true);
});

test("patterns that match no module are told", () => {
	const selector = makeSelector({ include: ["Leads", "Laeds"], exclude: ["Dea*", "Hats.*"] });
	expect(selector.unmatched(["Leads", "Deals"])).toEqual(["Laeds", "Hats.*"]);
});
