import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Spool } from "./spool.js";

/** How much is read at once. */
const partLength = 65_536;

/**
 * Keeps a file in the folder for temporary files, readable only by its owner. If the system allows, its name is removed
 * before the first byte is written, so that nothing remains however the process ends.
 */
export async function openSpool(): Promise<Spool> {
	const folder = await mkdtemp(join(tmpdir(), "zoho-bulk-read-"));
	const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
	let file: FileHandle;
	try {
		file = await open(join(folder, "result.zip"), "wx+", 0o600);
	} catch (error) {
		await remove();
		throw error;
	}
	// Windows does not remove open files; there it goes when it is closed.
	await remove().catch(() => {});
	return {
		write: async (part) => {
			for (let at = 0; at < part.byteLength; ) at += (await file.write(part, at)).bytesWritten;
		},
		read: () => {
			let position = 0;
			return new ReadableStream<Uint8Array>(
				{
					pull: async (controller) => {
						const { bytesRead, buffer } = await file.read(new Uint8Array(partLength), 0, partLength, position);
						position += bytesRead;
						if (bytesRead === 0) controller.close();
						else controller.enqueue(buffer.subarray(0, bytesRead));
					},
				},
				{ highWaterMark: 0 },
			);
		},
		close: async () => {
			await file.close();
			await remove();
		},
	};
}
