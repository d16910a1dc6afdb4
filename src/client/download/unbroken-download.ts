import { DamagedResultError } from "../../result/zip/damaged-result-error.js";
import { untilAborted } from "../../time/until-aborted.js";
import { backoffTime, faultBackoff } from "../../time/wait-times.js";
import { AbortedError } from "../errors/aborted-error.js";
import { NetworkError } from "../errors/network-error.js";
import { type NetworkFault, readNetworkFault } from "../errors/network-fault.js";
import { asExpired } from "../errors/result-expired-error.js";
import type { Secrets } from "../errors/secrets.js";
import type { OpenedResult } from "../jobs/bulk-read-api.js";
import type { ClientContext } from "../jobs/client-context.js";
import type { CallOptions } from "../jobs/wait-for-job.js";
import type { OnWait } from "../transport/wait.js";
import type { Patience } from "../transport/wait-before-retry.js";

/** The options of a download. */
export interface DownloadOptions extends CallOptions {
	/** Called with the number of bytes of each part. */
	readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** A file to download. */
export interface ResultFile {
	/** Path of the file on the API's own origin. */
	readonly downloadUrl: string;
	/** When the job was seen to be completed, if known: ISO 8601. */
	readonly time?: string | undefined;
}

/** Watches a download. */
export interface WatchedDownload extends DownloadOptions {
	/** Called with each part before it is passed on; what it throws is the stream's error. */
	readonly onPart?: ((part: Uint8Array) => void) | undefined;
}

/**
 * The ZIP of a completed job, each byte once even if the connection breaks. It is requested when the stream is first
 * read.
 */
export function downloadResult(
	context: ClientContext,
	jobId: string,
	{ downloadUrl, time }: ResultFile,
	{ signal, onWait, onBytes, onPart }: WatchedDownload,
): ReadableStream<Uint8Array> {
	return unbrokenDownload(
		{
			jobId,
			request: `GET ${downloadUrl}`,
			open: (opening) =>
				context.api.openResult(jobId, downloadUrl, { signal: opening, onWait }).catch((error: unknown) => {
					throw asExpired(error, jobId, time);
				}),
			changed: (how) => new DamagedResultError(how, { jobId }),
			timeout: context.timeout,
			signal,
			onWait,
			onBytes,
			onPart,
		},
		context,
	);
}

/** A download that can be restarted. */
export interface Download {
	readonly jobId: string;
	/** Method and path of its request. */
	readonly request: string;
	/** Starts it: the stream begins at the first byte of the file. */
	open(signal: AbortSignal): Promise<OpenedResult>;
	/** Called when the file turns out not to be the same; it says how. */
	changed(how: string): Error;
	/** Milliseconds within which something must arrive. */
	readonly timeout: number;
	readonly signal: AbortSignal | undefined;
	/** Called before each wait. */
	readonly onWait?: OnWait | undefined;
	/** Called with the number of bytes of each part. */
	readonly onBytes?: ((bytes: number) => void) | undefined;
	/** Called with each part before it is passed on; what it throws is the stream's error. */
	readonly onPart?: ((part: Uint8Array) => void) | undefined;
}

/** How many of the last bytes are kept, to see whether a second download is of the same file. */
const tailLength = 1024;

/**
 * The bytes of a file, each once, even if the connection breaks: then the download is restarted, and the bytes that
 * were passed on are skipped. The last kilobyte of those is compared first; the checksum in the ZIP covers the rest.
 * Nothing is requested before it is read.
 *
 * @throws {@link NetworkError} in the stream, if the connection breaks more often than the client may retry without a
 * single byte of progress.
 */
export function unbrokenDownload(download: Download, patience: Patience): ReadableStream<Uint8Array> {
	const { clock, random, retries } = patience;
	const { jobId } = download;
	const stopped = new AbortController();
	const signal = AbortSignal.any(download.signal === undefined ? [stopped.signal] : [stopped.signal, download.signal]);
	let opened: Opened | undefined;
	let given = 0;
	let tail: Uint8Array = new Uint8Array();
	/** How often in a row it broke without any progress. */
	let failures = 0;

	const readOnce = async (): Promise<Uint8Array | undefined> => {
		if (opened === undefined) {
			const { body, secrets } = await download.open(signal);
			opened = { reader: body.getReader(), secrets };
			if (given > 0) return skip(opened, given, tail, download, signal);
		}
		const { done, value } = await readInTime(opened, download.timeout, signal);
		return done ? undefined : value;
	};
	const read = async (): Promise<Uint8Array | undefined> => {
		for (;;) {
			try {
				const part = await readOnce();
				if (part?.byteLength === 0) continue;
				failures = 0;
				return part;
			} catch (error) {
				void opened?.reader.cancel().catch(() => {});
				opened = undefined;
				if (!(error instanceof Broken)) throw error;
				// An abort breaks it too, and nobody waits then.
				signal.throwIfAborted();
				if (failures === retries) throw new NetworkError(download.request, error.fault, jobId);
				const wait = backoffTime(faultBackoff, failures, random);
				download.onWait?.({ for: "fault", until: clock.now() + wait });
				await clock.sleep(wait, signal);
				failures += 1;
			}
		}
	};
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				let part: Uint8Array | undefined;
				try {
					part = await read();
				} catch (error) {
					throw download.signal?.aborted ? new AbortedError(jobId, download.signal.reason) : error;
				}
				if (part === undefined) return controller.close();
				given += part.byteLength;
				tail = tailOf(tail, part);
				download.onBytes?.(part.byteLength);
				download.onPart?.(part);
				controller.enqueue(part);
			},
			cancel: (reason) => {
				const ended = opened?.reader.cancel(reason);
				stopped.abort();
				return ended;
			},
		},
		{ highWaterMark: 0 },
	);
}

