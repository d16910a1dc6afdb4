import { writeLiteral } from "../text/string-literal.js";
import type { Program } from "./program.js";

/** For sh, bash and zsh. `--data-raw` takes the body literally, while `--data` interprets a leading `@`. */
export const curl: Program = {
	title: "curl",
	extension: "sh",
	write: ({ url, tokenVariable, body }) => String.raw`curl -X POST "${url}" \
  -H "Authorization: Zoho-oauthtoken $${tokenVariable}" \
  -H "Content-Type: application/json" \
  --data-raw ${writeLiteral("shell", body)}
`,
};
