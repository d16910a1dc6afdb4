import { describe, expect, expectTypeOf, test } from "vitest";
import { bulkRead, type Job, type ModuleRow, type Row } from "zoho-bulk-read";
import * as standard from "zoho-bulk-read/standard";
import { Contacts, type Events, Events as EventsModule } from "./modules.js";

describe("the design's example", () => {
	const { where } = standard.Contacts;
	const job = bulkRead(standard.Contacts)
		.select("Last_Name", "Owner.last_name", "Account_Name.Phone", "Created_Time")
		.where(
			where("Created_Time")
				.between("2026-01-01T00:00:00+05:30", "2026-06-30T23:59:59+05:30")
				.or(where("Lead_Source").equal("Advertisement"), where("Account_Name.Phone").contains("5")),
		);

	test("has the row that it selects", () => {
		expectTypeOf<Row<typeof job>>().toEqualTypeOf<{
			Id: string;
			Last_Name: string | null;
			"Owner.last_name": string | null;
			"Account_Name.Phone": string | null;
			Created_Time: string | null;
		}>();
	});

	test("is the request's body", () => {
		expect(job.toJSON().query.fields).toEqual(["Last_Name", "Owner.last_name", "Account_Name.Phone", "Created_Time"]);
		expect(job.toJSON().query.criteria).toMatchObject({ group_operator: "or" });
	});
});

describe("a row", () => {
	test("has a cell by its data type for each path", () => {
		const job = bulkRead(Contacts).select("id", "Visits", "Email_Opt_Out", "Lead_Source", "Tags", "Number", "Owner.id");
		expectTypeOf<Row<typeof job>>().toEqualTypeOf<{
			Id: string;
			Visits: number | null;
			Email_Opt_Out: boolean | null;
			Lead_Source: "Advertisement" | "Web" | (string & {}) | null;
			Tags: ("Red" | "Blue" | (string & {}))[] | null;
			Number: string | null;
			"Owner.id": string | null;
		}>();
	});

	test("stays the same whatever else the job is told", () => {
		const selected = bulkRead(Contacts).select("Visits");
		const told = selected
			.where((where) => where("Visits").equal(1))
			.page(2)
			.customView("1")
			.callback("https://example.com");
		expectTypeOf<Row<typeof told>>().toEqualTypeOf<Row<typeof selected>>();
		expectTypeOf<Row<ReturnType<typeof told.atPage>>>().toEqualTypeOf<Row<typeof selected>>();
	});

	test("without a selection is every field of the module that is exported", () => {
		const job = bulkRead(EventsModule);
		expectTypeOf<Row<typeof job>>().toEqualTypeOf<{
			Id: string;
			Event_Title: string | null;
			All_day: boolean | null;
			Owner: string | null;
		}>();
		expectTypeOf<keyof Row<typeof EventsModule>>().toEqualTypeOf<keyof Row<typeof job>>();
		expectTypeOf<Row<typeof EventsModule>>().toEqualTypeOf<ModuleRow<Events>>();
		expectTypeOf<Row<typeof Contacts>>().toHaveProperty("Description");
		expectTypeOf<Row<typeof Contacts>>().not.toHaveProperty("Password");
	});
});

describe("ics", () => {
	test("is offered for Events, and takes the selection away", () => {
		const calendar = bulkRead(EventsModule)
			.where((where) => where("All_day").equal(false))
			.ics();
		expectTypeOf(calendar).toExtend<Job<never>>();
		expectTypeOf(calendar).not.toHaveProperty("select");
		expectTypeOf(calendar.page(2)).toEqualTypeOf(calendar);
		expectTypeOf(bulkRead(Contacts)).not.toHaveProperty("ics");
		expectTypeOf(bulkRead(EventsModule).select("All_day")).not.toHaveProperty("ics");
		expect(calendar.toJSON()).toMatchObject({ file_type: "ics", query: { module: "Events" } });
	});
});

describe("where", () => {
	test("gives its function the module's own where, and takes null for every record", () => {
		const job = bulkRead(Contacts).where((where) => {
			expectTypeOf(where).toEqualTypeOf(Contacts.where);
			return null;
		});
		expect(job.toJSON().query).toEqual({ module: "Contacts" });
	});
});
