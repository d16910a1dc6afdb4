import { expect, test } from "vitest";
import { RateLimitError } from "../../../src/client/errors/rate-limit-error.js";
import { failureOf } from "../outcome.js";
import { inTurn, json, type Reply } from "../script-server.js";
import { virtualClock } from "../virtual-clock.js";
import { clientOf, denied, grants, zoho } from "./refreshed-client.js";

test.each<[string, Reply]>([
	["Access Denied", denied],
	[
		"the same in another language",
		json(400, { error_description: "您连续发出的请求过多", error: "访问被拒绝", status: "failure" }),
	],
	["access_denied with status 200", json(200, { error: "access_denied" })],
	["429", (response) => response.writeHead(429).end()],
])("%s is throttling: waited for, minutes long", async (_what, reply) => {
	const server = await zoho({ token: inTurn(reply, reply, grants()) });
	const clock = virtualClock();
	await clientOf(server, { clock }).job("42").details();
	expect(clock.waits).toEqual([60_000, 120_000]);
});

test("throttling that does not end says when to come back", async () => {
	const server = await zoho({ token: denied });
	const failure = await failureOf(clientOf(server, { retries: 3 }).job("42").details());
	expect(failure).toBeInstanceOf(RateLimitError);
	expect(failure).toMatchObject({ code: "Access Denied", status: 400, retryAfter: 600_000 });
	expect(server.received.length).toBe(4);
});

test.each<[string, number[] | undefined]>([
	["99999999999", undefined],
	["601", undefined],
	["600", [600_000]],
	["7", [7_000]],
	["0", [1_000]],
])("the accounts server's Retry-After of %s s is obeyed within maxRetryAfter", async (header, waits) => {
	const throttled: Reply = (response) => response.writeHead(429, { "retry-after": header }).end();
	const server = await zoho({ token: inTurn(throttled, grants()) });
	const clock = virtualClock();
	const details = clientOf(server, { clock }).job("42").details();
	if (waits === undefined) {
		expect(await failureOf(details)).toMatchObject({ name: "RateLimitError", retryAfter: Number(header) * 1_000 });
	} else await details;
	expect(clock.waits).toEqual(waits ?? []);
});
