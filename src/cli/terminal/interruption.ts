/** A run that a person can interrupt. */
export interface Interruptible {
	/** Aborted by the first Ctrl-C, or by SIGTERM. */
	readonly signal: AbortSignal;
	/** Stops listening: the next Ctrl-C ends the process at once. */
	release(): void;
}

/** Lets the first Ctrl-C (or SIGTERM) end the work cleanly; the second ends the process as usual. */
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
