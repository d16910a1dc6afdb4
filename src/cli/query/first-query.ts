import type { AnyModule, FieldDescriptor } from "../../schema/module-schema.js";

/** The fields that most people want from a module, the likeliest first. */
const likely = [
	"Full_Name",
	"Last_Name",
	"Deal_Name",
	"Subject",
	"Name",
	"Company",
	"Email",
	"Phone",
	"Stage",
	"Amount",
];

/** This many columns are enough for a first look. */
const maxColumns = 4;

/**
 * Writes a first query on a module, to be edited: some of its fields, and the records of this year.
 *
 * @param name - the name under which the module is imported.
 * @param from - the file that it is imported from.
 * @param year - of the records.
 */
export function writeFirstQuery(module: AnyModule, name: string, from: string, year: number): string {
	const created = module.fields.get("Created_Time");
	const isDated = created?.filterable === true && created.dataType === "datetime";
	const columns = [...chooseColumns(module), ...(created?.exportable ? [created.apiName] : [])];
	const select =
		columns.length === 0 ? "" : `\n\t.select(${columns.map((column) => JSON.stringify(column)).join(", ")})`;
	const where = isDated
		? `(where) => where("Created_Time").greaterEqual("${year}-01-01T00:00:00Z")`
		: "null /* every record; or (where) => where(...) */";
	return `import { bulkRead } from "zoho-bulk-read";
import { ${name} } from ${JSON.stringify(from)};

export default bulkRead(${name})${select}
	.where(${where});
`;
}

function chooseColumns({ fields }: AnyModule): readonly string[] {
	const isWanted = (field: FieldDescriptor | undefined): boolean => field?.exportable === true;
	const found = likely.filter((name) => isWanted(fields.get(name)));
	const others = [...fields.values()]
		.filter((field) => isWanted(field) && field.dataType === "text")
		.map(({ apiName }) => apiName);
	return (found.length > 0 ? found : others).slice(0, maxColumns);
}
