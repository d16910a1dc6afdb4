import type { LiteralUnion } from "type-fest";
import type { Comparator } from "../../schema/comparators.js";

/** One value as it stands in a request. */
export type WireScalar = string | number | boolean;

/** What a condition compares with, as it stands in a request. */
export type WireValue = WireScalar | readonly WireScalar[];

/** A condition as API v2 spells it; this is the canonical form, `src/job` writes the others. */
export interface WireCondition {
	/** Path of the field. */
	readonly api_name: string;
	/** One of the table's comparators; anything else can only come from `where.raw`. */
	readonly comparator: LiteralUnion<Comparator, string>;
	/** What the field is compared with. */
	readonly value: WireValue;
}

/** How the members of a group combine. */
export type GroupOperator = "and" | "or";

/** A group as it stands in a request. */
export interface WireGroup {
	/** How the members combine. */
	readonly group_operator: GroupOperator;
	/** Two members or more. */
	readonly group: readonly WireCriteria[];
}

/** A condition or a group as it stands in a request. */
export type WireCriteria = WireCondition | WireGroup;
