import { bulkRead, type FieldNames, fieldFacts, safeCondition } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

// What a form needs for a field: its comparators in words, and the kind of input for its values.
const { label, input, comparators } = fieldFacts(Contacts, "Date_of_Birth");
console.log(`${label}, asked with an input for a ${input}:`);
for (const { label, comparator, arity } of comparators)
	console.log(`  ${label} (${comparator}, ${arity})`);

/** What somebody chose. It can be anything, so nothing is typed. */
interface Chosen {
	readonly field: string;
	readonly comparator: string;
	readonly value: unknown;
}

/** A typed filter, or messages to show beside the inputs. */
function filterFrom(chosen: Chosen) {
	const built = safeCondition(Contacts, chosen);
	if (built.success) return built.criteria;
	for (const { path, message } of built.issues)
		console.log(`Beside "${path.join(" ")}": ${message}`);
	return undefined;
}

filterFrom({ field: "Emial", comparator: "equal", value: "x" });
filterFrom({ field: "Email", comparator: "between", value: ["a", "b"] });
filterFrom({ field: "Date_of_Birth", comparator: "in", value: ["2026-01-31", "2026-02-31"] });
filterFrom({ field: "Last_Name", comparator: "equal", value: "${EMPTY}" }); // somebody typed this text; it does not mean "is empty"

const filter = filterFrom({
	field: "Date_of_Birth",
	comparator: "between",
	value: ["1990-01-01", "1999-12-31"],
});

/** Only the date and date-time fields of a contact, for code that sorts or groups by one. */
const since: FieldNames<typeof Contacts, "date" | "datetime"> = "Created_Time";

export const job = bulkRead(Contacts)
	.select("Last_Name", since)
	.where(filter ?? null);
