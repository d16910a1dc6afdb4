import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

const inTemporaryFolder = <Result>(use: (folder: string) => Result): Result => {
	const folder = mkdtempSync(join(tmpdir(), "archives-"));
	try {
		return use(folder);
	} finally {
		rmSync(folder, { recursive: true });
	}
};

/** Runs `zip` on files whose sizes are known, so that the archive has the sizes before the data. */
export function zipFiles(files: Readonly<Record<string, string | Uint8Array>>, ...options: string[]): Uint8Array {
	return inTemporaryFolder((folder) => {
		for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
		execFileSync("zip", ["-q", "-X", ...options, "made.zip", ...Object.keys(files)], { cwd: folder });
		return new Uint8Array(readFileSync(join(folder, "made.zip")));
	});
}

/** Made by `zip` from a pipe into a pipe: checksum and sizes stand behind the data. */
export function zipPiped(content: string | Uint8Array): Uint8Array {
	return new Uint8Array(execFileSync("zip", ["-q", "-", "-"], { input: content, maxBuffer: 2 ** 28 }));
}

/** Made here, for tests of what is in an archive: starting a program for each takes longer than reading it. */
export function zipped(content: string | Uint8Array): Uint8Array {
	return handMade(content, { signed: true, large: false });
}

/** Made by Python's `zipfile`, by a program that knows `content` and `zipfile` and gives the archive as `archive`. */
function python(program: string, content: string | Uint8Array): Uint8Array {
	const whole = `import io, sys, zipfile\ncontent = sys.stdin.buffer.read()\n${program}`;
	return new Uint8Array(execFileSync("python3", ["-c", whole], { input: content, maxBuffer: 2 ** 28 }));
}

const inMemory = (write: string): string =>
	`file = io.BytesIO()\nwith zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:\n    ${write}\nsys.stdout.buffer.write(file.getvalue())`;

/** Into a pipe, in which nothing can be written later: checksum and sizes stand behind the data. */
const intoPipe = (write: string, method: string): string =>
	`with zipfile.ZipFile(sys.stdout.buffer, "w", zipfile.${method}) as archive:\n    ${write}`;

const write = 'archive.writestr("result.csv", content)';
const writeLarge = 'with archive.open("result.csv", "w", force_zip64=True) as entry: entry.write(content)';

/** Archives of one file by writers that differ in everything that a writer may choose. */
export const writers: Readonly<Record<string, (content: string | Uint8Array) => Uint8Array>> = {
	zip: (content) => zipFiles({ "result.csv": content }),
	"zip, stored": (content) => zipFiles({ "result.csv": content }, "-0"),
	"zip, with a comment": (content) =>
		inTemporaryFolder((folder) => {
			writeFileSync(join(folder, "result.csv"), content);
			execFileSync("zip", ["-q", "made.zip", "result.csv"], { cwd: folder });
			execFileSync("zip", ["-q", "-z", "made.zip"], { cwd: folder, input: "A comment\nof two lines" });
			return new Uint8Array(readFileSync(join(folder, "made.zip")));
		}),
	"zip, piped": zipPiped,
	"zip, piped as ZIP64": (content) => new Uint8Array(execFileSync("zip", ["-q", "-fz", "-", "-"], { input: content })),
	zipfile: (content) => python(inMemory(write), content),
	"zipfile as ZIP64": (content) => python(inMemory(writeLarge), content),
	"zipfile, piped": (content) => python(intoPipe(write, "ZIP_DEFLATED"), content),
	"zipfile, piped as ZIP64": (content) => python(intoPipe(writeLarge, "ZIP_DEFLATED"), content),
	"descriptor of 12 bytes": (content) => handMade(content, { signed: false, large: false }),
	"descriptor of 16 bytes": (content) => handMade(content, { signed: true, large: false }),
	"descriptor of 20 bytes": (content) => handMade(content, { signed: false, large: true }),
	"descriptor of 24 bytes": (content) => handMade(content, { signed: true, large: true }),
	"ZIP64 throughout": (content) => handMade(content, { signed: true, large: true, directory64: true }),
};

/** Stored into a pipe, so that nothing tells where the data ends but the archive's directory. */
export function storedIntoPipe(content: string): Uint8Array {
	return python(intoPipe(write, "ZIP_STORED"), content);
}

interface Form {
	/** Whether the data descriptor has a signature. */
	readonly signed: boolean;
	/** Whether the data descriptor has its sizes in 8 bytes. */
	readonly large: boolean;
	/** Whether sizes, offset and count stand in the large forms of the directory. */
	readonly directory64?: boolean;
}

/** Byte by byte after PKWARE's APPNOTE, for forms that no writer at hand makes. */
function handMade(content: string | Uint8Array, { signed, large, directory64 = false }: Form): Uint8Array {
	const bytes = Buffer.from(content);
	const data = deflateRawSync(bytes);
	const crc = crc32(bytes);
	const name = Buffer.from("result.csv");
	const common = fields([2, 45], [2, 8], [2, 8], [2, 0], [2, 0]);
	const local = Buffer.concat([
		fields([4, 0x04034b50]),
		common,
		fields([4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]),
		name,
	]);
	const sizeLength = large ? 8 : 4;
	const descriptor = Buffer.concat([
		signed ? fields([4, 0x08074b50]) : Buffer.alloc(0),
		fields([4, crc], [sizeLength, data.length], [sizeLength, bytes.length]),
	]);
	const extra = directory64 ? fields([2, 1], [2, 24], [8, bytes.length], [8, data.length], [8, 0]) : Buffer.alloc(0);
	const size = (length: number): number => (directory64 ? 0xffffffff : length);
	const directory = Buffer.concat([
		fields([4, 0x02014b50], [2, 45]),
		common,
		fields([4, crc], [4, size(data.length)], [4, size(bytes.length)], [2, name.length], [2, extra.length]),
		fields([2, 0], [2, 0], [2, 0], [4, 0], [4, size(0)]),
		name,
		extra,
	]);
	const offset = local.length + data.length + descriptor.length;
	const end64 = Buffer.concat([
		fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, 1], [8, 1]),
		fields([8, directory.length], [8, offset]),
		fields([4, 0x07064b50], [4, 0], [8, offset + directory.length], [4, 1]),
	]);
	const count = directory64 ? 0xffff : 1;
	const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size(directory.length)]);
	return new Uint8Array(
		Buffer.concat([
			local,
			data,
			descriptor,
			directory,
			directory64 ? end64 : Buffer.alloc(0),
			end,
			fields([4, size(offset)], [2, 0]),
		]),
	);
}

/** Writes numbers in this many bytes each, the lowest byte first. */
function fields(...numbers: readonly (readonly [length: 2 | 4 | 8, value: number])[]): Buffer {
	return Buffer.concat(
		numbers.map(([length, value]) => {
			const field = Buffer.alloc(8);
			field.writeBigUInt64LE(BigInt(value));
			return field.subarray(0, length);
		}),
	);
}
