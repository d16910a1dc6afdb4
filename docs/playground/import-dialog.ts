import type { Ask } from "./ask.js";
import { element } from "./elements.js";
import type { Imported } from "./import-text.js";

/** The possible results of an import. */
export interface ImportEvents {
	readonly onQuery: (text: string) => void;
	readonly onModules: (source: string) => Promise<void>;
	readonly onForget: () => void;
}

export function connectImport(desk: () => Ask, { onQuery, onModules, onForget }: ImportEvents): void {
	const dialog = element<HTMLDialogElement>("import-dialog");
	const mistake = element("import-mistake");
	const text = element<HTMLTextAreaElement>("import-text");
	element("import").addEventListener("click", () => openImport());
	element("import-forget").addEventListener("click", () => {
		onForget();
		dialog.close();
	});
	element("import-use").addEventListener("click", async () => {
		try {
			const module = element<HTMLInputElement>("import-module").value.trim();
			const imported = (await desk()("importText", [text.value, module])) as Imported;
			mistake.textContent = "";
			dialog.close();
			if ("query" in imported) onQuery(imported.query);
			else await onModules(imported.modules);
		} catch (error) {
			mistake.textContent = error instanceof Error ? error.message : String(error);
		}
	});
}

/** Opens the import, with a text that was pasted elsewhere. */
export function openImport(text?: string): void {
	if (text !== undefined) element<HTMLTextAreaElement>("import-text").value = text;
	const module = element<HTMLInputElement>("import-module");
	if (module.value === "") module.value = element<HTMLSelectElement>("b-module").value;
	element<HTMLDialogElement>("import-dialog").showModal();
}
