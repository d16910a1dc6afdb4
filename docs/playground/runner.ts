import { type ClosedFrame, openClosedFrame } from "./closed-frame.js";
import type { Look, Outcome, RunState, Target } from "./messages.js";

/** Milliseconds that a query may take to be built. */
const patience = 2_000;

/** The closed frame that there is at the moment. It is thrown away with whatever user code did to it. */
export interface Runner {
	/** Builds the query of a script; a script that does not end is stopped. */
	look(script: string, target: Target): Promise<Look>;
	/** Exports it. */
	run(script: string, report: (state: RunState) => void): Promise<Outcome>;
	/** Begins anew, with the user's own modules or without any. */
	restart(modules: string | undefined): void;
}

/** Opens the first closed frame. */
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
