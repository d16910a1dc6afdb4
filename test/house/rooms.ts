/**
 * The rooms of `src`, in the order in which a query passes through them. A room may only import from rooms above it in its list;
 * files beside the rooms of a folder may import from all of them. Add new folders here.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
	src: [
		"facts",
		"time",
		"checks",
		"schema",
		"criteria",
		"standard",
		"job",
		"result",
		"client",
		"files",
		"sync",
		"sandbox",
		"render",
		"generate",
		"cli",
	],
	"src/criteria": ["node", "build", "read", "evaluate", "describe"],
	"src/result": ["zip", "csv", "rows", "calendar"],
	"src/client": ["errors", "transport", "auth", "jobs", "download", "export"],
	"src/sync": ["copy", "run", "duckdb", "postgres"],
	"src/sandbox": ["org", "company", "files", "options", "requests", "jobs", "faults", "page", "port"],
	"src/render": ["text", "request", "programs"],
	"src/generate": ["metadata"],
	"src/cli": ["terminal", "connection", "query", "generated", "export", "commands", "completion", "program"],
	"src/standard": ["metadata"],
};

/** Rooms that know nothing of each other. */
export const apart: readonly (readonly [string, string])[] = [["src/client", "src/sandbox"]];

/** Lines of the longest file of `src` and of the tests. What is generated, in `src/standard`, is as long as a module of Zoho's. */
export const longest = 300;

/** Files that are longer, by name, and why. */
export const longer: Readonly<Record<string, string>> = {
	"src/facts/error-codes.ts": "a table of data",
	"src/result/rows/row-parser.ts":
		"one loop over bytes, whose state the engine keeps in registers while it is in one class",
	"src/sandbox/company/cultures.ts": "a table of data",
	"test/sandbox/requests/provocations.ts": "a table of data",
};
