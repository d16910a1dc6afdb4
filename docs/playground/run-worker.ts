import { answerThrough } from "./ask.js";
import { composeQuery, listFieldOptions, listModuleOptions, tellField } from "./compose.js";
import { lendDigest } from "./digest.js";
import { importText } from "./import-text.js";
import { runQuery } from "./run-query.js";
import { lookAt } from "./show-query.js";
import { setModules } from "./user-code.js";

// In the closed frame it runs user code. Outside, it serves the builder and the import, and never runs user code.
const methods = {
	setModules,
	look: lookAt,
	run: runQuery,
	listModules: listModuleOptions,
	listFields: listFieldOptions,
	tellField,
	compose: composeQuery,
	importText,
};

lendDigest();

addEventListener("message", ({ ports: [port] }: MessageEvent<null>) => {
	if (port) answerThrough(port, methods);
});
