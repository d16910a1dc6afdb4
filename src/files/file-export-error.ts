/**
 * Why an export to a file failed:
 *
 * - `"destination"`: nothing can be written there; found before anything is sent.
 * - `"busy"`: another export is writing this file.
 * - `"unfinished"`: an export to this file was started but not finished. Resume or discard it.
 * - `"mismatch"`: the unfinished export is a different one.
 * - `"broken"`: the files of an unfinished export are damaged or gone, so it cannot be resumed.
 * - `"write"`: the system stopped the writing, for example because the disk is full. What was done is kept.
 */
export type FileExportProblem = "destination" | "busy" | "unfinished" | "mismatch" | "broken" | "write";

/** An export could not be written to its file. The message says what to do; the file at the path is as it was before. */
export class FileExportError extends Error {
	override readonly name = "FileExportError";
	/** The reason. */
	readonly problem: FileExportProblem;
	/** The file in question: the export's own, or one beside it. */
	readonly path: string;

	constructor(problem: FileExportProblem, path: string, sentence: string, cause?: unknown) {
		super(sentence, cause === undefined ? {} : { cause });
		this.problem = problem;
		this.path = path;
	}
}
