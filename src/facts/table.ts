/** The keys of a table, in its order. For tables that are written out, and so have no keys beyond their type's. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
	// A value may have more keys than its type says, so the compiler promises texts alone: a table that is written out has no more.
	return Object.keys(table) as Key[];
}

/** A table with an entry for each key. */
export function tableOf<const Key extends string, Entry>(
	keys: readonly Key[],
	entryOf: (key: Key) => Entry,
): Record<Key, Entry> {
	// Each key is given, and nothing else: `Object.fromEntries` forgets which they are.
	return Object.fromEntries(keys.map((key) => [key, entryOf(key)])) as Record<Key, Entry>;
}
