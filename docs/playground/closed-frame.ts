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

/** Where user code runs: no page, no storage, no way out but the data that it sends. */
export interface ClosedFrame {
	/** Builds the query of a script. */
	look(script: string, target: Target): Promise<Look>;
	/** Exports it from a sandbox. */
	run(script: string, report: (state: RunState) => void): Promise<Outcome>;
	/** Lends it the user's own modules. */
	lendModules(script: string): Promise<void>;
	/** Ends whatever runs there. */
	close(): void;
}

/**
 * Opens a frame of another origin that may run scripts and nothing else, with a worker in it. The page's content policy
 * holds there too: nothing is asked for, nothing is navigated to.
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
	// Another origin of the kind that has no name: "*" is the only address there is.
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

/** Starts the same worker beside the page, for what the user's own hands do: user code never runs in this one. */
export function openDesk(): Ask {
	const source = new Blob([element("run-worker").textContent ?? ""], { type: "text/javascript" });
	const { port1, port2 } = new MessageChannel();
	new Worker(URL.createObjectURL(source)).postMessage(null, [port2]);
	return askThrough(port1);
}
