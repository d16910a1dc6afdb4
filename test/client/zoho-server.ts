import { json, type Received, type Reply, type ScriptServer, scriptServer } from "./script-server.js";

/** One page of an export: the ZIP, and the number of rows that Zoho reports for it. */
export interface ServedPage {
	readonly zip: Uint8Array;
	readonly count: number;
}

export interface ZohoServerOptions {
	readonly pages?: readonly ServedPage[];
	/** The states that a job is seen in, look by look. */
	readonly states?: readonly string[];
	/** Gives a request another answer than the usual one. */
	readonly instead?: (request: Received, usual: Reply) => Reply | undefined;
	/** The module and the format that jobs are said to be of. */
	readonly module?: string;
	readonly fileType?: string;
	/** Whether pages are asked for by tokens. */
	readonly tokens?: boolean;
}

export interface ZohoServer extends ScriptServer {
	/** The bodies of the requests that created jobs. */
	submitted(): unknown[];
}

/**
 * The happy path of the API and nothing else: what a test wants otherwise, it says. Job ids are 1001, 1002, ... in the order of
 * submission.
 */
export async function zohoServer({
	pages = [],
	states = ["IN PROGRESS", "COMPLETED"],
	instead = () => undefined,
	tokens = false,
	module = "Contacts",
	fileType = "csv",
}: ZohoServerOptions = {}): Promise<ZohoServer> {
	const jobs: { page: number; looks: number }[] = [];
	const usual = (request: Received): Reply => {
		const { method, path } = request;
		if (method === "POST") {
			const { query } = JSON.parse(request.body) as { query: { page?: number; page_token?: string } };
			const page = query.page_token === undefined ? (query.page ?? 1) : Number(query.page_token.slice("token-".length));
			jobs.push({ page, looks: 0 });
			const details = { id: String(1000 + jobs.length), operation: "read", state: "ADDED" };
			return json(201, { data: [{ status: "success", code: "ADDED_SUCCESSFULLY", details }], info: {} });
		}
		const [, version, id, result] = /^\/crm\/bulk\/(v\d)\/read\/(\d+)(\/result)?$/.exec(path) ?? [];
		const job = jobs[Number(id) - 1001];
		if (job === undefined)
			return json(404, { code: "RESOURCE_NOT_FOUND", details: {}, message: "no", status: "error" });
		const page = pages[job.page - 1];
		if (result !== undefined) return file(page?.zip ?? new Uint8Array());
		const state = states[Math.min(job.looks, states.length - 1)];
		job.looks += 1;
		const more = job.page < pages.length;
		return json(200, {
			data: [
				{
					id,
					operation: "read",
					state,
					query: { module, page: job.page },
					file_type: fileType,
					...(state === "COMPLETED"
						? {
								result: {
									page: job.page,
									per_page: 200_000,
									count: page?.count ?? 0,
									download_url: `/crm/bulk/${version}/read/${id}/result`,
									more_records: more,
									...(tokens && more ? { next_page_token: `token-${job.page + 1}` } : {}),
								},
							}
						: {}),
				},
			],
		});
	};
	const server = await scriptServer((response, request) => {
		const answer = usual(request);
		(instead(request, answer) ?? answer)(response, request);
	});
	return {
		...server,
		submitted: () =>
			server.received.filter(({ method }) => method === "POST").map(({ body }): unknown => JSON.parse(body)),
	};
}

/** Answers with a file. */
export function file(content: Uint8Array): Reply {
	return (response) => {
		response.writeHead(200, {
			"content-type": "application/x-download",
			"content-length": content.byteLength,
			"content-disposition": 'attachment;filename="result.zip"',
		});
		response.end(content);
	};
}

/** Begins to answer with a file and breaks the connection after some bytes. */
export function brokenFile(content: Uint8Array, bytes: number): Reply {
	return (response) => {
		response.writeHead(200, { "content-type": "application/x-download", "content-length": content.byteLength });
		response.write(content.subarray(0, bytes), () => response.socket?.destroy());
	};
}
