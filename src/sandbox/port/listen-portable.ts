import type { Listen } from "./listen.js";

/** Without Node, there is no port to listen on. */
export const listen: Listen = () =>
	Promise.reject(new Error("listen needs Node.js. Anywhere else, give the sandbox's fetch to whatever calls the API."));
