export interface Question {
	readonly id: number;
	readonly method: string;
	readonly given: readonly unknown[];
}

/** Asks the other end of a port. The answer cannot be trusted, but it is only data: functions cannot cross a port. */
export type Ask = (method: string, given: readonly unknown[], onReport?: (report: unknown) => void) => Promise<unknown>;

interface Waiting {
	readonly resolve: (value: unknown) => void;
	readonly reject: (error: Error) => void;
	readonly onReport: ((report: unknown) => void) | undefined;
}

/**
 * Sends questions as messages. We do not use comlink, because user code may be at the other end: with comlink it could reach a
 * function of the page, with it the function's `constructor`, and so the whole page.
 */
export function askThrough(port: MessagePort): Ask {
	const waiting = new Map<unknown, Waiting>();
	let last = 0;
	port.onmessage = ({ data }: MessageEvent<unknown>) => {
		if (typeof data !== "object" || data === null) return;
		const { id, kind, value } = data as Readonly<Record<string, unknown>>;
		const asked = waiting.get(id);
		if (asked === undefined) return;
		if (kind === "report") {
			asked.onReport?.(value);
			return;
		}
		waiting.delete(id);
		if (kind === "answer") asked.resolve(value);
		else asked.reject(new Error(typeof value === "string" ? value : "It failed."));
	};
	return (method, given, onReport) =>
		new Promise((resolve, reject) => {
			last++;
			waiting.set(last, { resolve, reject, onReport });
			port.postMessage({ id: last, method, given } satisfies Question);
		});
}

/** Answers the questions of {@link askThrough}. A method gets a function for progress reports as its last argument. */
export function answerThrough(
	port: MessagePort,
	methods: Readonly<Record<string, (...given: readonly never[]) => unknown>>,
): void {
	port.onmessage = async ({ data }: MessageEvent<Question>) => {
		const { id, method, given } = data;
		const report = (value: unknown): void => port.postMessage({ id, kind: "report", value });
		try {
			const value = await methods[method]?.(...([...given, report] as never[]));
			port.postMessage({ id, kind: "answer", value });
		} catch (error) {
			port.postMessage({ id, kind: "failure", value: error instanceof Error ? error.message : String(error) });
		}
	};
}
