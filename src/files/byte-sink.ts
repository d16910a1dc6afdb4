import { constants, createWriteStream, openSync } from "node:fs";
import { open } from "node:fs/promises";
import { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { AbortedError } from "../client/errors/aborted-error.js";
import { hasSystemCode, inWords } from "./system-error.js";

/** Takes bytes in order. Written bytes cannot be taken back. */
export interface ByteSink {
	/** Writes bytes; resolves when there is room for more. */
	write(bytes: Uint8Array): Promise<void>;
	close(): Promise<void>;
}

/** A stream of Node's, such as `process.stdout`, which stays open. */
export function streamSink(stream: NodeJS.WritableStream, name: string): ByteSink {
	// The writer learns of errors from the callback; without a listener Node would end the process.
	const ignore = (): void => {};
	stream.on("error", ignore);
	return {
		write: (bytes) => inWords("write", name, () => writeToStream(stream, bytes)),
		close: async () => {
			stream.off("error", ignore);
		},
	};
}

/** A descriptor of this process, which stays open. */
export function descriptorSink(descriptor: number, name: string): ByteSink {
	if (descriptor === 1) return streamSink(process.stdout, name);
	if (descriptor === 2) return streamSink(process.stderr, name);
	return streamSink(createWriteStream("", { fd: descriptor, autoClose: false }), name);
}

/** A character device. */
export async function deviceSink(path: string): Promise<ByteSink> {
	const device = await open(path, constants.O_WRONLY | (constants.O_NOCTTY ?? 0));
	return {
		write: (bytes) =>
			inWords("write", path, async () => {
				for (let from = 0; from < bytes.byteLength; ) from += (await device.write(bytes, from)).bytesWritten;
			}),
		close: () => device.close(),
	};
}

/** How often to check whether somebody reads a pipe, in milliseconds. */
const fifoPoll = 50;

/**
 * A named pipe, once somebody reads it. Opening one would block a thread that nothing can interrupt, so this polls
 * instead.
 */
export async function fifoSink(path: string, signal: AbortSignal | undefined): Promise<ByteSink> {
	for (;;) {
		if (signal?.aborted) throw new AbortedError(undefined, signal.reason);
		const descriptor = openIfRead(path);
		if (descriptor !== undefined) {
			const pipe = new Socket({ fd: descriptor, readable: false, writable: true });
			const sink = streamSink(pipe, path);
			return { ...sink, close: () => endStream(pipe) };
		}
		await sleep(fifoPoll, undefined, signal === undefined ? {} : { signal }).catch(() => {});
	}
}

function openIfRead(path: string): number | undefined {
	try {
		return openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
	} catch (error) {
		if (hasSystemCode(error, "ENXIO")) return undefined;
		throw error;
	}
}

function writeToStream(stream: NodeJS.WritableStream, bytes: Uint8Array): Promise<void> {
	return new Promise((resolve, reject) => {
		stream.write(bytes, (error) => (error ? reject(error) : resolve()));
	});
}

function endStream(stream: Socket): Promise<void> {
	return new Promise((resolve) => {
		stream.once("close", () => resolve());
		stream.end(() => stream.destroy());
		if (stream.destroyed) resolve();
	});
}
