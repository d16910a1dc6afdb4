import type { Job } from "../../job/any-job.js";

/** A checkpoint without a seal, or with an outdated one. */
export type Draft<Sealed extends { readonly seal: string }> = Sealed extends unknown
	? Omit<Sealed, "seal"> & { readonly seal?: string }
	: never;

/** Seals a checkpoint: changing it afterwards breaks the seal. */
export function seal<Sealed extends { readonly seal: string }>(draft: Draft<Sealed>): Sealed {
	// The compiler does not see that a draft plus a seal is a checkpoint again.
	return { ...draft, seal: sealOf(draft) } as unknown as Sealed;
}

/** The right seal. */
export function sealOf(draft: object): string {
	return digest({ ...draft, seal: undefined });
}

/**
 * A short text that differs if two jobs' queries do, regardless of page, callback and the order of keys.
 */
export function fingerprint(job: Job<unknown>): string {
	const { query, file_type } = job.toJSON();
	return digest({ ...query, page: undefined, file_type });
}

/** FNV-1a in two halves, of the JSON with its keys in order; it guards against mistakes, not against malice. */
function digest(document: object): string {
	const text = JSON.stringify(document, (_key, value: unknown) =>
		typeof value === "object" && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
			: value,
	);
	let forwards = 0x811c9dc5;
	let backwards = 0x811c9dc5;
	for (let at = 0; at < text.length; at += 1) {
		forwards = Math.imul(forwards ^ text.charCodeAt(at), 0x01000193);
		backwards = Math.imul(backwards ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
	}
	return [forwards, backwards].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
}
