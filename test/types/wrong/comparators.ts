import { Contacts } from "../modules.js";

const { where } = Contacts;

// @ts-expect-error number
where("Visits").contains("5");
// @ts-expect-error bigint
where("id").startsWith("5");
// @ts-expect-error text
where("Last_Name").between("A", "B");
// @ts-expect-error picklist
where("Lead_Source").lessThan("Web");
// @ts-expect-error multi-select
where("Tags").greaterEqual("Red");
// @ts-expect-error date
where("Birthday").contains("2026");
// @ts-expect-error datetime
where("Created_Time").endsWith("Z");
// @ts-expect-error boolean
where("Email_Opt_Out").between(false, true);
// @ts-expect-error boolean is never empty
where("Email_Opt_Out").isEmpty();
// @ts-expect-error lookup
where("Account_Name").contains("Acme");
// @ts-expect-error owner
where("Owner").greaterThan("1");
// @ts-expect-error user
where("Created_By").startsWith("1");
// @ts-expect-error behind a lookup
where("Account_Name.Phone").lessThan("5");
