import { writeLiteral } from "../text/string-literal.js";
import type { Program } from "./program.js";

/** For browsers, which have no environment variables: the token is an argument, and never a part of the page. */
export const javascript: Program = {
	title: "JavaScript",
	extension: "js",
	write: ({ url, body }) => `const body = ${writeLiteral("ecmascript", body)};

async function createBulkReadJob(accessToken) {
  const response = await fetch("${url}", {
    method: "POST",
    headers: {
      Authorization: \`Zoho-oauthtoken \${accessToken}\`,
      "Content-Type": "application/json",
    },
    body,
  });
  if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
  return response.json();
}
`,
};
