import type { LiteralUnion } from "type-fest";
import type { Comparator } from "../../schema/comparators.js";

/** One value as a request spells it. */
export type WireScalar = string | number | boolean;

/** What a condition compares with, as a request spells it. */
export type WireValue = WireScalar | readonly WireScalar[];

/** A condition as API v2 spells it. This is the canonical form; `src/job` writes the others. */
export interface WireCondition {
	/** Path of the field. */
	readonly api_name: string;
	/** One of the table's comparators; anything else comes from `where.raw`. */
	readonly comparator: LiteralUnion<Comparator, string>;
	/** What the field is compared with. */
	readonly value: WireValue;
}

/** How the members of a group are combined. */
export type GroupOperator = "and" | "or";

/** A group as a request spells it. */
export interface WireGroup {
	/** How the members are combined. */
	readonly group_operator: GroupOperator;
	/** Two or more members. */
	readonly group: readonly WireCriteria[];
}

/** A condition or a group as a request spells it. */
export type WireCriteria = WireCondition | WireGroup;
