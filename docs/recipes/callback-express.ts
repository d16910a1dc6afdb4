import express from "express";
import { receive } from "./callback-receiver.js";

export const app = express();

// The handler needs the raw body: do not put express.json() before this route.
app.post(
	"/zoho",
	express.raw({ type: () => true, limit: "1mb" }),
	async (incoming, outgoing) => {
		const url = new URL(incoming.originalUrl, "http://localhost");
		const answer = await receive(new Request(url, { method: "POST", body: incoming.body }));
		outgoing
			.status(answer.status)
			.type("json")
			.send(await answer.text());
	},
);
