import { and } from "../criteria/node/and-or.js";
import type { Criteria } from "../criteria/node/criteria.js";
import type { Job } from "./any-job.js";
import { BulkReadJob } from "./bulk-read-job.js";

/** The same job, for records that match another filter as well. */
export function narrowJob<Row>(job: Job<Row>, criteria: Criteria | undefined): Job<Row> {
	const { customView, callback } = readParts(job);
	return new BulkReadJob({
		module: job.module,
		...(job.selection && { selection: job.selection }),
		...joined(job, criteria),
		...(customView && { customView }),
		...(callback && { callback }),
		...(job.fileType === "ics" ? { ics: true } : {}),
	});
}

/** A job for some fields of the records of which a job's filter and a filter hold. Nobody is called back about it. */
export function probeJob(
	job: Job<unknown>,
	selection: readonly string[],
	criteria: Criteria | undefined,
): Job<unknown> {
	const { customView } = readParts(job);
	return new BulkReadJob({
		module: job.module,
		selection,
		...joined(job, criteria),
		...(customView && { customView }),
	});
}

function joined(job: Job<unknown>, criteria: Criteria | undefined): { readonly criteria?: Criteria } {
	const both = and(job.criteria, criteria);
	return both === undefined ? {} : { criteria: both };
}

function readParts(job: Job<unknown>): { readonly customView?: string; readonly callback?: string } {
	const { query, callback } = job.toJSON();
	return { ...(query.cvid && { customView: query.cvid }), ...(callback && { callback: callback.url }) };
}
