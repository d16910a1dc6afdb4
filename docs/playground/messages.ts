/** A filter for a drawing: it only contains text. */
export type TreeNode =
	| { readonly kind: "condition"; readonly field: string; readonly words: string }
	| { readonly kind: "group"; readonly operator: "and" | "or"; readonly members: readonly TreeNode[] };

/** A name that should be replaced by another. */
export interface Fix {
	readonly given: string;
	readonly wanted: string;
}

/** Something that is allowed, but may be a mistake. */
export interface Hint {
	readonly message: string;
	readonly fix?: Fix;
}

/** A query in every form in which it is shown. It only contains text, since it comes from user code and cannot be trusted. */
export interface Shown {
	readonly module: string;
	/** Its filter as a sentence; if there is no filter, a sentence that says so. */
	readonly english: string;
	readonly tree?: TreeNode;
	/** The number of its conditions. */
	readonly size: number;
	/** The body of the request in version 2. The builder reads this one. */
	readonly request: string;
	/** The body of the request in the selected version. */
	readonly json: string;
	readonly programs: Readonly<Record<string, string>>;
	/** The scopes that a token needs to run it. */
	readonly scopes: readonly string[];
	readonly hints: readonly Hint[];
}

/** Why there is no query. */
export interface Mistake {
	readonly message: string;
	/** Whether the message is this library's, and so written for people. */
	readonly isPlain: boolean;
	readonly fix?: Fix;
}

export type Look = { readonly shown: Shown } | { readonly mistake: Mistake };

export interface RunState {
	readonly state: string;
	readonly milliseconds: number;
}

/** The result of a run. */
export interface Outcome {
	readonly columns: readonly string[];
	/** The first rows only, as text. */
	readonly rows: readonly (readonly string[])[];
	readonly count: number;
	readonly milliseconds: number;
}

/** The data centre and the API version for a query. */
export interface Target {
	readonly dataCenter: string;
	readonly apiVersion: string;
}

/** Longer texts and lists are cut, since user code could send enough to make the page unusable. Real ones are shorter. */
const most = { letters: 200_000, members: 1_000, depth: 60 } as const;

/** Reads a {@link Look} from whatever a closed frame sent. */
export function readLook(given: unknown): Look {
	const { shown, mistake } = objectOf(given);
	if (shown === undefined) return { mistake: readMistake(mistake) };
	const { tree, programs, ...rest } = objectOf(shown);
	return {
		shown: {
			module: textOf(rest.module),
			english: textOf(rest.english),
			...(tree !== undefined && { tree: readTree(tree, 0) }),
			size: numberOf(rest.size),
			request: textOf(rest.request),
			json: textOf(rest.json),
			programs: Object.fromEntries(Object.entries(objectOf(programs)).map(([name, text]) => [name, textOf(text)])),
			scopes: listOf(rest.scopes).map(textOf),
			hints: listOf(rest.hints).map((hint) => ({ message: textOf(objectOf(hint).message), ...readFix(hint) })),
		},
	};
}

/** Reads a {@link RunState} from whatever a closed frame sent. */
export function readRunState(given: unknown): RunState {
	const { state, milliseconds } = objectOf(given);
	return { state: textOf(state), milliseconds: numberOf(milliseconds) };
}

/** Reads an {@link Outcome} from whatever a closed frame sent. */
export function readOutcome(given: unknown): Outcome {
	const { columns, rows, count, milliseconds } = objectOf(given);
	return {
		columns: listOf(columns).map(textOf),
		rows: listOf(rows).map((row) => listOf(row).map(textOf)),
		count: numberOf(count),
		milliseconds: numberOf(milliseconds),
	};
}

function readMistake(given: unknown): Mistake {
	const { message, isPlain } = objectOf(given);
	return {
		message: textOf(message) || "The text does not build a query.",
		isPlain: isPlain === true,
		...readFix(given),
	};
}

function readFix(given: unknown): { readonly fix?: Fix } {
	const { fix } = objectOf(given);
	if (fix === undefined) return {};
	return { fix: { given: textOf(objectOf(fix).given), wanted: textOf(objectOf(fix).wanted) } };
}

function readTree(given: unknown, depth: number): TreeNode {
	const { kind, operator, members, field, words } = objectOf(given);
	if (kind !== "group" || depth > most.depth) return { kind: "condition", field: textOf(field), words: textOf(words) };
	return {
		kind,
		operator: operator === "or" ? "or" : "and",
		members: listOf(members).map((member) => readTree(member, depth + 1)),
	};
}

const objectOf = (given: unknown): Readonly<Record<string, unknown>> =>
	typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {};
const listOf = (given: unknown): readonly unknown[] => (Array.isArray(given) ? given.slice(0, most.members) : []);
const textOf = (given: unknown): string => (typeof given === "string" ? given.slice(0, most.letters) : "");
const numberOf = (given: unknown): number => (typeof given === "number" ? given : 0);
