/** An object of a JSON document. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether something is a JSON object: not a list, not null. */
export function isJsonObject(json: unknown): json is JsonObject {
	return typeof json === "object" && json !== null && !Array.isArray(json);
}
