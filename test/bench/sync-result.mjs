/**
 * Fills a database with one result in its own process, and prints what that took. It is plain JavaScript and uses the built
 * library, since a loader in the process would be measured too.
 *
 *     node sync-result.mjs MODE ZIP COLUMNS TARGET
 *
 * MODE is sync-duckdb, floor-duckdb, sync-postgres or floor-postgres; COLUMNS is JSON: pairs of a name and a data type.
 */
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";

const [mode = "", zip = "", columnsText = "[]", target = ""] = process.argv.slice(2);
const columns = JSON.parse(columnsText);
const delimiter = ";";

/** @param {string} path */
const built = (path) => import(new URL(`../../dist/${path}.js`, import.meta.url).href);

/** A Zoho whose every export has so many pages, each of them this file. */
function fetchOf(path, rows, pages) {
	const pageOf = new Map();
	const json = (body, status = 200) =>
		new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
	const jobOf = (id) => ({
		id,
		operation: "read",
		created_by: { id: "1", name: "x" },
		created_time: "2026-01-01T00:00:00+00:00",
	});
	return async (request) => {
		const { pathname } = new URL(request.url);
		if (request.method === "POST") {
			const { query } = await request.json();
			const id = String(pageOf.size + 1);
			pageOf.set(id, query.page ?? 1);
			const details = { ...jobOf(id), state: "ADDED" };
			return json({ data: [{ status: "success", code: "ADDED_SUCCESSFULLY", message: "", details }] }, 201);
		}
		if (pathname.endsWith("/result"))
			return new Response(Readable.toWeb(createReadStream(path, { highWaterMark: 65_536 })));
		const id = pathname.slice(pathname.lastIndexOf("/") + 1);
		const page = pageOf.get(id);
		const result = {
			page,
			per_page: 200_000,
			count: rows,
			download_url: `/crm/bulk/v2/read/${id}/result`,
			more_records: page < pages,
		};
		return json({ data: [{ ...jobOf(id), state: "COMPLETED", query: { module: "Made", page }, result }] });
	};
}

async function runSync(database) {
	const { createClient, accessToken, bulkRead, defineModule, dateTime, ...types } = await built("index");
	const kinds = {
		bigint: types.bigInteger,
		email: types.email,
		datetime: dateTime,
		owner: types.text,
		picklist: types.text,
		currency: types.currency,
		integer: types.integer,
		boolean: types.boolean,
		phone: types.phone,
		url: types.url,
		"multi-select": types.multiSelect(),
		percent: types.percent,
		autonumber: types.text,
		textarea: types.text,
		date: types.date,
		text: types.text,
	};
	const fields = Object.fromEntries(columns.slice(1).map(([name, type]) => [name, kinds[type]]));
	const rows = Number(process.env.ROWS);
	const pages = Number(process.env.PAGES ?? 1);
	const Made = defineModule("Made", {
		id: types.bigInteger,
		// More than one page is read in pages only where there is nothing to cut windows by.
		...(pages === 1 && { Created_Time: dateTime }),
		Modified_Time: dateTime,
		...fields,
	});
	const { sync } = await built("sync/index");
	const zoho = createClient({
		baseUrl: "http://zoho.test",
		fetch: fetchOf(zip, rows, pages),
		downloadsPerMinute: 1_000,
		auth: accessToken("x"),
		poll: { first: 1, factor: 1, limit: 1 },
	});
	const job = bulkRead(Made).select(...columns.slice(1).map(([name]) => name));
	const outcome = await sync(zoho, job, database, { multiSelectDelimiter: delimiter });
	return outcome.inserted;
}

/** Downloads, inflates and checks, as plainly as it can be. */
async function readFloor() {
	const inflate = createInflateRaw({ chunkSize: 262_144 });
	let crc = 0;
	inflate.on("data", (part) => {
		crc = crc32(part, crc);
	});
	let isFirst = true;
	await pipeline(
		createReadStream(zip, { highWaterMark: 65_536 }),
		async function* (parts) {
			for await (const part of parts) {
				yield isFirst ? part.subarray(30 + part.readUInt16LE(26) + part.readUInt16LE(28)) : part;
				isFirst = false;
			}
		},
		inflate,
	).catch((error) => {
		if (error.code !== "ERR_TRAILING_JUNK_AFTER_STREAM_END") throw error;
	});
	return crc;
}

const duckdbTypes = {
	integer: "BIGINT",
	currency: "DOUBLE",
	percent: "DOUBLE",
	date: "DATE",
	datetime: "TIMESTAMPTZ",
	boolean: "BOOLEAN",
};
const postgresTypes = {
	integer: "bigint",
	currency: "numeric",
	percent: "numeric",
	date: "date",
	datetime: "timestamptz",
	boolean: "boolean",
};

const modes = {
	"sync-duckdb": async () => {
		const { duckdb } = await built("sync/duckdb/index");
		return runSync(await duckdb(target));
	},
	"floor-duckdb": async () => {
		await readFloor();
		const { DuckDBInstance } = await import("@duckdb/node-api");
		const instance = await DuckDBInstance.create(target);
		const connection = await instance.connect();
		const typed = columns.map(([name, type]) => `'${name}': '${duckdbTypes[type] ?? "VARCHAR"}'`).join(", ");
		await connection.run(
			`CREATE TABLE made AS SELECT * FROM read_csv('${zip.replace(/zip$/, "csv")}', columns = {${typed}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', max_line_size = 16777216)`,
		);
		connection.closeSync();
		instance.closeSync();
	},
	"sync-postgres": async () => {
		const { postgres } = await built("sync/postgres/index");
		return runSync(await postgres(target));
	},
	"floor-postgres": async () => {
		await readFloor();
		const { default: driver } = await import("postgres");
		const sql = driver(target, { max: 1, onnotice: () => {} });
		const typed = columns.map(([name, type]) => `"${name}" ${postgresTypes[type] ?? "text"}`).join(", ");
		await sql.unsafe(`CREATE TABLE floor (${typed})`);
		const stream = await sql.unsafe("COPY floor FROM STDIN WITH (FORMAT csv, HEADER true)").writable();
		await pipeline(createReadStream(zip.replace(/zip$/, "csv"), { highWaterMark: 262_144 }), stream);
		await sql.end();
	},
};

const begun = performance.now();
const items = await modes[mode]();
console.log(
	JSON.stringify({
		items,
		milliseconds: performance.now() - begun,
		peakMegabytes: process.resourceUsage().maxRSS / 1024,
	}),
);
process.exit(0);
