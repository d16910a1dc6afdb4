import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { ZipOptions } from "../../src/sandbox/files/write-zip.js";
import type { DataType } from "../../src/schema/comparators.js";

/** A column of a made-up result. */
export interface MadeColumn {
	readonly name: string;
	readonly dataType: DataType;
	/** A cell as in the file. */
	readonly write: () => string;
}

/** Numbers that are the same in every run. */
function makeRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const syllables =
	"ka mo ra ti shi ber lund son ova ez gar ci ler okaf or sin gh pat el wal ski fer dez jo han ya de smi th";
/** A fifth of the names: Latin with accents, CJK, Devanagari. */
const namesBeyondAscii =
	"Müller García Nguyễn Østergård Šimić Yılmaz Fernández Łukasz 王 田中 李娜 山田 佐藤 陳 शर्मा पाटील वर्मा सिंह";
const sources =
	"Advertisement,Cold Call,Employee Referral,External Referral,Online Store,Partner,Public Relations,Web Download,Trade Show";
const words =
	"called back about the offer asked for samples see notes page prefers mail met at the fair in Köln very interested no budget " +
	"until next quarter meeting follow up 注文 मांग urgent maybe later contract sent price list please do not write again this year";

/** What CRM records hold, at random: ids, names in three scripts, dates, amounts, picklists, notes with commas, quotes and line breaks. */
function makeWriters(random: () => number) {
	const below = (limit: number): number => Math.floor(random() * limit);
	const pick = (list: readonly string[]): string => list[below(list.length)] ?? "";
	const two = (value: number): string => String(value).padStart(2, "0");
	const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
	const allSyllables = syllables.split(" ");
	const others = namesBeyondAscii.split(" ");
	const allSources = sources.split(",");
	const allWords = words.split(" ");

	const name = (): string => {
		if (random() < 0.2) return pick(others);
		const text = pick(allSyllables) + pick(allSyllables) + (random() < 0.4 ? pick(allSyllables) : "");
		return text.charAt(0).toUpperCase() + text.slice(1);
	};
	const day = (): string => `20${two(10 + below(16))}-${two(1 + below(12))}-${two(1 + below(28))}`;
	const sentence = (length: number): string => {
		let text = pick(allWords);
		for (let word = 1; word < length; word++) {
			text += (random() < 0.06 ? ", " : random() < 0.04 ? "\n" : " ") + pick(allWords);
		}
		return random() < 0.05 ? `${text} "${pick(allWords)}"` : text;
	};
	const phrases = Array.from({ length: 300 }, () => sentence(5));
	let id = 554023000000000000n;
	return {
		id: () => {
			id += BigInt(1 + below(97));
			return String(id);
		},
		name,
		email: () => `${pick(allSyllables)}${pick(allSyllables)}${below(1000)}@example${below(50)}.com`,
		company: () => quoted(name() + pick([", Inc.", " LLC", " & Co", "", " GmbH", " Ltd"])),
		day,
		moment: () => `${day()}T${two(below(24))}:${two(below(60))}:${two(below(60))}+05:30`,
		owner: () => `5540230000000${10_000 + below(40) * 137}`,
		source: () => pick(allSources),
		amount: () => (random() * 1e6).toFixed(2),
		count: () => String(below(5000)),
		flag: () => String(random() < 0.5),
		phone: () => `+91 ${6_000_000_000 + below(4_000_000_000)}`,
		site: () => `https://www.example${below(500)}.com/`,
		sources: () => `${pick(allSources)};${pick(allSources)}`,
		percentage: () => (random() * 100).toFixed(1),
		number: () => `LD-${100_000 + below(900_000)}`,
		note: () => quoted(sentence(1 + below(3))),
		notes: () => quoted(`${pick(phrases)} ${pick(phrases)}`),
	};
}

type Kind = keyof ReturnType<typeof makeWriters>;

const dataTypes: Readonly<Record<Kind, DataType>> = {
	id: "bigint",
	name: "text",
	email: "email",
	company: "text",
	day: "date",
	moment: "datetime",
	owner: "owner",
	source: "picklist",
	amount: "currency",
	count: "integer",
	flag: "boolean",
	phone: "phone",
	site: "url",
	sources: "multi-select",
	percentage: "percent",
	number: "autonumber",
	note: "textarea",
	notes: "textarea",
};

const narrow: readonly Kind[] = ["name", "email", "company", "moment", "owner", "source", "amount", "flag", "note"];
const wide: readonly Kind[] = [
	...narrow.slice(0, -1),
	"notes",
	"name",
	"day",
	"owner",
	"phone",
	"site",
	"sources",
	"percentage",
	"number",
	"moment",
	"source",
	"owner",
	"count",
	"notes",
	"flag",
];

/** The columns of a narrow result with ten, or of a wide one with more. */
export function makeColumns(count: number): readonly MadeColumn[] {
	const random = makeRandom(42);
	const writers = makeWriters(random);
	const kinds = count === 10 ? narrow : wide;
	const column = (name: string, kind: Kind): MadeColumn => {
		const write = writers[kind];
		// A tenth of the cells is empty.
		return { name, dataType: dataTypes[kind], write: kind === "id" ? write : () => (random() < 0.1 ? "" : write()) };
	};
	const rest = Array.from({ length: count - 1 }, (_, index) => {
		const kind = kinds[index % kinds.length] ?? "name";
		return column(`${kind}_${index}`, kind);
	});
	return [column("Id", "id"), ...rest];
}

/** What was written. */
export interface WrittenFile {
	readonly csvBytes: number;
	readonly zipBytes: number;
}

type WriteZip = (content: AsyncIterable<Uint8Array>, options: ZipOptions) => AsyncIterable<Uint8Array>;

/**
 * Writes a result file.
 *
 * @param repeat - how often so many rows are written.
 */
export async function writeResult(
	path: string,
	columns: readonly MadeColumn[],
	rows: number,
	writeZip: WriteZip,
	repeat = 1,
): Promise<WrittenFile> {
	let csvBytes = 0;
	const encoder = new TextEncoder();
	async function* csv(): AsyncGenerator<Uint8Array> {
		yield encoder.encode(`${columns.map(({ name }) => name).join(",")}\n`);
		for (let time = 0; time < repeat; time++) yield* body();
	}
	async function* body(): AsyncGenerator<Uint8Array> {
		let text = "";
		for (let row = 0; row < rows; row++) {
			text += `${columns.map(({ write }) => write()).join(",")}\n`;
			if (text.length < 262_144 && row + 1 < rows) continue;
			const bytes = encoder.encode(text);
			csvBytes += bytes.length;
			text = "";
			yield bytes;
		}
	}
	const options: ZipOptions = { name: "result.csv", method: "deflate", dataDescriptor: true, modified: 0 };
	await pipeline(writeZip(csv(), options), createWriteStream(path));
	return { csvBytes, zipBytes: (await stat(path)).size };
}
