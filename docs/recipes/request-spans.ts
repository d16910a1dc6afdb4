import { SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { RequestEvent } from "zoho-bulk-read";

const tracer = trace.getTracer("zoho-bulk-read");

/** A span for each attempt, under the span that is active: `createClient({ ..., onRequest: traceRequest })`. */
export function traceRequest(event: RequestEvent): void {
	const { method, path, status, code, attempt, startedAt, milliseconds, jobId } = event;
	const span = tracer.startSpan(method, {
		kind: SpanKind.CLIENT,
		startTime: startedAt,
		attributes: {
			"http.request.method": method,
			"url.path": path,
			...(status === undefined ? {} : { "http.response.status_code": status }),
			...(attempt === 1 ? {} : { "http.request.resend_count": attempt - 1 }),
			...(code === undefined ? {} : { "error.type": code }),
			...(jobId === undefined ? {} : { "zoho.job.id": jobId }),
		},
	});
	if (code !== undefined) span.setStatus({ code: SpanStatusCode.ERROR });
	span.end(startedAt + milliseconds);
}
