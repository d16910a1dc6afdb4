import type { ByteSink } from "./byte-sink.js";
import type { ExportFormat } from "./export-format.js";
import { FileExportError } from "./file-export-error.js";
import type { KeptExport } from "./kept-export.js";

/** The output of an export. */
export interface ExportOutput {
	readonly format: ExportFormat;
	/** Bytes that are written and good. */
	readonly size: number;
	/** Whether a damaged page can be written again. */
	readonly canRewrite: boolean;
	/** Starts a page, again if necessary: what was written of it is removed. */
	beginPage(page: number): Promise<void>;
	write(bytes: Uint8Array): Promise<void>;
	/**
	 * Ends a page: what was written of it is good, and on disk.
	 *
	 * @param isLast - whether no further one will be written.
	 */
	endPage(isLast: boolean): Promise<void>;
	/** Stores a checkpoint beside the file. */
	keep(kept: KeptExport): Promise<void>;
	/**
	 * Ends the export: it is complete.
	 *
	 * @returns the files that it wrote, if any.
	 */
	finish(kept: KeptExport): Promise<readonly string[]>;
	/** Leaves the export, to be resumed later. */
	leave(kept: KeptExport): Promise<void>;
}

/** A stream: nothing can be taken back, and nothing is stored. */
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
			const sentence = `${name} has the archive of one page, but there are more, and archives cannot be joined. Export to a .zip file, which gets another one beside it for each further page, or choose a single page.`;
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
