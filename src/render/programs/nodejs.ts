import { writeLiteral } from "../text/string-literal.js";
import type { Program } from "./program.js";

/** Node.js 18 and later. */
export const nodejs: Program = {
	title: "Node.js",
	extension: "mjs",
	write: ({ url, tokenVariable, body }) => `const body = ${writeLiteral("ecmascript", body)};

const response = await fetch("${url}", {
  method: "POST",
  headers: {
    Authorization: \`Zoho-oauthtoken \${process.env.${tokenVariable}}\`,
    "Content-Type": "application/json",
  },
  body,
});

console.log(response.status, await response.text());
if (!response.ok) process.exitCode = 1;
`,
};
