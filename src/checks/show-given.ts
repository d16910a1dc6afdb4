/** How many characters of a value are shown. */
export const maxShown = 60;

/**
 * A value as JSON would show it, cut to length.
 *
 * @param room - how many characters; 60 by default.
 */
export function showGiven(given: unknown, room: number = maxShown): string {
	const shown = show(given, room);
	return shown.length > room ? `${shown.slice(0, room - 3)}...` : shown;
}

/** Stops when the room is used up: the value may be huge, or contain itself. */
function show(given: unknown, room: number): string {
	if (room <= 0) return "";
	if (typeof given === "string") return JSON.stringify(given.slice(0, room));
	if (typeof given === "bigint") return `${given}n`;
	if (typeof given === "function") return "a function";
	if (Array.isArray(given)) return `[${showSome(given, room, show)}]`;
	if (typeof given !== "object" || given === null) return String(given);
	if ("toJSON" in given && typeof given.toJSON === "function") return show(given.toJSON(), room - 1);
	const showMember = (key: string, left: number): string => `${show(key, left)}:${show(Reflect.get(given, key), left)}`;
	return `{${showSome(Object.keys(given), room, showMember)}}`;
}

function showSome<Item>(items: readonly Item[], room: number, showItem: (item: Item, room: number) => string): string {
	let shown = "";
	for (const item of items) {
		if (shown.length >= room) break;
		const comma = shown === "" ? "" : ",";
		shown += comma + showItem(item, room - shown.length - 1);
	}
	return shown;
}
