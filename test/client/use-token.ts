import { refreshToken } from "../../src/client/auth/refresh-token.js";
import { fileTokenStore } from "../../src/client/auth/token-store-node.js";
import { systemClock } from "../../src/time/clock.js";

// Runs as a process: needs a token once, and shares it in a file.
const [accountsUrl = "", path = ""] = process.argv.slice(2);
const credentials = { clientId: "1000.CLIENT", clientSecret: "s3cr3t", refreshToken: "1000.refresh" };
const tokens = refreshToken({ ...credentials, store: fileTokenStore(path) }).connect({
	accountsUrl,
	fetch,
	clock: systemClock,
	random: Math.random,
	retries: 0,
	timeout: 10_000,
	maxRetryAfter: 0,
	signal: undefined,
});
console.log(await tokens.token());
