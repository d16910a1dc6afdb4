import { isMatching, P } from "ts-pattern";
import { isJsonObject } from "../../checks/json-object.js";
import type { Job } from "../../job/any-job.js";
import { InvalidCheckpointError } from "../errors/invalid-checkpoint-error.js";
import type { Checkpoint, ReadTask } from "./checkpoint.js";
import { fingerprint, seal, sealOf } from "./checkpoint-seal.js";

const whole = P.number.int().gte(0);
const positive = P.number.int().gte(1);
const text = P.optional(P.string);

const submitTask = { step: "submit" as const, pageToken: text };
const waitTask = {
	step: "wait" as const,
	pageToken: text,
	jobId: P.string,
	time: P.string,
	looks: whole,
	state: P.string,
};
const readTask = {
	step: "read" as const,
	pageToken: text,
	jobId: P.string,
	time: P.string,
	count: whole,
	taken: whole,
	proof: P.optional(P.union("verified" as const, { bytes: whole, crc: whole })),
	downloadUrl: P.string,
	moreRecords: P.boolean,
	nextPageToken: text,
};
const splitTask = {
	step: "split" as const,
	jobId: P.string,
	time: P.string,
	count: whole,
	downloadUrl: P.string,
	moreRecords: P.boolean,
};
const base = {
	version: 2 as const,
	job: P.string,
	owner: P.optional({ api: P.string, credentials: text, user: text }),
	page: positive,
	rows: whole,
	seal: P.string,
};
const windowPart = {
	window: {
		from: text,
		before: text,
		empty: P.optional(P.union("too" as const, "only" as const)),
		idFrom: text,
		idBefore: text,
	},
	part: P.optional(positive),
	probe: P.optional(true as const),
};
const windowTask = P.union(
	{ ...submitTask, ...windowPart },
	{ ...waitTask, ...windowPart, due: P.number },
	{ ...readTask, ...windowPart },
	{ ...splitTask, ...windowPart },
);
const checkpoint = P.union(
	{ ...base, ...submitTask },
	{ ...base, ...waitTask },
	{ ...base, ...readTask, nextJob: P.optional({ id: P.string, time: P.string }) },
	{ ...base, step: "windows" as const, open: P.array(windowTask) },
	{ ...base, step: "done" as const },
);

/**
 * Checks a stored checkpoint.
 *
 * @param kept - the parsed JSON.
 * @throws {@link InvalidCheckpointError}
 */
export function readCheckpoint(kept: unknown, job: Job<unknown>): Checkpoint {
	const own = checkKept(kept);
	if (own.job !== fingerprint(job)) {
		throw new InvalidCheckpointError(
			`This checkpoint does not belong to this job on ${job.module.apiName}: the module, fields, criteria or custom view differ. Give the job that it was made with, or start the export again.`,
		);
	}
	return own;
}

/**
 * Checks a stored checkpoint, whatever its job.
 *
 * @throws {@link InvalidCheckpointError}
 */
export function checkKept(kept: unknown): Checkpoint {
	const own = isJsonObject(kept) && kept.version === 1 ? upgraded(kept) : kept;
	if (!isMatching(checkpoint, own)) {
		throw new InvalidCheckpointError(
			"This is not a checkpoint of this version of the library. Start the export again.",
		);
	}
	for (const { taken, count } of tasksToRead(own)) {
		if (taken <= count) continue;
		throw new InvalidCheckpointError(
			`This checkpoint says that ${taken} of the ${count} rows of a page were taken. Resume from a checkpoint that was stored unchanged, or start the export again.`,
		);
	}
	if (own.seal !== sealOf(own)) {
		throw new InvalidCheckpointError(
			"This checkpoint was altered after it was made, so pages could be left out. Resume from one that was stored unchanged, or start the export again.",
		);
	}
	return own;
}

function tasksToRead(own: Checkpoint): readonly ReadTask[] {
	if (own.step === "windows") return own.open.filter((task) => task.step === "read");
	return own.step === "read" ? [own] : [];
}

/** Version 1 did not say which org a checkpoint belongs to, so it is only safe before the first step. */
function upgraded(kept: { readonly [key: string]: unknown }): unknown {
	const { step, job, page, rows, pageToken } = kept;
	if (
		step === "submit" &&
		rows === 0 &&
		pageToken === undefined &&
		isMatching({ job: P.string, page: positive }, kept)
	) {
		return seal<Checkpoint>({ version: 2, job: kept.job, page: kept.page, rows: 0, step: "submit" });
	}
	if (isMatching({ step: P.string, job: P.string, page: whole, rows: whole }, { step, job, page, rows })) {
		throw new InvalidCheckpointError(
			"This checkpoint was made by an earlier version of the library, which did not record the org: resuming could mix the records of two orgs. Start the export again.",
		);
	}
	return kept;
}
