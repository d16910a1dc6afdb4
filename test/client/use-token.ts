import { refreshToken } from "../../src/client/auth/refresh-token.js";
import { fileTokenStore } from "../../src/client/auth/token-store-node.js";
import { createClient } from "../../src/client/client.js";

// A process of its own that looks at a job once, with its token from a file.
const [baseUrl = "", path = ""] = process.argv.slice(2);
const credentials = { clientId: "1000.CLIENT", clientSecret: "s3cr3t", refreshToken: "1000.refresh" };
const client = createClient({ baseUrl, auth: refreshToken({ ...credentials, store: fileTokenStore(path) }) });
await client.job("42").details();
