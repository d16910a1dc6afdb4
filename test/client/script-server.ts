import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as the server received it. */
export interface Received {
	readonly method: string;
	readonly path: string;
	readonly headers: IncomingMessage["headers"];
	readonly body: string;
}

/** How the server answers one request; whatever HTTP and TCP allow. */
export type Reply = (response: ServerResponse, request: Received) => void;

export interface ScriptServer {
	readonly url: string;
	readonly port: number;
	/** Every request, in order. */
	readonly received: readonly Received[];
	/** How many requests came to a path. */
	count(start: string): number;
	close(): Promise<void>;
}

/** A server on a port of its own, or a given one, that answers as a test wants. It is closed when the test has finished. */
export async function scriptServer(reply: Reply, wanted = 0): Promise<ScriptServer> {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const parts: Buffer[] = [];
		request.on("data", (part: Buffer) => parts.push(part));
		request.on("end", () => {
			const { method = "", url = "", headers } = request;
			const got = { method, path: url, headers, body: Buffer.concat(parts).toString() };
			received.push(got);
			reply(response, got);
		});
	});
	await new Promise<void>((resolve) => server.listen(wanted, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const close = (): Promise<void> => {
		server.closeAllConnections();
		return new Promise((resolve) => server.close(() => resolve()));
	};
	onTestFinished(close);
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		received,
		count: (start) => received.filter(({ method, path }) => `${method} ${path}`.startsWith(start)).length,
		close,
	};
}

/** Answers with JSON. */
export function json(status: number, document: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
	return (response) => {
		response.writeHead(status, { "content-type": "application/json", ...headers });
		response.end(JSON.stringify(document));
	};
}

/** Answers with an error in the API's form. */
export function refusal(
	status: number,
	code: string,
	message = "No.",
	headers: Readonly<Record<string, string>> = {},
): Reply {
	return json(status, { code, details: {}, message, status: "error" }, headers);
}

/** Zoho's answer to a job that was created. */
export const created: Reply = json(201, {
	data: [
		{
			status: "success",
			code: "ADDED_SUCCESSFULLY",
			message: "Added successfully.",
			details: { id: "4876876000000624001", operation: "read", state: "ADDED" },
		},
	],
	info: {},
});

/** Ends the connection without an answer. */
export const hangUp: Reply = (response) => {
	response.socket?.destroy();
};

/** Begins to answer with JSON and breaks the connection. */
export const halfAnAnswer: Reply = (response) => {
	response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
	response.write('{"data": [', () => response.socket?.destroy());
};

/** Takes the request and never answers. */
export const silence: Reply = () => {};

/** Answers the first requests with one reply each, and all others with the last. */
export function inTurn(...replies: [...Reply[], Reply]): Reply {
	let next = 0;
	return (response, request) => {
		const reply = replies[Math.min(next, replies.length - 1)];
		next += 1;
		reply?.(response, request);
	};
}
