import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import type { Given } from "./filter-values.js";

interface Row {
	Last_Name: string | null;
	City: string;
	Department: string;
	Lead_Source: string;
	Stage: string | null;
	Created_Time: string;
	Email_Opt_Out: boolean;
	Amount: number;
	Score: number;
	Owner: string;
	Owner_last_name: string;
	Account_Name: string;
	Account_Phone: string;
}

const kysely = new Kysely<{ Contacts: Row }>({
	dialect: {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new DummyDriver(),
		createIntrospector: (database) => new PostgresIntrospector(database),
		createQueryCompiler: () => new PostgresQueryCompiler(),
	},
});

/** The filter of five conditions. */
export const fiveByKysely = (now: Given): string =>
	kysely
		.selectFrom("Contacts")
		.where((eb) =>
			eb.and([
				eb.between("Created_Time", now.from, now.to),
				eb("Email_Opt_Out", "=", now.optOut),
				eb("Owner_last_name", "=", now.name),
				eb.or([eb("Lead_Source", "=", now.source), eb("Account_Phone", "like", `%${now.digits}%`)]),
			]),
		)
		.select("Last_Name")
		.compile().sql;

/** The filter of 25. */
export const twentyFiveByKysely = (now: Given): string =>
	kysely
		.selectFrom("Contacts")
		.where((eb) =>
			eb.and([
				eb.between("Created_Time", now.from, now.to),
				eb("Email_Opt_Out", "=", now.optOut),
				eb("Owner", "=", now.owner),
				eb("Amount", ">=", now.amount),
				eb("Score", "<", now.amount),
				eb.or([
					eb("Lead_Source", "in", now.sources),
					eb("Lead_Source", "=", now.source),
					eb("Last_Name", "like", `${now.name}%`),
					eb("City", "=", "Bengaluru"),
					eb("Department", "like", "%Sales%"),
				]),
				eb.or([
					eb("Stage", "not in", now.sources),
					eb("Stage", "is", null),
					eb("Last_Name", "!=", now.name),
					eb("City", "not like", "%Bengaluru%"),
					eb("Department", "like", "%Sales"),
				]),
				eb.or([
					eb("Account_Phone", "like", `%${now.digits}%`),
					eb("Account_Name", "=", now.owner),
					eb("Owner_last_name", "=", now.name),
					eb("Amount", "<", now.amount),
					eb("Score", "=", now.amount),
				]),
				eb.or([
					eb("Last_Name", "is not", null),
					eb("Last_Name", "like", `%${now.name}%`),
					eb("City", "like", "Beng%"),
					eb("Department", "=", "Marketing"),
					eb("Lead_Source", "!=", now.source),
				]),
			]),
		)
		.select("Last_Name")
		.compile().sql;

/** The filter of 25 texts. */
export const twentyFiveTextsByKysely = (now: Given): string =>
	kysely
		.selectFrom("Contacts")
		.where((eb) => {
			const columns = ["Last_Name", "City", "Department", "Owner_last_name", "Account_Phone"] as const;
			return eb.or(Array.from({ length: 5 }, () => columns.map((column) => eb(column, "=", now.source))).flat());
		})
		.select("Last_Name")
		.compile().sql;
