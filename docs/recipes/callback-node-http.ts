import { createServer } from "node:http";
import { Readable } from "node:stream";
import { receive } from "./callback-receiver.js";

export const server = createServer(async (incoming, outgoing) => {
	try {
		const { method = "GET", url = "/" } = incoming;
		const body = method === "POST" ? { body: Readable.toWeb(incoming), duplex: "half" } : {};
		const request = new Request(new URL(url, "http://localhost"), {
			method,
			...body,
		} as RequestInit);
		const answer = await receive(request);
		outgoing
			.writeHead(answer.status, Object.fromEntries(answer.headers))
			.end(await answer.text());
	} catch (error) {
		console.error(error);
		outgoing.writeHead(500).end();
	}
});
