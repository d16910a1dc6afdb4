/** Text from a body, and whether that is all of it. */
export interface BodyText {
	readonly text: string;
	readonly whole: boolean;
	/** How many bytes were read. */
	readonly bytes: number;
}

/**
 * Reads a body as UTF-8 text, up to a limit: what the network sends must not fill the memory.
 *
 * @param limit - in bytes. The rest is not read: the body is cancelled.
 */
export async function readBodyText(body: ReadableStream<Uint8Array> | null, limit: number): Promise<BodyText> {
	if (body === null) return { text: "", whole: true, bytes: 0 };
	const reader = body.getReader();
	const decoder = new TextDecoder();
	let text = "";
	for (let bytes = 0; ; ) {
		const { done, value } = await reader.read();
		if (done) return { text: text + decoder.decode(), whole: true, bytes };
		text += decoder.decode(value.subarray(0, limit - bytes), { stream: true });
		bytes += value.byteLength;
		if (bytes > limit) {
			await reader.cancel();
			return { text, whole: false, bytes };
		}
	}
}
