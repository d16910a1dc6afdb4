import { asNode } from "../criteria/node/criteria-node.js";
import { writeExpression } from "../criteria/node/write-expression.js";
import type { AnyJob } from "./any-job.js";
import { withoutSecrets } from "./callback-url.js";

/** The width, in columns, above which each call gets its own line. */
const width = 100;

/** Writes a job as the code that builds it, for a console: `bulkRead(Contacts).select("Last_Name").page(2)`. */
export function writeBuilderCalls(job: AnyJob): string {
	const { query, callback } = job.request;
	const calls = [`bulkRead(${query.module})`];
	if (query.fields !== undefined) calls.push(`select(${query.fields.map((path) => JSON.stringify(path)).join(", ")})`);
	if (job.criteria !== undefined) calls.push(`where(${writeExpression(asNode(job.criteria))})`);
	if (query.cvid !== undefined) calls.push(`customView(${JSON.stringify(query.cvid)})`);
	if (query.page !== undefined) calls.push(`page(${query.page})`);
	if (callback !== undefined) calls.push(`callback(${JSON.stringify(withoutSecrets(callback.url))})`);
	if (job.fileType === "ics") calls.push("ics()");
	const inOneLine = calls.join(".");
	if (inOneLine.length <= width && !inOneLine.includes("\n")) return inOneLine;
	return calls.join("\n.").replaceAll("\n", "\n  ");
}
