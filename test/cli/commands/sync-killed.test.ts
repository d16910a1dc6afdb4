import { readdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import { generateCompany } from "../../../src/sandbox/company/generate-company.js";
import { ensureBuilt } from "../build.js";
import { emptyFolder, run, start } from "../command.js";
import { lookInto } from "../look-into.js";
import { serve } from "../served-sandbox.js";

beforeAll(ensureBuilt, 120_000);

const query = `
import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

export default bulkRead(Contacts).select("Full_Name", "Email", "Owner.last_name", "Description", "Created_Time");
`;

/** Usually 15,000 rows; `SYNC_KILL_ROWS=600000` tries a large copy. */
const rows = Number(process.env.SYNC_KILL_ROWS ?? 15_000);
/** How often a run is killed; forty times with `SYNC_KILLS=40`. */
const kills = Number(process.env.SYNC_KILLS ?? 12);
const killsPerTable = 4;
const tables = Math.ceil(kills / killsPerTable);

/** When to kill a first run and each of its continuations: different fractions of the time that an undisturbed run takes. */
const livesOf = (table: number): readonly number[] =>
	Array.from({ length: killsPerTable }, (_, place) => (place * tables + table + 1) / (tables * killsPerTable + 1));

const title = `a first run of ${rows} rows, killed at ${tables * killsPerTable} moments and run again, leaves the table of an undisturbed one`;

test(title, { timeout: 1_500_000 }, async () => {
	const cwd = await emptyFolder();
	await writeFile(join(cwd, "contacts.ts"), query);
	const { env } = await serve({
		records: generateCompany({ contacts: rows }),
		limits: {
			recordsPerPage: Math.min(200_000, Math.ceil(rows / 3)),
			downloadsPerMinute: 1_000,
			tokensPerTenMinutes: 1_000,
		},
	});
	const at = { cwd, env };
	const sum = `SELECT count(*), count(DISTINCT "Id"), sum(hash(contacts)) FROM "Contacts" AS contacts`;
	const begun = performance.now();
	expect(await run(["sync", "contacts.ts", "--to", "whole.duckdb"], at)).toMatchObject({ code: 0 });
	const time = performance.now() - begun;
	const whole = await lookInto(join(cwd, "whole.duckdb"), sum);
	expect(whole[0]?.slice(0, 2)).toEqual([String(rows), String(rows)]);
	let killed = 0;
	for (let table = 0; table < tables; table++) {
		const path = `killed-${table}.duckdb`;
		for (const life of livesOf(table)) {
			const half = start(["sync", "contacts.ts", "--to", path], at);
			await sleep(time * life);
			half.process.kill("SIGKILL");
			if ((await half.ended).signal === "SIGKILL") killed++;
		}
		expect(await run(["sync", "contacts.ts", "--to", path], at)).toMatchObject({ code: 0 });
		expect(await lookInto(join(cwd, path), sum)).toEqual(whole);
	}
	// Some end before they are killed: they had only the rest to do.
	expect(killed).toBeGreaterThan(kills / 3);
	// Nothing is left of pages that were being loaded.
	expect(readdirSync(cwd).filter((name) => name.endsWith(".csv"))).toEqual([]);
});
