import { ApiRefusal } from "./api-refusal.js";

/** How deep a JSON document may nest: fifty nested groups, and what is around them. */
const maxDepth = 110;

/**
 * Reads the body of a request as JSON.
 *
 * @throws {@link ApiRefusal} if the media type is wrong, or the body is empty, too long, nested too deep, or not JSON.
 */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
	const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
	if (type !== "application/json") throw new ApiRefusal("MEDIA_TYPE_NOT_SUPPORTED");
	const text = decode(await readBytes(request, maxBytes));
	if (text.trim() === "") throw new ApiRefusal("REQUEST_BODY_IS_EMPTY");
	if (nestsDeeper(text, maxDepth)) throw new ApiRefusal("REQUEST_BODY_NOT_READABLE");
	try {
		return JSON.parse(text);
	} catch {
		throw new ApiRefusal("REQUEST_BODY_NOT_READABLE");
	}
}

/** Reads the body of a request, and stops if it is too long. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
	const announced = Number(request.headers.get("content-length") ?? 0);
	if (announced > maxBytes) throw new ApiRefusal("REQUEST_BODY_NOT_READABLE");
	const chunks: Uint8Array[] = [];
	let size = 0;
	// Firefox has no `Request.body`, but reads a body at once.
	for await (const chunk of request.body ?? new Response(await request.arrayBuffer()).body ?? []) {
		size += chunk.length;
		if (size > maxBytes) throw new ApiRefusal("REQUEST_BODY_NOT_READABLE");
		chunks.push(chunk);
	}
	const bytes = new Uint8Array(size);
	let at = 0;
	for (const chunk of chunks) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		throw new ApiRefusal("REQUEST_BODY_NOT_READABLE");
	}
}

/** Counts brackets outside strings, so that no endlessly nested document is parsed. */
function nestsDeeper(text: string, limit: number): boolean {
	let depth = 0;
	let inString = false;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (inString) {
			if (code === 0x5c) index++;
			else if (code === 0x22) inString = false;
		} else if (code === 0x22) inString = true;
		else if (code === 0x7b || code === 0x5b) {
			if (++depth > limit) return true;
		} else if (code === 0x7d || code === 0x5d) depth--;
	}
	return false;
}
