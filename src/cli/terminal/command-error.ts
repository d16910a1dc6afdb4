/** Something that the command cannot do, in a paragraph that says what to do instead. Shown without a stack. */
export class CommandError extends Error {
	override readonly name = "CommandError";
	/** The kind of error, for programs: the name of the error that it reports, if any. */
	readonly kind: string;

	constructor(message: string, kind = "CommandError") {
		super(message);
		this.kind = kind;
	}
}
