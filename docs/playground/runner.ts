import { type ClosedFrame, openClosedFrame } from "./closed-frame.js";
import type { Look, Outcome, RunState, Target } from "./messages.js";

/** Milliseconds in which a query must be built. */
const patience = 2_000;

/** Runs user code in a closed frame. Each restart replaces the frame, with whatever user code has done to it. */
export interface Runner {
	/** Builds the query of a script. A script that does not end is stopped. */
	look(script: string, target: Target): Promise<Look>;
	run(script: string, report: (state: RunState) => void): Promise<Outcome>;
	/** Starts with a new frame, with or without the user's own modules. */
	restart(modules: string | undefined): void;
}

export function startRunner(): Runner {
	let lent: string | undefined;
	let interrupt = (_: Error): void => {};
	const open = async (): Promise<ClosedFrame> => {
		const opened = await openClosedFrame();
		if (lent !== undefined) await opened.lendModules(lent);
		return opened;
	};
	let frame = open();
	const restart = (): void => {
		interrupt(new Error("It was stopped."));
		void frame.then((old) => old.close());
		frame = open();
	};
	return {
		look: async (script, target) => {
			const current = frame;
			const { look } = await current;
			let timer: ReturnType<typeof setTimeout> | undefined;
			const late = new Promise<"late">((resolve) => {
				timer = setTimeout(() => resolve("late"), patience);
			});
			const found = await Promise.race([look(script, target), late]);
			clearTimeout(timer);
			if (found !== "late") return found;
			if (current === frame) restart();
			const message = `It took longer than ${patience / 1000} seconds, and was stopped.`;
			return { mistake: { message, isPlain: true } };
		},
		run: async (script, report) => {
			const { run } = await frame;
			const interrupted = new Promise<never>((_, reject) => {
				interrupt = reject;
			});
			return Promise.race([run(script, report), interrupted]);
		},
		restart: (modules) => {
			lent = modules;
			restart();
		},
	};
}
