import { type PoolOptions, ThreadsPoolWorker, type WorkerRequest } from "vitest/node";

type Listener = (message: unknown) => void;

/** After this many mutants a new thread starts, and what tests left behind, such as servers, ends with the old one. */
const mostRuns = 100;

let thread: ThreadsPoolWorker | undefined;
let startMessage: (WorkerRequest & { type: "start" }) | undefined;
let runs = 0;

/**
 * A thread of Vitest that survives its run. Vitest starts a thread for each run, and Stryker a run for each mutant: most of the
 * time would go to loading the same source again.
 */
export class KeptThread extends ThreadsPoolWorker {
	static readonly pool = "kept-thread";
	override readonly name: string = KeptThread.pool;
	readonly #thread: ThreadsPoolWorker;
	readonly #listeners: (readonly [event: string, listener: Listener])[] = [];

	constructor(options: PoolOptions) {
		super(options);
		if (runs++ % mostRuns === 0) {
			void thread?.stop();
			thread = undefined;
			startMessage = undefined;
		}
		thread ??= new ThreadsPoolWorker(options);
		this.#thread = thread;
	}

	override async start(): Promise<void> {
		if (startMessage === undefined) await this.#thread.start();
	}

	override on(event: string, listener: Listener): void {
		this.#listeners.push([event, listener]);
		this.#thread.on(event, listener);
	}

	override off(event: string, listener: Listener): void {
		this.#thread.off(event, listener);
	}

	override send(message: WorkerRequest): void {
		if (message.type === "stop") {
			this.#answer("stopped");
		} else if (message.type === "start" && startMessage !== undefined) {
			startMessage = message;
			this.#answer("started");
		} else if (message.type === "run") {
			// A thread gets some settings only when it starts, such as the names of the tests to run: they are the first run's.
			const context = { ...startMessage?.context, ...message.context };
			this.#thread.send({ ...message, context } as WorkerRequest);
		} else {
			if (message.type === "start") startMessage = message;
			this.#thread.send(message);
		}
	}

	override async stop(): Promise<void> {
		for (const [event, listener] of this.#listeners) this.#thread.off(event, listener);
	}

	#answer(type: string): void {
		queueMicrotask(() => {
			for (const [event, listener] of this.#listeners) {
				if (event === "message") listener({ type, __vitest_worker_response__: true });
			}
		});
	}
}
