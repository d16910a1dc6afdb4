import { describe, expect, expectTypeOf, test } from "vitest";
import {
	bigInteger,
	bulkRead,
	type Criteria,
	currency,
	defineModule,
	InvalidCriteriaError,
	type Lookup,
	lookup,
	type Module,
	type Owner,
	owner,
	type Picklist,
	picklist,
	type Row,
	type Text,
	text,
	user,
} from "zoho-bulk-read";
import { Users } from "../../types/modules.js";

describe("a module that is defined by hand", () => {
	const Projects = defineModule("Projects", {
		Name: text,
		Budget: currency,
		Stage: picklist("Open", "Done"),
		Owner: owner(() => Users),
		Reviewer: user(() => Users),
	});

	test("has its fields in the order in which they were written", () => {
		expect(Projects.apiName).toBe("Projects");
		expect([...Projects.fields.values()].map(({ apiName, dataType }) => [apiName, dataType])).toEqual([
			["Name", "text"],
			["Budget", "currency"],
			["Stage", "picklist"],
			["Owner", "owner"],
			["Reviewer", "user"],
		]);
		expect(Projects.fields.get("Stage")?.values).toEqual(["Open", "Done"]);
		expect(Projects.fields.get("Owner")?.target?.()).toBe(Users);
	});

	test("is filtered and selected as a generated one", () => {
		const criteria = Projects.where("Budget").greaterThan(1000).and(Projects.where("Owner.last_name").equal("Okafor"));
		expectTypeOf(criteria).toEqualTypeOf<Criteria<"Projects">>();
		const job = bulkRead(Projects).select("Name", "Stage", "Reviewer.email").where(criteria);
		expectTypeOf<Row<typeof job>>().toEqualTypeOf<{
			Id: string;
			Name: string | null;
			Stage: "Open" | "Done" | (string & {}) | null;
			"Reviewer.email": string | null;
		}>();
		expect(job.toJSON().query).toMatchObject({ module: "Projects", fields: ["Name", "Stage", "Reviewer.email"] });
	});

	test("without an interface has a row for each field, and the id", () => {
		expectTypeOf<Row<typeof Projects>>().toEqualTypeOf<
			{ Id: string } & {
				Name: string | null;
				Budget: number | null;
				Stage: "Open" | "Done" | (string & {}) | null;
				Owner: string | null;
				Reviewer: string | null;
			}
		>();
	});

	test("refuses a field that it lacks, and a value of another type", () => {
		// @ts-expect-error no such field
		expect(() => Projects.where("Owners")).toThrow(InvalidCriteriaError);
		// @ts-expect-error a currency is a number
		expect(() => Projects.where("Budget").equal("a lot")).toThrow(InvalidCriteriaError);
	});
});

/** A module that refers to itself needs an interface, since the compiler cannot infer a recursive type. */
interface Tasks {
	Subject: Text;
	Parent: Lookup<Tasks>;
	Project: Lookup<Plans>;
}

interface Plans {
	Name: Text;
	Stage: Picklist<"Open" | "Done">;
	Last_Task: Lookup<Tasks>;
	Owner: Owner<Users>;
}

const Tasks: Module<"Tasks", Tasks> = defineModule("Tasks", {
	Subject: text,
	Parent: lookup(() => Tasks),
	Project: lookup(() => Plans),
});

const Plans: Module<"Plans", Plans> = defineModule("Plans", {
	Name: text,
	Stage: picklist("Open", "Done"),
	Last_Task: lookup(() => Tasks),
	Owner: owner(() => Users),
});

describe("modules that refer to themselves and to each other", () => {
	test("lead paths there and back", () => {
		expect(Tasks.where("Parent.Subject").equal("x").toJSON()).toMatchObject({ api_name: "Parent.Subject" });
		expect(Plans.where("Last_Task.Subject").equal("x").toJSON()).toMatchObject({ api_name: "Last_Task.Subject" });
		expect(Tasks.where("Project.Stage").equal("Open").toJSON()).toMatchObject({ api_name: "Project.Stage" });
		expect(
			Tasks.anyHops().where("Parent.Parent.Project.Last_Task.Project.Owner.last_name").equal("x").toJSON(),
		).toMatchObject({ api_name: "Parent.Parent.Project.Last_Task.Project.Owner.last_name" });
	});

	test("are held to their interface", () => {
		// @ts-expect-error Project is missing
		const missing: Module<"Tasks", Tasks> = defineModule("Tasks", { Subject: text, Parent: lookup(() => Tasks) });
		// @ts-expect-error Subject is a text
		const other: Module<"Plain", { Subject: Text }> = defineModule("Plain", { Subject: currency });
		expect([missing.fields.has("Project"), other.fields.get("Subject")?.dataType]).toEqual([false, "currency"]);
	});
});

test.each([
	["Id", { Id: text }],
	["Id", { id: bigInteger, Id: bigInteger }],
	["id", { id: text }],
])("a field of another meaning has no place beside the record's id: %s", (name, fields) => {
	expect(() => defineModule("Shoes", fields)).toThrow(`fields.${name}: in rows of Shoes, "Id" is the record's own id`);
});

test("the record's id is described as what it is", () => {
	expect(defineModule("Shoes", { id: bigInteger, ID: text, Identity: text }).fields.size).toBe(3);
});
