import { expect, test } from "vitest";
import { readNetworkFault } from "../../../src/client/errors/network-fault.js";
import { Secrets } from "../../../src/client/errors/secrets.js";

const refused = Object.assign(new Error("connect ECONNREFUSED ::1:1"), { code: "ECONNREFUSED", syscall: "connect" });
const timedOut = Object.assign(new Error("connect ETIMEDOUT"), { code: "ETIMEDOUT", syscall: "connect" });
const notFound = Object.assign(new Error("getaddrinfo ENOTFOUND x"), { code: "ENOTFOUND", syscall: "getaddrinfo" });
const slow = Object.assign(new Error("Connect Timeout Error"), { code: "UND_ERR_CONNECT_TIMEOUT" });
const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
const closed = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
const untrusted = Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
const misnamed = Object.assign(new Error("Hostname does not match"), { code: "ERR_TLS_CERT_ALTNAME_INVALID" });
const failed = (cause: unknown): TypeError => new TypeError("fetch failed", { cause });
const all = (...errors: Error[]): AggregateError => new AggregateError(errors, "");

test.each<[string, unknown, string | undefined, string, boolean]>([
	["a refused connection", failed(refused), "ECONNREFUSED", "connect ECONNREFUSED ::1:1", false],
	["every address refused", failed(all(refused, timedOut)), "ECONNREFUSED", "connect ECONNREFUSED ::1:1", false],
	["a name that is unknown", failed(notFound), "ENOTFOUND", "getaddrinfo ENOTFOUND x", false],
	["a connection that does not come about", failed(slow), "UND_ERR_CONNECT_TIMEOUT", "Connect Timeout Error", false],
	["a certificate of one's own", failed(untrusted), "DEPTH_ZERO_SELF_SIGNED_CERT", "self-signed certificate", false],
	[
		"a certificate for another host",
		failed(misnamed),
		"ERR_TLS_CERT_ALTNAME_INVALID",
		"Hostname does not match",
		false,
	],
	["a connection that breaks", failed(reset), "ECONNRESET", "read ECONNRESET", true],
	[
		"one address refused and one broken",
		failed(all(refused, reset)),
		"ECONNREFUSED",
		"connect ECONNREFUSED ::1:1",
		true,
	],
	["a server that hangs up", failed(closed), "UND_ERR_SOCKET", "other side closed", true],
	["a browser, which says nothing", new TypeError("Failed to fetch"), undefined, "Failed to fetch", true],
	["an error without words", new Error(""), undefined, "the connection failed", true],
	["what is no error", "no", undefined, "the connection failed", true],
	["nothing", undefined, undefined, "the connection failed", true],
	["addresses without errors", failed(all()), undefined, "the connection failed", true],
])("%s", (_what, error, code, words, mayHaveArrived) => {
	expect(readNetworkFault(error, new Secrets([]))).toEqual({ code, words, mayHaveArrived });
});

test("what is to be concealed is", () => {
	expect(readNetworkFault(new Error("bad header: 5ec7e7-5ec7e7"), new Secrets(["5ec7e7-5ec7e7"]))).toMatchObject({
		words: "bad header: [concealed]",
	});
});
