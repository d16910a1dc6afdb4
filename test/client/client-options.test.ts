import { expect, expectTypeOf, test } from "vitest";
import { InvalidOptionError } from "../../src/checks/invalid-option-error.js";
import { accessToken } from "../../src/client/auth/access-token.js";
import { type Client, createClient } from "../../src/client/client.js";
import type { ClientOptions } from "../../src/client/client-options.js";
import type { JobHandle, ReadableJobHandle } from "../../src/client/job-handle.js";
import { type Contact, contactsJob } from "./contact-pages.js";

const auth = accessToken("1000.token");

test.each<[string, unknown, string]>([
	[
		"dataCenter",
		{ auth },
		'"undefined" is not one of us, eu, in, au, jp, cn, ca, sa, ae, uk. For another server give baseUrl.',
	],
	["dataCenter", { auth, dataCenter: "EU" }, '"EU" is not one of us, eu'],
	["dataCenter", { auth, dataCenter: "constructor" }, "is not one of"],
	[
		"environment",
		{ auth, dataCenter: "eu", environment: "test" },
		'"test" is not one of production, sandbox, developer',
	],
	["baseUrl", { auth, dataCenter: "eu", baseUrl: "https://www.zohoapis.eu" }, "either baseUrl or dataCenter"],
	["baseUrl", { auth, baseUrl: "www.zohoapis.eu" }, "is not an http or https URL"],
	["baseUrl", { auth, baseUrl: "ftp://www.zohoapis.eu" }, "is not an http or https URL"],
	["baseUrl", { auth, baseUrl: "https://user:password@example.com" }, "without a user name"],
	["baseUrl", { auth, baseUrl: "https://example.com/?key=1" }, "and query"],
	["accountsUrl", { auth, dataCenter: "eu", accountsUrl: "accounts" }, "is not an http or https URL"],
	["auth", { dataCenter: "eu" }, "give accessToken(...) or refreshToken({...})"],
	["auth", { dataCenter: "eu", auth: "1000.token" }, "give accessToken(...)"],
	["apiVersion", { auth, dataCenter: "eu", apiVersion: "v3" }, '"v3" is not supported; "v2" and "v8" are'],
	["retries", { auth, dataCenter: "eu", retries: -1 }, "-1 is not a whole number from 0"],
	["retries", { auth, dataCenter: "eu", retries: Number.NaN }, "NaN is not a whole number from 0"],
	["timeout", { auth, dataCenter: "eu", timeout: 0 }, "0 is not a "],
	["maxRetryAfter", { auth, dataCenter: "eu", maxRetryAfter: "60" }, "is not a number from 0"],
	["downloadsPerMinute", { auth, dataCenter: "eu", downloadsPerMinute: 0 }, "0 is not a "],
])("%s: what cannot be worked with is refused at once: %j", (option, options, sentence) => {
	const make = (): Client => createClient(options as ClientOptions);
	expect(make).toThrow(InvalidOptionError);
	expect(make).toThrow(`${option}: `);
	expect(make).toThrow(sentence);
	expect(make).not.toThrow("password");
});

test("where the client finds Zoho is either a data centre or a URL", () => {
	createClient({ auth, dataCenter: "eu" });
	createClient({ auth, dataCenter: "us", environment: "sandbox" });
	createClient({ auth, baseUrl: new URL("http://127.0.0.1:5050/") });
	// @ts-expect-error neither
	expect(() => createClient({ auth })).toThrow();
	// @ts-expect-error both
	expect(() => createClient({ auth, dataCenter: "eu", baseUrl: "https://example.com" })).toThrow();
	// @ts-expect-error an environment belongs to a data centre
	createClient({ auth, baseUrl: "https://example.com", environment: "sandbox" });
});

test("a handle's rows are those of its job, and without a job it has none", () => {
	const client = createClient({ auth, dataCenter: "eu" });
	expectTypeOf(client.job("42")).toEqualTypeOf<JobHandle>();
	expectTypeOf(client.job("42", contactsJob)).toEqualTypeOf<ReadableJobHandle<Contact>>();
	expectTypeOf(() => client.submit(contactsJob)).returns.resolves.toEqualTypeOf<ReadableJobHandle<Contact>>();
	// @ts-expect-error its columns are not known
	expect(() => client.job("42").rows()).toThrow();
});
