import { execFile, execFileSync } from "node:child_process";
import { type IncomingHttpHeaders, request } from "node:http";
import { promisify } from "node:util";
import { inflateRawSync } from "node:zlib";
import { expect, onTestFinished } from "vitest";
import {
	createSandbox,
	type RequestLogEntry,
	type Sandbox,
	type SandboxOptions,
	type VirtualClock,
	virtualClock,
} from "../../src/sandbox/index.js";

/** An answer as it arrived over the wire. */
export interface RawAnswer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	/** The body, parsed. */
	json(): ApiDocument;
}

/** What tests read of the API's documents; which of it is there is what they check. */
export interface ApiDocument {
	readonly data: readonly [ApiEntry];
	readonly code: string;
	readonly message: string;
	readonly details: Readonly<Record<string, unknown>>;
	readonly status: string;
}

/** The one entry of `data`. */
interface ApiEntry {
	readonly id: string;
	readonly code: string;
	readonly state: string;
	readonly file_type: string;
	readonly created_time: string;
	readonly query: Readonly<Record<string, unknown>>;
	readonly details: { readonly id: string; readonly created_time: string; readonly state: string };
	readonly result?: {
		readonly page: number;
		readonly per_page: number;
		readonly count: number;
		readonly more_records: boolean;
		readonly download_url: string;
		readonly next_page_token?: string;
		readonly error_message?: unknown;
	};
}

export interface RawRequest {
	readonly method?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string | Uint8Array;
}

/** Speaks plain HTTP: nothing of ours, nothing of `fetch`, stands between the test and the bytes. */
export function send(url: string, { method = "GET", headers = {}, body }: RawRequest = {}): Promise<RawAnswer> {
	return new Promise((resolve, reject) => {
		const outgoing = request(url, { method, headers }, (incoming) => {
			const chunks: Buffer[] = [];
			incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
			incoming.on("error", reject);
			incoming.on("end", () => {
				const whole = Buffer.concat(chunks);
				resolve({
					status: incoming.statusCode ?? 0,
					headers: incoming.headers,
					body: whole,
					json: () => JSON.parse(whole.toString("utf8")),
				});
			});
		});
		outgoing.on("error", reject);
		outgoing.end(body);
	});
}

/** A sandbox on a port, on a clock that the test drives. */
export interface RunningSandbox {
	readonly sandbox: Sandbox;
	readonly clock: VirtualClock;
	readonly url: string;
	/** Headers of a request that may do everything. */
	readonly headers: Readonly<Record<string, string>>;
	get(path: string, headers?: Readonly<Record<string, string>>): Promise<RawAnswer>;
	post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<RawAnswer>;
	/** Creates a job, and gives its id. */
	create(body: unknown, version?: string): Promise<string>;
	/** Creates a job and lets it end; gives the text of the file that it left. */
	exportText(body: unknown, version?: string): Promise<string>;
}

/** Ten seconds: more than any job takes here. */
export const longEnough = 10_000;

export async function startSandbox(options: SandboxOptions = {}): Promise<RunningSandbox> {
	const clock = virtualClock();
	const mistakes: unknown[] = [];
	const onRequest = ({ error }: RequestLogEntry): void => {
		if (error !== undefined) mistakes.push(error);
	};
	const sandbox = createSandbox({ clock, onRequest, ...options });
	const { url, close } = await sandbox.listen();
	onTestFinished(async () => {
		sandbox.close();
		await close();
		expect(mistakes).toEqual([]);
	});
	const headers = { authorization: `Zoho-oauthtoken ${sandbox.credentials.accessToken}` };
	const get: RunningSandbox["get"] = (path, more) => send(url + path, { headers: { ...headers, ...more } });
	const post: RunningSandbox["post"] = (path, body, more) =>
		send(url + path, {
			method: "POST",
			headers: { ...headers, "content-type": "application/json", ...more },
			body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
		});
	const create: RunningSandbox["create"] = async (body, version = "v2") => {
		const answer = await post(`/crm/bulk/${version}/read`, body);
		if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.body}`);
		return answer.json().data[0].details.id;
	};
	return {
		sandbox,
		clock,
		url,
		headers,
		get,
		post,
		create,
		exportText: async (body, version = "v2") => {
			const id = await create(body, version);
			await clock.advance(longEnough);
			const answer = await get(`/crm/bulk/${version}/read/${id}/result`);
			if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
			return textOf(answer.body);
		},
	};
}

/** The text of an archive's one file. Quick, and checks nothing: see {@link unzip}. */
export function textOf(archive: Buffer): string {
	const [nameLength, extraLength] = [archive.readUInt16LE(26), archive.readUInt16LE(28)];
	const deflated = archive.readUInt16LE(8) === 8;
	const data = archive.subarray(30 + nameLength + extraLength);
	return (deflated ? inflateRawSync(data) : data.subarray(0, archive.readUInt32LE(18))).toString("utf8");
}

/** What Python's `zipfile` reads from an archive; it checks the CRC. */
export interface Unzipped {
	readonly name: string;
	readonly text: string;
	/** 0 stored, 8 deflated. */
	readonly method: number;
	readonly flags: number;
	/** As the archive says, to the second. */
	readonly modified: string;
}

const python = `
import sys, io, json, zipfile
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert archive.testzip() is None
(entry,) = archive.infolist()
text = archive.read(entry).decode("utf-8")
modified = "%04d-%02d-%02dT%02d:%02d:%02d" % entry.date_time
print(json.dumps({"name": entry.filename, "text": text, "method": entry.compress_type, "flags": entry.flag_bits, "modified": modified}))
`;

export function unzip(archive: Uint8Array): Unzipped {
	return JSON.parse(execFileSync("python3", ["-c", python], { input: archive, maxBuffer: 1 << 28 }).toString());
}

/** What Python's strict `csv` reader makes of a text. */
export function readCsv(text: string): string[][] {
	const program =
		"import sys, io, csv, json; text = sys.stdin.buffer.read().decode('utf-8'); print(json.dumps(list(csv.reader(io.StringIO(text, newline=''), strict=True))))";
	return JSON.parse(execFileSync("python3", ["-c", program], { input: text, maxBuffer: 1 << 28 }).toString());
}

/** Runs curl, and gives what it writes. */
export async function curl(...parameters: readonly string[]): Promise<string> {
	const { stdout } = await promisify(execFile)("curl", parameters, { timeout: 10_000, maxBuffer: 1 << 28 });
	return stdout;
}

/** Runs curl, and gives the bytes that it writes. */
export async function curlBytes(...parameters: readonly string[]): Promise<Buffer> {
	const { stdout } = await promisify(execFile)("curl", parameters, {
		timeout: 10_000,
		maxBuffer: 1 << 28,
		encoding: "buffer",
	});
	return stdout;
}
