import { trace } from "@opentelemetry/api";
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { expect, test } from "vitest";
import { type ClientOptions, createClient, refreshToken } from "zoho-bulk-read";
import { createSandbox } from "zoho-bulk-read/sandbox";
import { logRequest } from "../../docs/recipes/request-log.js";
import { traceRequest } from "../../docs/recipes/request-spans.js";
import { virtualClock } from "../client/virtual-clock.js";

/** Makes a call that needs a token, is refused twice, and then gets an answer. */
async function askOnce(onRequest: NonNullable<ClientOptions["onRequest"]>): Promise<void> {
	const sandbox = createSandbox();
	let asked = 0;
	const fetch = async (request: Request): Promise<Response> => {
		if (request.url.includes("/oauth/")) return sandbox.fetch(request);
		asked += 1;
		if (asked === 1)
			return Response.json({ code: "TOO_MANY_REQUESTS", message: "no", status: "error" }, { status: 429 });
		if (asked === 2)
			throw Object.assign(new TypeError("failed"), {
				cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }),
			});
		return sandbox.fetch(request);
	};
	const auth = refreshToken(sandbox.credentials);
	const zoho = createClient({
		baseUrl: "http://sandbox.test",
		fetch,
		auth,
		clock: virtualClock(),
		random: () => 0,
		onRequest,
	});
	await zoho.api.get("/crm/v8/settings/modules?x=secret-of-a-query");
}

test("a line for each attempt", async () => {
	const lines: string[] = [];
	await askOnce((event) => logRequest(event, (line) => lines.push(line)));
	expect(lines.map((line) => line.replace(/\d+ ms/, "N ms").replace(/\d+ bytes/, "N bytes"))).toEqual([
		"POST /oauth/v2/token 200 N ms N bytes",
		"GET /crm/v8/settings/modules 429 TOO_MANY_REQUESTS N ms N bytes again in 60 s",
		"GET /crm/v8/settings/modules no answer ECONNRESET N ms attempt 2 again in 2 s",
		"GET /crm/v8/settings/modules 200 N ms N bytes attempt 3",
	]);
});

test("a span for each attempt", async () => {
	const exporter = new InMemorySpanExporter();
	trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
	await askOnce(traceRequest);
	const spans = exporter.getFinishedSpans();
	expect(spans.map(({ name, status, attributes }) => [name, status.code, attributes])).toEqual([
		["POST", 0, expect.objectContaining({ "url.path": "/oauth/v2/token", "http.response.status_code": 200 })],
		["GET", 2, expect.objectContaining({ "http.response.status_code": 429, "error.type": "TOO_MANY_REQUESTS" })],
		["GET", 2, expect.objectContaining({ "http.request.resend_count": 1, "error.type": "ECONNRESET" })],
		["GET", 0, expect.objectContaining({ "http.request.resend_count": 2, "http.response.status_code": 200 })],
	]);
	for (const { startTime, endTime } of spans)
		expect(endTime[0] * 1e9 + endTime[1]).toBeGreaterThanOrEqual(startTime[0] * 1e9 + startTime[1]);
	expect(JSON.stringify(spans.map(({ attributes }) => attributes))).not.toContain("secret-of-a-query");
});
