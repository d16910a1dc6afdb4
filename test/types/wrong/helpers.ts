import type { Criteria, DateTime, HasField, Text } from "zoho-bulk-read";
import { Contacts, Leads } from "../modules.js";

declare function createdSince<Name extends string>(module: HasField<"Created_Time", DateTime, Name>): Criteria<Name>;
declare function ofOwnerNamed(module: HasField<"Owner.last_name", Text>): Criteria;

// @ts-expect-error a module without the field
createdSince(Leads);
// @ts-expect-error a module without the lookup
ofOwnerNamed(Leads);
// @ts-expect-error a filter of another module than it gives
createdSince(Contacts).and(Leads.where("Last_Name").equal("x"));
// @ts-expect-error a field of another kind
export const wrongKind: HasField<"Visits", DateTime> = Contacts;
// @ts-expect-error a field in other letters
export const misspelt: HasField<"last_name", Text> = Contacts;
