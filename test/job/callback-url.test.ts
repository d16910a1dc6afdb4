import { expect, test } from "vitest";
import { bulkRead, InvalidJobError } from "zoho-bulk-read";
import { Leads } from "zoho-bulk-read/standard";
import { type CallbackSecret, withoutSecrets, writeCallbackUrl } from "../../src/job/callback-url.js";

test.each<[url: string | URL, secret: CallbackSecret | undefined, written: string]>([
	["https://a.test/hook", undefined, "https://a.test/hook"],
	["http://a.test:81/hook?x=1", undefined, "http://a.test:81/hook?x=1"],
	[new URL("https://a.test/hook"), undefined, "https://a.test/hook"],
	["https://a.test/hook", { secret: "s3" }, "https://a.test/hook?secret=s3"],
	["https://a.test/hook?x=1", { secret: "s3" }, "https://a.test/hook?x=1&secret=s3"],
	["https://a.test/hook#end", { secret: "a b&c" }, "https://a.test/hook?secret=a%20b%26c#end"],
	[
		"https://a.test/hook?secret=1",
		{ secret: "😀", parameter: "k=y" },
		"https://a.test/hook?secret=1&k%3Dy=%F0%9F%98%80",
	],
])("%s with the secret %j is %s", (url, secret, written) => {
	expect(writeCallbackUrl(url, secret)).toBe(written);
	expect(bulkRead(Leads).callback(url, secret).request.callback).toEqual({ url: written, method: "post" });
});

const notText = "a callback's secret must be a non-empty text.";
const notName = "the name of a callback's secret must be a text.";
const notUrl = "a callback must be an absolute http or https URL.";
const url = "https://a.test/hook?key=1";

test.each<[given: unknown[], member: string, message: string]>([
	[[url, null], "secret", notText],
	[[url, {}], "secret", notText],
	[[url, { secret: "" }], "secret", notText],
	[[url, { secret: 5 }], "secret", notText],
	[[url, { secret: "\ud83d" }], "secret", notText],
	[[url, { secret: "s", parameter: "" }], "parameter", notName],
	[[url, { secret: "s", parameter: 5 }], "parameter", notName],
	[
		[url, { secret: "s", parameter: "key" }],
		"parameter",
		'the URL already has a "key". Remove it, or give the secret another name.',
	],
	[[5], "url", `5: ${notUrl}`],
	[["a.test/hook?secret=s3#s4"], "url", `"a.test/hook": ${notUrl}`],
	[["a.test/hook#s4?secret=s3"], "url", `"a.test/hook": ${notUrl}`],
	[["user:s3@a.test/hook"], "url", `"a.test/hook": ${notUrl}`],
	[["//user:s3@a.test/hook?x=1"], "url", `"a.test/hook": ${notUrl}`],
	[[""], "url", `"": ${notUrl}`],
	[["/hook/https://a.test"], "url", `"/hook/https://a.test": ${notUrl}`],
	[["ftp://user:s3@a.test:8/hook?x=s3#s3"], "url", `"ftp://a.test:8/hook": ${notUrl}`],
])("%j is refused, without what may be secret", (given, member, message) => {
	let thrown: unknown;
	try {
		Reflect.apply(writeCallbackUrl, undefined, given);
	} catch (error) {
		thrown = error;
	}
	expect(thrown).toBeInstanceOf(InvalidJobError);
	expect((thrown as InvalidJobError).issues).toEqual([
		{ code: "INVALID_CALLBACK_URL", message, path: ["callback", member] },
	]);
});

test.each([
	["https://user:s3@a.test:81/hook?secret=s3#s3", "https://a.test:81/hook?..."],
	["https://a.test/hook#s3", "https://a.test/hook"],
])("%s is shown as %s", (whole, shown) => {
	expect(withoutSecrets(whole)).toBe(shown);
});
