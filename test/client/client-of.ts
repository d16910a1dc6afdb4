import { accessToken } from "../../src/client/auth/access-token.js";
import { type Client, createClient } from "../../src/client/client.js";
import type { ClientOptions } from "../../src/client/client-options.js";
import { virtualClock } from "./virtual-clock.js";

/** A client of a server, with a token, a clock on which waiting takes no time, and no chance in its waits. */
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
