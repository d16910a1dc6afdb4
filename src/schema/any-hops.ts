/** The fields of a module whose paths may pass through any number of lookups: what `anyHops()` gives. */
export type AnyHops<Fields> = Fields & PathsOfAnyHops;

declare const anyHops: unique symbol;

/** Says that a path may pass through more than one lookup. */
export interface PathsOfAnyHops {
	/** For the compiler only; absent at run time. */
	readonly [anyHops]: true;
}
