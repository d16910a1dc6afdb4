import { writeResultFile } from "../jobs/result-file.js";
import { streamOf } from "../requests/answer.js";
import { type PageFacts, writePage } from "./page-document.js";
import { type ViewSources, viewSandbox } from "./sandbox-view.js";

/** What serving the page needs. */
export interface PageParts extends ViewSources {
	readonly credentials: Omit<PageFacts, "origin" | "nonce">;
}

/** Milliseconds between updates: a job's state follows from the time, without an event when it changes. */
const lookEvery = 100;

/**
 * Answers a browser's requests for the page: the page itself, its event stream, and the downloads that it links to. The
 * API's own requests are different: they do not ask for `text/html`, and use other paths.
 *
 * @returns `undefined` if a request is the API's.
 */
export async function servePage(request: Request, parts: PageParts): Promise<Response | undefined> {
	const url = new URL(request.url);
	const accept = request.headers.get("accept") ?? "";
	if (request.method !== "GET" || url.pathname !== "/") return undefined;
	if (accept.includes("text/event-stream")) return new Response(streamView(parts), { headers: eventHeaders });
	if (!accept.includes("text/html")) return undefined;
	const id = url.searchParams.get("download");
	return id === null ? answerPage(url.origin, parts) : answerDownload(id, parts);
}

function answerPage(origin: string, { credentials, jobs }: PageParts): Response {
	// The counts of records appear once they are made; nobody waits for them.
	void jobs.org.records.now.load();
	const nonce = crypto.randomUUID();
	const own = `'nonce-${nonce}'`;
	return new Response(writePage({ origin, nonce, ...credentials }), {
		headers: {
			"content-type": "text/html; charset=utf-8",
			"cache-control": "no-store",
			"content-security-policy": `default-src 'none'; style-src ${own}; script-src ${own}; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
			"referrer-policy": "no-referrer",
			"x-content-type-options": "nosniff",
		},
	});
}

const eventHeaders = { "content-type": "text/event-stream", "cache-control": "no-store" };

/** Sends what is shown, whenever it has changed. It only checks while somebody is reading. */
function streamView(sources: ViewSources): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let sent = "";
	let timer: ReturnType<typeof setTimeout> | undefined;
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				let view = JSON.stringify(viewSandbox(sources));
				while (view === sent) {
					await new Promise((resolve) => {
						timer = setTimeout(resolve, lookEvery);
					});
					view = JSON.stringify(viewSandbox(sources));
				}
				sent = view;
				controller.enqueue(encoder.encode(`data: ${view}\n\n`));
			},
			cancel: () => clearTimeout(timer),
		},
		{ highWaterMark: 0 },
	);
}

/** A download for a person: it needs no token, and does not count towards the limit. */
async function answerDownload(id: string, { jobs }: PageParts): Promise<Response> {
	const job = jobs.jobs.find(id);
	if (job?.hasResultAt(jobs.clock.now()) !== true) return new Response("There is no such result.\n", { status: 404 });
	return new Response(streamOf(writeResultFile(job, await job.page(), jobs.assumptions)), {
		headers: { "content-type": "application/zip", "content-disposition": `attachment; filename="${job.id}.zip"` },
	});
}
