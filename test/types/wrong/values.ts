import { EMPTY } from "zoho-bulk-read";
import { Contacts } from "../modules.js";

const { where } = Contacts;

// @ts-expect-error integer
where("Visits").equal("many");
// @ts-expect-error decimal
where("Score").lessThan(true);
// @ts-expect-error currency
where("Revenue").greaterThan("1,000");
// @ts-expect-error percent
where("Discount").equal(null);
// @ts-expect-error bigint: a number would be rounded
where("id").equal(Number("554023000000470421"));
// @ts-expect-error text
where("Last_Name").contains(5);
// @ts-expect-error email
where("Email").equal(undefined);
// @ts-expect-error phone: its leading zeros would be lost
where("Phone").startsWith(49);
// @ts-expect-error url
where("Website").equal(new URL("https://example.com"));
// @ts-expect-error textarea
where("Notes").equal(["x"]);
// @ts-expect-error autonumber
where("Number").equal(17);
// @ts-expect-error picklist
where("Lead_Source").equal(5);
// @ts-expect-error multi-select
where("Tags").equal(["Red"]);
// @ts-expect-error date: a Date would fall on the wrong day for half of the world
where("Birthday").equal(new Date());
// @ts-expect-error datetime
where("Created_Time").greaterThan(1767225600);
// @ts-expect-error boolean
where("Email_Opt_Out").equal("false");
// @ts-expect-error boolean is never empty
where("Email_Opt_Out").equal(EMPTY);
// @ts-expect-error lookup
where("Account_Name").equal(Number("554023000000470421"));
// @ts-expect-error owner
where("Owner").equal({ id: "554023000000470421" });
// @ts-expect-error user
where("Created_By").in([5]);

// @ts-expect-error one wrong value in a list
where("Visits").in([1, "many"]);
// @ts-expect-error a value where a list is due
where("Visits").in(1);
// @ts-expect-error a text where a list is due
where("Last_Name").in("Ng");
// @ts-expect-error an array of bytes where a list is due
where("Visits").in(new Uint8Array(2));
// @ts-expect-error a list of the wrong values
where("Last_Name").in(new Array<number>(2));
// @ts-expect-error a list where a value is due
where("Visits").equal([1]);
// @ts-expect-error an empty list of numbers
where("Visits").in([]);
// @ts-expect-error an empty list of texts
where("Last_Name").notIn([]);
// @ts-expect-error an empty list of picklist values
where("Lead_Source").in([]);
// @ts-expect-error an empty list of days
where("Birthday").in([]);
// @ts-expect-error an empty list of moments
where("Created_Time").notIn([]);
// @ts-expect-error an empty list of ids
where("Owner").in([]);
// @ts-expect-error no value
where("Visits").equal();
// @ts-expect-error one day where a pair is due
where("Birthday").between("2026-01-01");

// @ts-expect-error a number is not empty by a text
where("Visits").equal("${EMPTY}");
// @ts-expect-error no raw value is null
where.raw("Visits", "equal", null);
// @ts-expect-error no raw value is a Date
where.raw("Created_Time", "equal", new Date());
