/** What the command cannot do, in a paragraph that says what to do instead. It is shown without a stack. */
export class CommandError extends Error {
	override readonly name = "CommandError";
	/** What kind of mistake it is, for programs: the name of the error that it tells of, if one. */
	readonly kind: string;

	constructor(message: string, kind = "CommandError") {
		super(message);
		this.kind = kind;
	}
}
