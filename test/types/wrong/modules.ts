import { currency, defineModule, type Lookup, lookup, type Module, type Text, text } from "zoho-bulk-read";
import { Users } from "../modules.js";

interface Tasks {
	Subject: Text;
	Parent: Lookup<Tasks>;
}

declare const Tasks: Module<"Tasks", Tasks>;
const parent = lookup(() => Tasks);

// @ts-expect-error a number describes no field
defineModule("Tasks", { Subject: 5 });
// @ts-expect-error a descriptor that was not called
defineModule("Tasks", { Parent: lookup });
// @ts-expect-error a lookup takes a function, so that modules may refer to each other
lookup(Users);
// @ts-expect-error a field is missing
export const missing: Module<"Tasks", Tasks> = defineModule("Tasks", { Subject: text });
// @ts-expect-error a field of another data type
export const other: Module<"Tasks", Tasks> = defineModule("Tasks", { Subject: currency, Parent: parent });
// @ts-expect-error a field more
export const more: Module<"Tasks", Tasks> = defineModule("Tasks", { Subject: text, Parent: parent, Due: text });
// @ts-expect-error another module
export const renamed: Module<"Tasks", Tasks> = defineModule("Task", { Subject: text, Parent: parent });
