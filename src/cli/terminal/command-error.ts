/** What the command cannot do, in a paragraph that says what to do instead. It is shown without a stack. */
export class CommandError extends Error {
	override readonly name = "CommandError";
}
