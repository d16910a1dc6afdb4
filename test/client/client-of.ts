import { accessToken } from "../../src/client/auth/access-token.js";
import { type Client, createClient } from "../../src/client/client.js";
import type { ClientOptions } from "../../src/client/client-options.js";
import { virtualClock } from "./virtual-clock.js";

/** A client of a server, with a token. Its clock makes waiting instant, and its waits are not random. */
export function clientOf(
	url: string,
	options: Partial<Omit<ClientOptions, "baseUrl" | "dataCenter" | "environment">> = {},
): Client {
	return createClient({
		baseUrl: url,
		auth: accessToken("1000.token"),
		clock: virtualClock(),
		random: () => 0,
		...options,
	});
}
