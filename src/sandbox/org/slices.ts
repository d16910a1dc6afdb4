/** Work that can be interrupted: wherever it yields, other requests can have their turn. */
export type Work<Result> = Generator<unknown, Result, void>;

/** Does work in one go. */
export function atOnce<Result>(work: Work<Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

/** Far below the 50 ms that another client's request may have to wait. */
const sliceLength = 8;

/**
 * Makes a function to call after each step of long work: every few milliseconds it lets everything else run; otherwise
 * it returns at once.
 */
export function makeBreaks(): () => Promise<void> | undefined {
	let dueAt = performance.now() + sliceLength;
	return () => {
		if (performance.now() < dueAt) return undefined;
		return turn().then(() => {
			dueAt = performance.now() + sliceLength;
		});
	};
}

/** How much sliced work is under way. */
let underWay = 0;

/** Does work a few milliseconds at a time, and lets everything else run in between. */
export async function inSlices<Result>(work: Work<Result>): Promise<Result> {
	const takeBreak = makeBreaks();
	underWay++;
	try {
		for (;;) {
			const step = work.next();
			if (step.done) return step.value;
			const pause = takeBreak();
			if (pause !== undefined) await pause;
		}
	} finally {
		underWay--;
	}
}

/** Lets everything run that is ready, and sliced work finish. */
export async function idle(): Promise<void> {
	do await turn();
	while (underWay > 0);
}

function turn(): Promise<void> {
	return new Promise((resolve) => {
		if (typeof setImmediate === "function") setImmediate(resolve);
		else setTimeout(resolve, 0);
	});
}
