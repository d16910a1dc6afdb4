import {
	type Criteria,
	type DateTime,
	defineModule,
	type HasField,
	text,
} from "zoho-bulk-read";

declare function changedSince(module: HasField<"Modified_Time", DateTime>): Criteria;
const Notes = defineModule("Notes", { Title: text });
changedSince(Notes);
