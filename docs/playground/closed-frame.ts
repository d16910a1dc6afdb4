import { type Ask, askThrough } from "./ask.js";
import { element } from "./elements.js";
import {
	type Look,
	type Outcome,
	type RunState,
	readLook,
	readOutcome,
	readRunState,
	type Target,
} from "./messages.js";

/** Where user code runs: it has no access to the page or to storage, and can only send data. */
export interface ClosedFrame {
	look(script: string, target: Target): Promise<Look>;
	/** Exports the script's query from a sandbox. */
	run(script: string, report: (state: RunState) => void): Promise<Outcome>;
	/** Gives it the user's own modules. */
	lendModules(script: string): Promise<void>;
	/** Stops everything that runs there. */
	close(): void;
}

/**
 * Opens a frame with another origin that may only run scripts, and a worker in it. The page's content policy applies there
 * too, so that it cannot send requests or navigate.
 */
export async function openClosedFrame(): Promise<ClosedFrame> {
	const frame = document.createElement("iframe");
	frame.sandbox.add("allow-scripts");
	frame.hidden = true;
	frame.title = "Where queries run";
	frame.srcdoc = `<!DOCTYPE html><script>${element("frame").textContent}</script>`;
	const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
	document.body.append(frame);
	await loaded;
	const { port1, port2 } = new MessageChannel();
	// The frame's origin is opaque: no target but "*" matches it.
	frame.contentWindow?.postMessage(element("run-worker").textContent, "*", [port2]);
	const ask = askThrough(port1);
	return {
		look: async (script, target) => readLook(await ask("look", [script, target])),
		run: async (script, report) => readOutcome(await ask("run", [script], (state) => report(readRunState(state)))),
		lendModules: async (script) => {
			await ask("setModules", [script]);
		},
		close: () => {
			port1.close();
			frame.remove();
		},
	};
}

/** Starts the same worker outside the frame, for the builder and the import. User code never runs in this one. */
export function openDesk(): Ask {
	const source = new Blob([element("run-worker").textContent ?? ""], { type: "text/javascript" });
	const { port1, port2 } = new MessageChannel();
	new Worker(URL.createObjectURL(source)).postMessage(null, [port2]);
	return askThrough(port1);
}
