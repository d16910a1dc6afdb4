import { writeLiteral } from "../text/string-literal.js";
import type { Program } from "./program.js";

/** TypeScript on Node.js 18 and later, for sending the request yourself; `toSource` writes this library's own. */
export const typescript: Program = {
	title: "TypeScript",
	extension: "mts",
	write: ({ url, tokenVariable, body }) => `interface AddedJob {
  readonly data: readonly [
    { readonly status: string; readonly code: string; readonly details: { readonly id: string; readonly state: string } },
  ];
}

const body = ${writeLiteral("ecmascript", body)};

const response = await fetch("${url}", {
  method: "POST",
  headers: {
    Authorization: \`Zoho-oauthtoken \${process.env.${tokenVariable}}\`,
    "Content-Type": "application/json",
  },
  body,
});
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);

const { data } = (await response.json()) as AddedJob;
console.log(data[0].details.id, data[0].details.state);
`,
};
