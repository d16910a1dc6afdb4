import fc from "fast-check";
import { comparators } from "../../src/schema/comparators.js";
import { arbitraryCriteria } from "./arbitrary-criteria.js";
import { pool } from "./arbitrary-record.js";
import { Everything, pathsOf } from "./every-data-type.js";

/** A value of JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * A JSON document that is a filter of {@link Everything}, or was one before up to two changes, in v2's or v8's
 * spelling.
 */
export function arbitraryDocument(): fc.Arbitrary<Json> {
	return fc
		.tuple(arbitraryCriteria(), fc.boolean(), fc.array(fc.tuple(fc.nat(), fc.nat(), odd()), { maxLength: 2 }))
		.map(([criteria, asV8, changes]) => {
			const document: { root: Json } = { root: JSON.parse(JSON.stringify(criteria)) as Json };
			if (asV8) document.root = respell(document.root);
			for (const [place, kind, oddity] of changes) change(document, place, kind, oddity);
			return document.root;
		});
}

/** Values that stand at the edge of some rule. */
function odd(): fc.Arbitrary<Json> {
	return fc.oneof(
		fc.constantFrom(...oddities),
		fc.constantFrom(...pathsOf(Everything)).map(({ path }) => path),
		fc.constantFrom<Json>(...comparators),
		fc.constantFrom<Json>(...Object.values(pool).flat()),
	);
}

const oddities: readonly Json[] = [
	null,
	true,
	"true",
	"TRUE",
	0,
	-1,
	1.5,
	1e21,
	2 ** 53,
	"",
	"-0",
	"1e3",
	"+5",
	".5",
	"5.",
	"00012",
	"9".repeat(19),
	"9".repeat(20),
	"-1234567890123456789",
	"${EMPTY}",
	"x".repeat(255),
	"x".repeat(256),
	"\u{1F600}".repeat(255),
	"\u{1F600}".repeat(256),
	"2026-13-01",
	"2023-02-29",
	"2024-02-29",
	"1900-02-29",
	"2000-02-29",
	"2026-04-31",
	"2026-1-1",
	"2026-01-01T00:00:00",
	"2026-01-01T00:00:00Z",
	"2026-01-01T00:00:00.000Z",
	"2026-01-01t00:00:00z",
	"2026-01-01T24:00:00Z",
	"2026-01-01T23:60:00Z",
	"2026-01-01T23:59:60Z",
	"2026-01-01T00:00:00+24:00",
	"2026-01-01T00:00:00+0530",
	"2026-01-01T00:00:00+05:3",
	"2026-01-01T00:00:00Z\n",
	"and",
	"nor",
	"Owner.unknown",
	"Text.last_name",
	"Account.Parent.last_name",
	"constructor",
	"__proto__",
	[],
	{},
	["a"],
	["2026-01-02", "2026-01-01"],
	["2026-01-01", "${EMPTY}"],
	[["a"]],
	{ api_name: "Text" },
	{ api_name: "Text", id: "1" },
	{ api_name: "Text", extra: 1 },
	{ api_name: "Text", comparator: "equal", value: "a" },
	{ group_operator: "and", group: [] },
];

/** `api_name` becomes `field: { api_name }`. */
function respell(json: Json): Json {
	if (Array.isArray(json)) return json.map(respell);
	if (typeof json !== "object" || json === null) return json;
	const entries = Object.entries(json).map(([key, value]): [string, Json] =>
		key === "api_name" ? ["field", { api_name: value }] : [key, respell(value)],
	);
	return Object.fromEntries(entries);
}

/** Replaces, removes, adds or repeats something at one of the document's places. */
function change(document: { root: Json }, place: number, kind: number, oddity: Json): void {
	const places = placesIn(document, "root");
	const [holder, key] = places[place % places.length] ?? [document, "root"];
	const at = Reflect.get(holder, key) as Json;
	const steps: (() => void)[] = [() => Reflect.set(holder, key, structuredClone(oddity))];
	if (Array.isArray(at)) {
		steps.push(() => at.pop());
		steps.push(() => at.push(structuredClone(at[0] ?? oddity)));
	} else if (typeof at === "object" && at !== null) {
		const keys = Object.keys(at);
		steps.push(() => Reflect.deleteProperty(at, keys[place % keys.length] ?? ""));
		steps.push(() => Reflect.set(at, extraKeys[place % extraKeys.length] ?? "", structuredClone(oddity)));
		steps.push(() => Reflect.set(holder, key, { group_operator: "or", group: [structuredClone(at)] }));
	}
	steps[kind % steps.length]?.();
}

const extraKeys = ["extra", "group", "group_operator", "api_name", "field", "comparator", "value", "toString"];

function placesIn(holder: object, key: string | number): [object, string | number][] {
	const value = Reflect.get(holder, key) as Json;
	const inner = Array.isArray(value)
		? value.flatMap((_, index) => placesIn(value, index))
		: typeof value === "object" && value !== null
			? Object.keys(value).flatMap((name) => placesIn(value, name))
			: [];
	return [[holder, key], ...inner];
}

/** The document in v2's spelling: what a filter that was read from it prints. */
export function inV2(json: Json): Json {
	if (Array.isArray(json)) return json.map(inV2);
	if (typeof json !== "object" || json === null) return json;
	const entries = Object.entries(json).map(([key, value]): [string, Json] =>
		key === "field" && typeof value === "object" && value !== null && !Array.isArray(value)
			? ["api_name", value.api_name ?? null]
			: [key, inV2(value)],
	);
	return Object.fromEntries(entries);
}
