import type { ApiRefusal } from "./api-refusal.js";

/** The answer to a refused request. */
export function refusalAnswer(refusal: ApiRefusal, inData = false): Response {
	const body = inData ? { data: [refusal] } : refusal;
	return json(body, refusal.status, refusal.headers);
}

/** An answer in JSON, as the API labels it. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
	return new Response(JSON.stringify(body), {
		status,
		headers: { "content-type": "application/json;charset=UTF-8", ...headers },
	});
}

/** The body of an answer whose chunks are made as they are read. */
export function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
	return new ReadableStream({
		async pull(controller) {
			const { done, value } = await chunks.next();
			if (done) controller.close();
			else controller.enqueue(value);
		},
		cancel: async () => void (await chunks.return(undefined)),
	});
}
