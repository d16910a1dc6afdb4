import type { Listen } from "./listen.js";

/** Where there is no Node, there is no port to listen on. */
export const listen: Listen = () =>
	Promise.reject(new Error("listen needs Node.js. Anywhere else, give the sandbox's fetch to what calls the API."));
