/** An object of a JSON document. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a part of a JSON document is an object. */
export function isObject(json: unknown): json is JsonObject {
	return typeof json === "object" && json !== null && !Array.isArray(json);
}
