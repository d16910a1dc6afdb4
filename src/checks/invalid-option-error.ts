/** An option of the client that cannot be worked with. A programmer's mistake: it is thrown before anything is sent. */
export class InvalidOptionError extends TypeError {
	override readonly name = "InvalidOptionError";
	/** The option's name. */
	readonly option: string;

	/** What was given is part of the sentence only where it is no secret. */
	constructor(option: string, sentence: string) {
		super(`${option}: ${sentence}`);
		this.option = option;
	}
}
