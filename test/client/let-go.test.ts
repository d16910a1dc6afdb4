import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { contactPages } from "./contact-pages.js";
import { json, type Reply, refusal, scriptServer, silence } from "./script-server.js";
import { file } from "./zoho-server.js";

const [page] = contactPages(3).pages;

const result = (path: string): object => ({
	count: 3,
	more_records: false,
	page: 1,
	per_page: 200_000,
	download_url: path.replace(/^\/[^/]+\/[^/]+/, "").concat("/result"),
});

/** What the server does instead of answering, in each phase: for a token, a submission, a look, a download. */
const phases: Readonly<Record<string, Partial<Record<"token" | "submit" | "look" | "download", Reply>>>> = {
	"token function": {},
	"deaf fetch": {},
	"token request": { token: silence },
	"token wait": { token: json(400, { error: "Access Denied", status: "failure" }) },
	submit: { submit: silence },
	look: { look: silence },
	"poll wait": {},
	"retry wait": { look: json(500, {}) },
	"Retry-After wait": { look: refusal(429, "TOO_MANY_REQUESTS", "no", { "retry-after": "500" }) },
	download: { download: silence },
	"download begun": {
		download: (response) => {
			response.writeHead(200, { "content-type": "application/x-download", "content-length": "1000" });
			response.write("PK");
		},
	},
	"limiter wait": { download: refusal(429, "TOO_MANY_REQUESTS", "no", { "retry-after": "500" }) },
};

/** In these phases something may have been sent that creates a job. */
const uncertain = new Set(["submit"]);
/** In these nothing has been submitted. */
const unsent = new Set(["token function", "token request", "token wait"]);

test("whoever stops waiting leaves nothing behind: no request, no timer, whatever the phase and the way to stop", {
	timeout: 60_000,
}, async () => {
	const counts = new Map<string, number>();
	const at = new Set<string>();
	const server = await scriptServer((response, request) => {
		const [, first = "", second = "", ...rest] = decodeURIComponent(request.path).split("/");
		if (first === "reached") return void response.end(at.has(second) ? "yes" : "no");
		if (first === "mark") return void response.end(String(at.add(second).size));
		if (first === "count") {
			at.delete(second);
			return void response.end(String(counts.get(second) ?? 0));
		}
		counts.set(first, (counts.get(first) ?? 0) + 1);
		const path = rest.join("/");
		const kind = path.startsWith("oauth")
			? "token"
			: request.method === "POST"
				? "submit"
				: path.endsWith("/result")
					? "download"
					: "look";
		const held = phases[first]?.[kind];
		const isHere = held !== undefined || (first === "poll wait" && kind === "submit");
		if (isHere) setTimeout(() => at.add(first), 30);
		if (held !== undefined) return held(response, request);
		const usual = {
			token: json(200, { access_token: "1000.a", expires_in: 3600 }),
			submit: json(201, { data: [{ status: "success", details: { id: "1001", state: "ADDED" } }] }),
			look: json(200, {
				data: [
					first === "poll wait"
						? { id: "1001", state: "QUEUED" }
						: { id: "1001", state: "COMPLETED", result: result(decodeURIComponent(request.path)) },
				],
			}),
			download: file(page?.zip ?? new Uint8Array()),
		}[kind];
		usual(response, request);
	});
	const names = Object.keys(phases);
	const halves = [names.filter((_, index) => index % 2 === 0), names.filter((_, index) => index % 2 === 1)];
	const script = fileURLToPath(new URL("let-go.ts", import.meta.url));
	const run = promisify(execFile);
	const printed = await Promise.all(
		halves.map((half) =>
			run(process.execPath, ["--import", "tsx", script, server.url, ...half], {
				timeout: 50_000,
				env: { ...process.env, TSX_TSCONFIG_PATH: fileURLToPath(new URL("../tsconfig.json", import.meta.url)) },
			}),
		),
	);
	const lines = printed.flatMap(({ stdout }) => stdout.trim().split("\n")).map((line) => JSON.parse(line) as Line);
	expect(lines.length).toBe(names.length * 3);
	for (const line of lines) {
		expect(line).toMatchObject({ alive: [], quiet: true });
		if (line.stop === "return") expect(line.ended).toBe("done");
		else {
			expect(line.ended).toMatch(/^AbortError: /);
			expect([line.phase, line.ended.includes("may or may not")]).toEqual([line.phase, uncertain.has(line.phase)]);
			if (unsent.has(line.phase)) expect(line.ended).not.toContain("Job ");
		}
	}
});

interface Line {
	readonly phase: string;
	readonly stop: "call" | "client" | "return";
	readonly ended: string;
}
