/**
 * Exports to files, for runtimes with a file system: Node, Bun and Deno.
 *
 * @packageDocumentation
 */
export { type ExportFormat, exportFormats } from "./export-format.js";
export {
	discardExport,
	type ExportedFile,
	exportToFile,
	type FileExportOptions,
	type StreamExportOptions,
} from "./export-to-file.js";
export { FileExportError, type FileExportProblem } from "./file-export-error.js";
export type { FileExportProgress } from "./file-export-progress.js";
