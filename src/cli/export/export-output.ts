import { once } from "node:events";
import { extname } from "node:path";
import { PartialFile, removePartial } from "../files/partial-file.js";
import { dropCheckpoint, type ExportCheckpoint, hasCheckpoint, keepCheckpoint } from "./export-checkpoint.js";
import type { ExportFormat } from "./export-format.js";

/** Where an export is written. */
export interface ExportOutput {
	readonly format: ExportFormat;
	/** Bytes that are written and good. */
	readonly size: number;
	/** Whether a page that was damaged can be written again. */
	readonly canRewrite: boolean;
	/** Begins a page, again if need be: what was written of it is taken back. */
	beginPage(page: number): Promise<void>;
	write(bytes: Uint8Array): Promise<void>;
	/** Ends a page: what was written of it is good, and on the disk. */
	endPage(): Promise<void>;
	/** Keeps a checkpoint beside what was written. */
	keep(checkpoint: ExportCheckpoint): Promise<void>;
	/** Ends the export: it is whole. */
	finish(): Promise<void>;
	/** Leaves the export, to go on with later. */
	leave(): Promise<void>;
}

/** One file for all pages: written aside, and whole when it stands at its place. */
export async function fileOutput(path: string, format: ExportFormat, from: ExportCheckpoint): Promise<ExportOutput> {
	let size = from.size;
	const file = await PartialFile.open(path, size);
	return {
		format,
		get size(): number {
			return size;
		},
		canRewrite: true,
		beginPage: () => file.cutTo(size),
		write: (bytes) => file.write(bytes),
		endPage: async () => {
			await file.sync();
			size = file.size;
		},
		keep: (checkpoint) => keepCheckpoint(path, checkpoint),
		finish: async () => {
			await file.finish();
			await dropCheckpoint(path);
		},
		leave: async () => {
			await file.close();
			if (!(await hasCheckpoint(path))) await removePartial(path);
		},
	};
}

/** A file for each page, since archives cannot be joined: `out.zip` for the first, `out-page2.zip` and so on. */
export function filePerPageOutput(path: string, format: ExportFormat, from: ExportCheckpoint): ExportOutput {
	let begun: { readonly path: string; readonly file: PartialFile } | undefined;
	const leave = async (): Promise<void> => {
		await begun?.file.close();
		if (begun !== undefined) await removePartial(begun.path);
		begun = undefined;
	};
	return {
		format,
		size: 0,
		canRewrite: true,
		beginPage: async (page) => {
			await leave();
			const at = page === from.firstPage ? path : pagePath(path, page);
			begun = { path: at, file: await PartialFile.open(at, 0) };
		},
		write: async (bytes) => begun?.file.write(bytes),
		endPage: async () => {
			await begun?.file.finish();
			begun = undefined;
		},
		keep: (checkpoint) => keepCheckpoint(path, checkpoint),
		finish: () => dropCheckpoint(path),
		leave,
	};
}

function pagePath(path: string, page: number): string {
	const extension = extname(path);
	return `${path.slice(0, path.length - extension.length)}-page${page}${extension}`;
}

/** Standard output: nothing can be taken back, and nothing is kept. */
export function streamOutput(stream: NodeJS.WritableStream, format: ExportFormat): ExportOutput {
	const nothing = async (): Promise<void> => {};
	return {
		format,
		size: 0,
		canRewrite: false,
		beginPage: nothing,
		write: async (bytes) => {
			if (!stream.write(bytes)) await once(stream, "drain");
		},
		endPage: nothing,
		keep: nothing,
		finish: nothing,
		leave: nothing,
	};
}
