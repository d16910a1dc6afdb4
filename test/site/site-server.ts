import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

/** Where `npm run docs` puts the site. */
export const siteDirectory: string = fileURLToPath(new URL("../../docs/site/", import.meta.url));

/** Whether the site was built. */
export const isBuilt: boolean = existsSync(`${siteDirectory}index.html`);

const types: Readonly<Record<string, string>> = {
	".html": "text/html; charset=utf-8",
	".css": "text/css",
	".js": "text/javascript",
	".svg": "image/svg+xml",
	".txt": "text/plain; charset=utf-8",
};

/** Serves the site as any host of files would. */
export async function serveSite(): Promise<{ readonly url: string; close(): void }> {
	const server = createServer(async (request, response) => {
		const { pathname } = new URL(request.url ?? "/", "http://localhost");
		const path = decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname);
		try {
			const content = await readFile(siteDirectory + path.slice(1));
			response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" }).end(content);
		} catch {
			response.writeHead(404).end();
		}
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/`,
		close: () => {
			server.close();
			server.closeAllConnections();
		},
	};
}
