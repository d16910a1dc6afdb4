import fastify from "fastify";
import { receive } from "./callback-receiver.js";

export const app = fastify();

app.register(async (scope) => {
	// The handler needs the raw body. Other routes keep their parsers.
	scope.removeAllContentTypeParsers();
	scope.addContentTypeParser<string>(
		"*",
		{ parseAs: "string" },
		async (_: unknown, body: string) => body,
	);
	scope.post<{ Body: string }>("/zoho", async (incoming, reply) => {
		const url = new URL(incoming.url, "http://localhost");
		const answer = await receive(new Request(url, { method: "POST", body: incoming.body }));
		return reply
			.status(answer.status)
			.type("application/json")
			.send(await answer.text());
	});
});
