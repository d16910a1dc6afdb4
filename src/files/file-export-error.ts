/**
 * What an export to a file cannot do:
 *
 * - `"destination"`: nothing can be written there; found before anything is sent.
 * - `"busy"`: another export writes this file now.
 * - `"unfinished"`: an export to this file was begun and not ended. Go on with it, or discard it.
 * - `"mismatch"`: what was begun is another export than this one.
 * - `"broken"`: what an unfinished export left is damaged or gone, so nothing can go on from it.
 * - `"write"`: the system stopped the writing, as a full disk does. What was done is kept.
 */
export type FileExportProblem = "destination" | "busy" | "unfinished" | "mismatch" | "broken" | "write";

/** An export could not be written to its file. The message says what to do; the file at the path is as it was before. */
export class FileExportError extends Error {
	override readonly name = "FileExportError";
	/** What is in the way. */
	readonly problem: FileExportProblem;
	/** The file that it is about: the export's own, or one beside it. */
	readonly path: string;

	constructor(problem: FileExportProblem, path: string, sentence: string, cause?: unknown) {
		super(sentence, cause === undefined ? {} : { cause });
		this.problem = problem;
		this.path = path;
	}
}
