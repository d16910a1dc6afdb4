import { beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../build.js";
import { emptyFolder, run } from "../command.js";

beforeAll(ensureBuilt, 120_000);

const env = {
	ZOHO_CLIENT_ID: "1000.CLIENT",
	ZOHO_CLIENT_SECRET: "s3cret-of-client",
	ZOHO_REFRESH_TOKEN: "1000.refresh",
};

describe.concurrent("without a network, it says what it waits for, and soon gives up:", () => {
	test.each([
		// Nobody listens on this port, which `fetch` does not refuse by itself.
		["export", ["Contacts", "--select", "Last_Name", "-o", "contacts.csv"], "http://127.0.0.1:2", "ECONNREFUSED"],
		["generate", ["Contacts", "--save", "metadata.json"], "http://zoho.invalid", "(?:ENOTFOUND|EAI_AGAIN)"],
	])("%s", async (command, args, url, code) => {
		const since = performance.now();
		const outcome = await run([command, ...args, "--base-url", url], { cwd: await emptyFolder(), env });
		expect(outcome.code).toBe(2);
		expect(outcome.stderr).toMatch(new RegExp(`Zoho cannot be reached \\(${code}\\): token again at `));
		expect(outcome.stderr).toMatch(new RegExp(`error: .*got no answer: .*${code}`));
		// Far below the minute of all retries, however busy the machine is.
		expect(performance.now() - since).toBeLessThan(30_000);
	});
});
