/** Something that is waited for, and until when. */
export interface Wait {
	/**
	 * What is waited for: the accounts server gives no token for a while (`"token limit"`), ten downloads have begun within a
	 * minute (`"download limit"`), Zoho asked to come back later (`"Retry-After"`), or something failed on the way or at the
	 * server and is tried again (`"fault"`).
	 */
	readonly for: "token limit" | "download limit" | "Retry-After" | "fault";
	/** When it ends, in milliseconds since 1970; `Infinity` where that depends on a request that is on its way. */
	readonly until: number;
}

/** Is told of each wait before it begins. */
export type OnWait = (wait: Wait) => void;
