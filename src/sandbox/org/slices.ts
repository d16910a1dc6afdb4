/** Work that can be interrupted: wherever it yields, other requests may have their turn. */
export type Work<Result> = Generator<unknown, Result, void>;

/** Does work in one go. */
export function atOnce<Result>(work: Work<Result>): Result {
	for (;;) {
		const step = work.next();
		if (step.done) return step.value;
	}
}

/** Far below the 50 ms that the request of another client may have to wait. */
const sliceLength = 8;

/** How much work is under way in slices. */
let underWay = 0;

/** Does work a few milliseconds at a time, and lets everything else run in between. */
export async function inSlices<Result>(work: Work<Result>): Promise<Result> {
	underWay++;
	try {
		let pauseAt = performance.now() + sliceLength;
		for (;;) {
			const step = work.next();
			if (step.done) return step.value;
			if (performance.now() < pauseAt) continue;
			await turn();
			pauseAt = performance.now() + sliceLength;
		}
	} finally {
		underWay--;
	}
}

/** Lets everything run that is ready to run, and work in slices come to its end. */
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