/** A download that has started, and what its errors must not show. */
interface Opened {
	readonly reader: ReadableStreamDefaultReader<Uint8Array>;
	readonly secrets: Secrets;
}

class Broken extends Error {
	readonly fault: NetworkFault;

	constructor(fault: NetworkFault) {
		super(fault.words);
		this.fault = fault;
	}
}

async function readInTime(
	{ reader, secrets }: Opened,
	timeout: number,
	signal: AbortSignal,
): Promise<ReadableStreamReadResult<Uint8Array>> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		const words = `nothing came within ${timeout} ms`;
		timer = setTimeout(() => reject(new Broken({ code: "TIMEOUT", words, mayHaveArrived: true })), timeout);
	});
	try {
		return await Promise.race([untilAborted(reader.read(), signal), late]);
	} catch (error) {
		throw error instanceof Broken ? error : new Broken(readNetworkFault(error, secrets));
	} finally {
		clearTimeout(timer);
	}
}

/** Reads up to where the download broke, and returns the rest of that part. */
async function skip(
	opened: Opened,
	given: number,
	tail: Uint8Array,
	download: Download,
	signal: AbortSignal,
): Promise<Uint8Array> {
	const tailStart = given - tail.byteLength;
	for (let start = 0; ; ) {
		const { done, value } = await readInTime(opened, download.timeout, signal);
		if (done) throw download.changed(`it now ends after ${start} bytes, and ${given} were there before`);
		const end = start + value.byteLength;
		for (let at = Math.max(start, tailStart); at < Math.min(end, given); at += 1) {
			if (value[at - start] !== tail[at - tailStart]) throw download.changed(`byte ${at} is not what it was`);
		}
		if (end >= given) return value.subarray(given - start);
		start = end;
	}
}

function tailOf(tail: Uint8Array, part: Uint8Array): Uint8Array {
	if (part.byteLength >= tailLength) return part.slice(-tailLength);
	const joined = new Uint8Array(tail.byteLength + part.byteLength);
	joined.set(tail);
	joined.set(part, tail.byteLength);
	return joined.slice(-tailLength);
}
