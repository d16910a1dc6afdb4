import type { ByteSink } from "./byte-sink.js";
import type { ExportFormat } from "./export-format.js";
import { FileExportError } from "./file-export-error.js";
import type { KeptExport } from "./kept-export.js";

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
	/**
	 * Ends a page: what was written of it is good, and on the disk.
	 *
	 * @param isLast - whether no further one is written.
	 */
	endPage(isLast: boolean): Promise<void>;
	/** Keeps a checkpoint beside what was written. */
	keep(kept: KeptExport): Promise<void>;
	/**
	 * Ends the export: it is whole.
	 *
	 * @returns the files, where it wrote any.
	 */
	finish(kept: KeptExport): Promise<readonly string[]>;
	/** Leaves the export, to go on with later. */
	leave(kept: KeptExport): Promise<void>;
}

/** A stream: nothing can be taken back, and nothing is kept. */
export function streamOutput(sink: ByteSink, format: ExportFormat, name: string): ExportOutput {
	const nothing = async (): Promise<void> => {};
	return {
		format,
		size: 0,
		canRewrite: false,
		beginPage: nothing,
		write: (bytes) => sink.write(bytes),
		endPage: async (isLast) => {
			if (isLast || format !== "zip") return;
			const sentence = `${name} has the archive of one page, and there are more: archives cannot be joined. Export to a .zip file, which gets one beside it for each further page, or say which page you want.`;
			throw new FileExportError("destination", name, sentence);
		},
		keep: nothing,
		finish: async () => {
			await sink.close();
			return [];
		},
		leave: () => sink.close(),
	};
}
