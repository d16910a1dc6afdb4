/** A wait, and its end. */
export interface Wait {
	/**
	 * The reason: the accounts server gives no token for a while (`"token limit"`), ten downloads have started within a
	 * minute (`"download limit"`), Zoho asked to come back later (`"Retry-After"`), or something failed in transit or
	 * at the server and is retried (`"fault"`).
	 */
	readonly for: "token limit" | "download limit" | "Retry-After" | "fault";
	/** When it ends, in milliseconds since 1970; `Infinity` if that depends on a request under way. */
	readonly until: number;
}

/** Called before each wait. */
export type OnWait = (wait: Wait) => void;
