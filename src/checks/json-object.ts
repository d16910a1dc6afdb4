/** An object of a JSON document. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether something is an object of JSON: no list, no null. */
export function isJsonObject(json: unknown): json is JsonObject {
	return typeof json === "object" && json !== null && !Array.isArray(json);
}
