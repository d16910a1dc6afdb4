import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { createRequest, sendResponse } from "@remix-run/node-fetch-server";
import { ConnectionReset } from "../faults/connection-reset.js";
import type { Listen } from "./listen.js";

/** Puts a handler on a port of this machine. */
export const listen: Listen = async (handle, { port = 0, host = "127.0.0.1" }) => {
	const server = createServer((incoming, outgoing) => void answer(incoming, outgoing, handle));
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, () => {
			server.off("error", reject);
			resolve();
		});
	});
	const address = server.address();
	const bound = typeof address === "object" && address !== null ? address.port : port;
	return {
		url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};

async function answer(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	handle: (request: Request) => Promise<Response>,
): Promise<void> {
	try {
		const request = createRequest(incoming, outgoing);
		await sendResponse(outgoing, withReason(await handle(request)));
		if (!incoming.complete) await discardBody(request, incoming);
	} catch (reason) {
		// A client that went away is not an error; a cut connection was requested, and is cut here as a network would.
		if (reason instanceof ConnectionReset) await cut(incoming.socket);
		else outgoing.destroy();
	}
}

/** A `Response` has no reason phrase, but an HTTP answer does. */
function withReason(response: Response): Response {
	const { body, status, headers } = response;
	return new Response(body, { status, headers, statusText: STATUS_CODES[status] ?? "" });
}

/** Discards the rest of an unwanted body: with part of it unread, the connection would stall. */
async function discardBody(request: Request, incoming: IncomingMessage): Promise<void> {
	if (request.body?.locked === false) await request.body.cancel();
	incoming.resume();
}

/** Resets a connection once everything written before is on its way. */
async function cut(socket: Socket): Promise<void> {
	await new Promise<void>((resolve) => socket.write(new Uint8Array(0), () => resolve()));
	socket.resetAndDestroy();
}
