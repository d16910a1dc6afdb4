import { writeLiteral } from "../text/string-literal.js";
import type { Program } from "./program.js";

/** Python 3. */
export const python: Program = {
	title: "Python",
	extension: "py",
	write: ({ url, tokenVariable, body }) => `import os
import sys
import urllib.error
import urllib.request

body = ${writeLiteral("python", body)}

request = urllib.request.Request(
    "${url}",
    data=body.encode("utf-8"),
    headers={
        "Authorization": "Zoho-oauthtoken " + os.environ["${tokenVariable}"],
        "Content-Type": "application/json",
    },
    method="POST",
)

try:
    with urllib.request.urlopen(request) as response:
        print(response.status, response.read().decode("utf-8"))
except urllib.error.HTTPError as error:
    sys.exit(f"{error.code} {error.read().decode('utf-8')}")
`,
};
