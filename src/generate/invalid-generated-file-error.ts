/** Thrown if a generated file cannot be read back, because it was edited or cut short. */
export class InvalidGeneratedFileError extends Error {
	override readonly name = "InvalidGeneratedFileError";
	/** The file's path, as it was given. */
	readonly path: string;

	/**
	 * @param path - the file's path.
	 * @param problem - what cannot be read, as a sentence.
	 */
	constructor(path: string, problem: string) {
		super(`${path} was changed after it was generated: ${problem} Generate it again.`);
		this.path = path;
	}
}
