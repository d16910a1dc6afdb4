import type { Program } from "./program.js";

/** The message as sent (RFC 9112): the lines of the head end with CRLF, and the length counts the bytes of the body. */
export const http: Program = {
	title: "HTTP",
	extension: "http",
	write: ({ url, tokenVariable, body }) => {
		const { host, pathname } = new URL(url);
		const head = [
			`POST ${pathname} HTTP/1.1`,
			`Host: ${host}`,
			`Authorization: Zoho-oauthtoken <${tokenVariable}>`,
			"Content-Type: application/json",
			`Content-Length: ${new TextEncoder().encode(body).length}`,
		];
		return `${head.join("\r\n")}\r\n\r\n${body}`;
	},
};
