import type { Except, LiteralUnion } from "type-fest";
import { type EvaluateOptions, evaluateDefaults } from "../../criteria/evaluate/evaluate-options.js";
import type { CsvFormat } from "../files/write-csv.js";
import type { PageOrder } from "../org/row-order.js";

/**
 * What Zoho does not document, or documents in two ways, as switches. **Every default here is our assumption**: the
 * real service may differ, and code that must survive both is best tested with both.
 */
export interface Assumptions {
	/**
	 * Whether a group with one member is accepted. Zoho documents a refusal (`AMBIGUOUS_GROUP_IN_CRITERIA`), while a sample on
	 * its own page has such a group. Assumption: `true`.
	 */
	readonly groupOfOne: boolean;
	/** Which versions show the state `QUEUED`: those whose documentation names it, `"all"`, or `"none"`. Assumption: `"documented"`. */
	readonly queuedState: "documented" | "all" | "none";
	/**
	 * Which moment an export shows: a job sees the org as it was when it was `"created"`, or when it had `"begun"` (its
	 * state became `IN PROGRESS`). Two jobs see two moments, and so do the pages of an export. Assumption: `"created"`.
	 */
	readonly seesOrgWhen: "created" | "begun";
	/**
	 * The order of records, and so where pages end: by id, by creation, or by last modification. If records change
	 * between the jobs of two pages, it decides which are lost and which come twice. Assumption: `"id"`.
	 */
	readonly pageOrder: PageOrder;
	/**
	 * Whether details have a `result` before the job is completed, as samples of v7 and v8 show. Assumption: `false`:
	 * their text says that it comes with completion.
	 */
	readonly resultBeforeCompletion: boolean;
	/**
	 * Whether an error of create is wrapped in `{ "data": [...] }`, which Zoho's SDKs allow for. Assumption: `false`.
	 */
	readonly errorsInData: boolean;
	/** Whether a 429 gives the seconds to wait in `Retry-After`. Assumption: `false`; no source shows the header. */
	readonly retryAfter: boolean;
	/** Whether refused requests cost credits too. Assumption: `false`. */
	readonly refusalsCost: boolean;
	/**
	 * Body of a callback: `"flat"` as documented for v2, or `"data"` as in a sample of v7. Assumption: `"flat"` for all
	 * versions.
	 */
	readonly callbackBody: "flat" | "data";
	/** How often a callback is posted until it is answered with a status from 200 to 299. Assumption: 3. */
	readonly callbackAttempts: number;
	/** Milliseconds between those attempts. Assumption: 1,000. */
	readonly callbackDelay: number;
	/** How many lookups a dotted path may pass through: as the module says, or any number. Assumption: `"module"`, which is one. */
	readonly lookupHops: "module" | "any";
	/** Whether a field that is requested twice gives one column or two. Assumption: `"once"`. */
	readonly repeatedField: "once" | "twice";
	/**
	 * How a download's name is spelled: `filename=x.zip`, `filename="x.zip"`, or followed by `filename*=UTF-8''x.zip`.
	 * Assumption: `"extended"`: Zoho's own SDKs fail on a bare name, and they work with Zoho.
	 */
	readonly fileName: "plain" | "quoted" | "extended";
	/** Content type of a download. Assumption: `"version"`: `application/x-download` up to v6, `application/zip` from v7. */
	readonly downloadType: LiteralUnion<"version", string>;
	/** Whether a download has a Content-Length. Assumption: `false`; the archive is written while it is sent. */
	readonly contentLength: boolean;
	/** The comparators that an encrypted field takes. Assumption: `equal`, `not_equal`, `in`, `not_in`. */
	readonly encryptedComparators: readonly string[];
	/** How the CSV is written. Assumption: UTF-8 without a byte order mark, `\n`, quotes where needed, `,` between the values of a multi-select. */
	readonly csv: CsvFormat;
	/** How the ZIP is written. Assumption: deflated, with a data descriptor, as a streaming server writes it. */
	readonly zip: { readonly method: "deflate" | "store"; readonly dataDescriptor: boolean };
	/**
	 * How criteria are decided: case, records without a value, multi-selects, and `dayOffset`, the offset from UTC at
	 * which a day begins. It counts as the org's offset: moments in answers are written in it.
	 */
	readonly evaluate: Except<EvaluateOptions, "read">;
}

/** Some of the switches; the rest keep their defaults. */
export type AssumptionOptions = Partial<Except<Assumptions, "csv" | "zip">> & {
	readonly csv?: Partial<Assumptions["csv"]>;
	readonly zip?: Partial<Assumptions["zip"]>;
};

/** The defaults: our assumptions, in one place. */
export const assumptionDefaults: Assumptions = {
	groupOfOne: true,
	queuedState: "documented",
	seesOrgWhen: "created",
	pageOrder: "id",
	resultBeforeCompletion: false,
	errorsInData: false,
	retryAfter: false,
	refusalsCost: false,
	callbackBody: "flat",
	callbackAttempts: 3,
	callbackDelay: 1_000,
	lookupHops: "module",
	repeatedField: "once",
	fileName: "extended",
	downloadType: "version",
	contentLength: false,
	encryptedComparators: ["equal", "not_equal", "in", "not_in"],
	csv: { lineEnding: "\n", byteOrderMark: false, quoting: "needed", multiSelectDelimiter: "," },
	zip: { method: "deflate", dataDescriptor: true },
	evaluate: evaluateDefaults,
};

/** The switches with every default filled in. */
export function completeAssumptions(options: AssumptionOptions = {}): Assumptions {
	return {
		...assumptionDefaults,
		...options,
		csv: { ...assumptionDefaults.csv, ...options.csv },
		zip: { ...assumptionDefaults.zip, ...options.zip },
		evaluate: { ...assumptionDefaults.evaluate, ...options.evaluate },
	};
}
