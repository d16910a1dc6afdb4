import { expect, test } from "vitest";
import { exportToFile } from "../../src/files/index.js";
import { bury, contactsJob, dieAt, type Folder, makeFolder, makeOrg, type Org } from "./place.js";

/** Only root can create device nodes and mounts. */
export const asRoot = test.skipIf(process.getuid?.() !== 0);

/** An org, and a folder to export to. */
export interface Place extends Org, Folder {}

/** Makes both. */
export async function place(): Promise<Place> {
	return { ...makeOrg(), ...(await makeFolder()) };
}

/** Whether a file has every contact once. */
export const isWhole = (csv: string): void => {
	const lines = csv.trimEnd().split("\n");
	expect(lines[0]).toBe("Id,Last_Name,Owner.last_name");
	expect(new Set(lines.slice(1).map((line) => line.split(",")[0])).size).toBe(250);
	expect(lines).toHaveLength(251);
};

/** An export that was killed at a moment of its network's. */
export async function killed(
	{ through }: Org,
	path: string,
	moment: number,
	options: { readonly resume?: boolean } = {},
): Promise<void> {
	const { fetch, died } = dieAt(moment);
	const ended = exportToFile(through(fetch), contactsJob, path, options).then(() => "ended");
	expect(await Promise.race([died, ended])).toBe(undefined);
	await bury(path);
}

/** Somewhere in the second page. */
export const inSecondPage = 12;
