/** The examples of the menu with their titles, grouped by task. Add an example by adding a line. */
export const exampleGroups: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	Start: {
		"first-export": "A period, and one of two conditions",
		"every-record": "Every record, or some of them",
		lookups: "Fields of a related record",
	},
	"Filter by": {
		dates: "Days, moments and periods",
		values: "Text, numbers, picklists, owners",
		empties: "Empty and not empty",
		negation: "The opposite of a filter",
		"long-list": "A long list of values",
	},
	"Combine filters": {
		composition: "Named filters, shared and combined",
		"optional-conditions": "Conditions that may be left out",
		"filter-form": "A filter from a form",
		"helper-for-modules": "One filter for many modules",
		"fixed-moment": "The last days, from a fixed moment",
	},
	"Ask for": {
		"custom-view": "A custom view, a page, a callback",
		calendar: "Events as calendar files",
	},
	"Beyond the standard modules": {
		"own-module": "A module of your own",
		"extended-module": "Your own fields on a standard module",
		"two-hops": "A field two lookups away",
		"from-raw-json": "From JSON to TypeScript",
		"raw-condition": "A condition sent unchanged",
	},
};
