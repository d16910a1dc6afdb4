import { crc32, createInflater } from "#inflate";
import { DamagedResultError } from "./damaged-result-error.js";

/** The bytes of the one file in a ZIP, part by part; checked against the ZIP's own CRC and length. */
export async function* unzip(zip: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
	const bytes = new ByteReader(zip);
	const inflater = createInflater();
	let done = false;
	try {
		const header = await readHeader(bytes);
		let crc = 0;
		let length = 0;
		while (!done) {
			const part = await bytes.some(8_192);
			if (part === undefined) throw new DamagedResultError("the file ends in the middle");
			const inflated = await inflater.push(part).catch((error: Error) => {
				throw new DamagedResultError(`the compressed data cannot be read (${error.message})`);
			});
			bytes.back(part.subarray(inflated.consumed));
			if (inflated.consumed === 0 && !inflated.done && part.length > 0) throw new DamagedResultError("the compressed data cannot be read");
			for (const output of inflated.output) {
				crc = crc32(output, crc);
				length += output.length;
				yield output;
			}
			done = inflated.done;
		}
		await checkEnd(bytes, header, crc >>> 0, length);
	} finally {
		inflater.close();
		await bytes.cancel();
	}
}

interface EntryHeader {
	readonly hasDescriptor: boolean;
	readonly crc: number;
	readonly length: number;
}

async function readHeader(bytes: ByteReader): Promise<EntryHeader> {
	const fixed = await bytes.exactly(30);
	const view = new DataView(fixed.buffer, fixed.byteOffset, 30);
	if (view.getUint32(0, true) !== 0x04034b50) throw new DamagedResultError("this is not a ZIP");
	const flags = view.getUint16(6, true);
	if (flags & 1) throw new DamagedResultError("the entry is encrypted");
	if (view.getUint16(8, true) !== 8) throw new DamagedResultError("the entry is not deflated");
	await bytes.exactly(view.getUint16(26, true) + view.getUint16(28, true));
	return { hasDescriptor: (flags & 8) !== 0, crc: view.getUint32(14, true), length: view.getUint32(22, true) };
}

async function checkEnd(bytes: ByteReader, header: EntryHeader, crc: number, length: number): Promise<void> {
	const rest = await bytes.all();
	const view = new DataView(rest.buffer, rest.byteOffset, rest.length);
	const central = indexOfSignature(view, 0x02014b50);
	if (central < 0 || indexOfSignature(view, 0x06054b50) < 0) throw new DamagedResultError("the file ends before the ZIP's directory");
	const saidCrc = header.hasDescriptor ? view.getUint32(central + 16, true) : header.crc;
	const saidLength = header.hasDescriptor ? view.getUint32(central + 24, true) : header.length;
	if (saidCrc !== crc) throw new DamagedResultError("the CRC differs");
	if (saidLength !== length % 2 ** 32) throw new DamagedResultError("the length differs");
}

function indexOfSignature(view: DataView, signature: number): number {
	for (let at = 0; at + 4 <= view.byteLength; at++) if (view.getUint32(at, true) === signature) return at;
	return -1;
}

class ByteReader {
	readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
	#kept: Uint8Array = new Uint8Array();

	constructor(stream: ReadableStream<Uint8Array>) {
		this.#reader = stream.getReader();
	}

	async some(most: number): Promise<Uint8Array | undefined> {
		while (this.#kept.length === 0) {
			const { done, value } = await this.#reader.read();
			if (done) return undefined;
			this.#kept = value;
		}
		const part = this.#kept.subarray(0, most);
		this.#kept = this.#kept.subarray(part.length);
		return part;
	}

	back(bytes: Uint8Array): void {
		if (bytes.length > 0) this.#kept = join([bytes, this.#kept]);
	}

	async exactly(length: number): Promise<Uint8Array> {
		const parts: Uint8Array[] = [];
		for (let missing = length; missing > 0; ) {
			const part = await this.some(missing);
			if (part === undefined) throw new DamagedResultError("the file ends too soon");
			parts.push(part);
			missing -= part.length;
		}
		return join(parts);
	}

	async all(): Promise<Uint8Array> {
		const parts: Uint8Array[] = [];
		for (let part = await this.some(65_536); part !== undefined; part = await this.some(65_536)) parts.push(part);
		return join(parts);
	}

	async cancel(): Promise<void> {
		await this.#reader.cancel().catch(() => undefined);
	}
}

function join(parts: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}
