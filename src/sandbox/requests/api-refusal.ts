import { errorCodes, type KnownErrorCode } from "../../facts/error-codes.js";

/** What a refusal says besides its code. */
export interface RefusalParts {
	/** The values for each `%s` and `%d` of the code's message, in order. */
	readonly say?: readonly (string | number)[];
	readonly details?: unknown;
	/** The sandbox's own words, for a code whose message no source shows. */
	readonly note?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** An error as the API writes it. */
export interface ErrorDocument {
	/** The API's code. */
	readonly code: string;
	/** Further details from the API; their shape depends on the code. */
	readonly details: unknown;
	/** The API's message. */
	readonly message: string;
	/** Always an error. */
	readonly status: "error";
}

/** A request that the sandbox refuses: thrown where the mistake is found, answered in one place. */
export class ApiRefusal extends Error {
	override readonly name = "ApiRefusal";
	readonly code: KnownErrorCode;
	readonly details: unknown;
	readonly headers: Readonly<Record<string, string>>;

	constructor(code: KnownErrorCode, parts: RefusalParts = {}) {
		super(writeMessage(code, parts));
		this.code = code;
		this.details = parts.details ?? {};
		this.headers = parts.headers ?? {};
	}

	/** HTTP status of the answer. */
	get status(): number {
		return errorCodes[this.code].status;
	}

	/** The error as the API writes it. */
	toJSON(): ErrorDocument {
		return { code: this.code, details: this.details, message: this.message, status: "error" };
	}
}

function writeMessage(code: KnownErrorCode, { say = [], note }: RefusalParts): string {
	const { message } = errorCodes[code];
	if (message === undefined) return `[sandbox: Zoho's message for this code is unknown] ${note ?? code}`;
	let next = 0;
	return message.replace(/%[sd]/g, (placeholder) => String(say[next++] ?? placeholder));
}
