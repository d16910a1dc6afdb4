import { findDestination } from "./destination.js";
import { replaceFile } from "./replace-file.js";
import { inWords } from "./system-error.js";

/**
 * Writes a text to a path by the rules of exports: a file is complete or as before, links are followed, and pipes and
 * devices are written to directly.
 *
 * @throws {@link FileExportError}
 */
export async function writeWhole(path: string, text: string): Promise<void> {
	const destination = await findDestination(path);
	if (destination.kind === "file") {
		await inWords("write", path, () => replaceFile(destination.path, text));
		return;
	}
	const sink = await inWords("destination", path, () => destination.open(undefined));
	await sink.write(new TextEncoder().encode(text)).finally(() => sink.close());
}
