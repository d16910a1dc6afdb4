/** An option that cannot be used: a programmer's mistake, thrown before anything is sent. */
export class InvalidOptionError extends TypeError {
	override readonly name = "InvalidOptionError";
	/** The option's name. */
	readonly option: string;

	/** The value that was given is part of the sentence only if it is not a secret. */
	constructor(option: string, sentence: string) {
		super(`${option}: ${sentence}`);
		this.option = option;
	}
}
