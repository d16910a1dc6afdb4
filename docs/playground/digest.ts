/** Adds `crypto.subtle.digest` if the browser withholds it: on some hosts a frame with an opaque origin is no "secure context". */
export function lendDigest(): void {
	if (crypto.subtle !== undefined) return;
	const digest = async (_: string, bytes: Uint8Array): Promise<ArrayBuffer> => sha256(bytes).buffer as ArrayBuffer;
	Object.defineProperty(crypto, "subtle", { value: { digest } });
}

const primes = firstPrimes(64);
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0;
const roundConstants = primes.map((prime) => fraction(Math.cbrt(prime)));

/** SHA-256, with the names and steps of FIPS 180-4. */
export function sha256(bytes: Uint8Array): Uint8Array {
	const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
	padded.set(bytes);
	padded[bytes.length] = 0x80;
	const view = new DataView(padded.buffer);
	view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
	view.setUint32(padded.length - 4, bytes.length << 3);
	const state = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
	for (let at = 0; at < padded.length; at += 64) addBlock(state, view, at);
	const digest = new DataView(new ArrayBuffer(32));
	for (const [index, word] of state.entries()) digest.setUint32(index * 4, word);
	return new Uint8Array(digest.buffer);
}

function addBlock(state: number[], view: DataView, at: number): void {
	const words = new Int32Array(64);
	for (let index = 0; index < 64; index++) {
		if (index < 16) words[index] = view.getInt32(at + index * 4);
		else {
			const [early, late] = [words[index - 15] ?? 0, words[index - 2] ?? 0];
			const mixed =
				(turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
			words[index] = mixed + (words[index - 16] ?? 0) + (words[index - 7] ?? 0);
		}
	}
	let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
	for (let index = 0; index < 64; index++) {
		const choice = (e & f) ^ (~e & g);
		const first =
			(h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + (roundConstants[index] ?? 0) + (words[index] ?? 0)) | 0;
		const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
		[a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
	}
	for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = ((state[index] ?? 0) + word) | 0;
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function firstPrimes(count: number): readonly number[] {
	const found: number[] = [];
	for (let number = 2; found.length < count; number++) {
		if (found.every((prime) => number % prime !== 0)) found.push(number);
	}
	return found;
}
