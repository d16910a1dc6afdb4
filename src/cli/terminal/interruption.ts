/** A run that a person may interrupt. */
export interface Interruptible {
	/** Aborted by the first Ctrl-C, or by SIGTERM. */
	readonly signal: AbortSignal;
	/** Listens no longer: the next Ctrl-C ends the process at once. */
	release(): void;
}

/** Lets the first Ctrl-C (or SIGTERM) end the work in good order; the second ends the process as it always does. */
export function listenForInterruption(): Interruptible {
	const controller = new AbortController();
	const signals = ["SIGINT", "SIGTERM"] as const;
	const release = (): void => {
		for (const name of signals) process.off(name, stop);
	};
	const stop = (): void => {
		release();
		controller.abort();
	};
	for (const name of signals) process.on(name, stop);
	return { signal: controller.signal, release };
}
