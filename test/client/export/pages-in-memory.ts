import { beginExport } from "../../../src/client/export/begin-export.js";
import type { Checkpoint, PageTask } from "../../../src/client/export/checkpoint.js";
import { seal } from "../../../src/client/export/checkpoint-seal.js";
import { zipped } from "../../result/archives.js";
import { type Contact, contactsJob } from "../contact-pages.js";
import { completed, type Script, start } from "./api-in-memory.js";

/** The rows of two pages, of a hundred and three. */
export const rows: readonly Contact[] = Array.from({ length: 103 }, (_, at) => ({
	Id: String(at + 1),
	Last_Name: `Name ${at}`,
	Email_Opt_Out: null,
}));

const archiveOf = (some: readonly Contact[]): Uint8Array =>
	zipped(`Id,Last_Name,Email_Opt_Out\n${some.map(({ Id, Last_Name }) => `${Id},${Last_Name},\n`).join("")}`);

/** The file of the first page. */
export const first = archiveOf(rows.slice(0, 100));
/** Cuts the file into parts that each contain some rows. */
export const parts: readonly Uint8Array[] = Array.from({ length: Math.ceil(first.length / 200) }, (_, at) =>
	first.subarray(200 * at, 200 * (at + 1)),
);
/** The file of the second. */
export const second = archiveOf(rows.slice(100));

/** What is said of the two. */
export const two: Script = {
	files: [parts, [second]],
	looks: [{ state: "IN PROGRESS" }, completed({ count: 100, moreRecords: true }), completed({ count: 3 })],
};

const { version, job } = beginExport(contactsJob);
const submitted = { jobId: "7", time: new Date(start).toISOString() };

/** The job of a page was submitted. */
export const waiting = { step: "wait", looks: 0, state: "ADDED", ...submitted } as const;

/** It is completed, and has what the second has. */
export const reading = {
	step: "read",
	taken: 0,
	count: 3,
	downloadUrl: "/result",
	moreRecords: false,
	...submitted,
} as const;

/** A checkpoint on the first page. */
export function at(task: PageTask): Checkpoint {
	return seal<Checkpoint>({ version, job, owner: { api: "https://a.test" }, page: 1, rows: 0, ...task } as never);
}
