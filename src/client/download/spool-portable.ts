import type { Spool } from "./spool.js";

/** Keeps a file in memory: without `node:fs`, there is no other place. */
export async function openSpool(): Promise<Spool> {
	let parts: Uint8Array[] = [];
	return {
		write: async (part) => {
			parts.push(part.slice());
		},
		read: () => {
			let at = 0;
			return new ReadableStream<Uint8Array>(
				{
					pull: (controller) => {
						const part = parts[at];
						at += 1;
						if (part === undefined) controller.close();
						else controller.enqueue(part);
					},
				},
				{ highWaterMark: 0 },
			);
		},
		close: async () => {
			parts = [];
		},
	};
}
