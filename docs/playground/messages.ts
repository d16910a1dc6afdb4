/** A filter as a drawing needs it: text and nothing else. */
export type TreeNode =
	| { readonly kind: "condition"; readonly field: string; readonly words: string }
	| { readonly kind: "group"; readonly operator: "and" | "or"; readonly members: readonly TreeNode[] };

/** Where one name should stand in place of another. */
export interface Fix {
	readonly given: string;
	readonly wanted: string;
}

/** Something worth a look, though nothing refuses it. */
export interface Hint {
	readonly message: string;
	readonly fix?: Fix;
}

/** A query, shown in every way. All of it is text: user code had its hands on it. */
export interface Shown {
	readonly module: string;
	/** Its filter as a sentence, or that it has none. */
	readonly english: string;
	readonly tree?: TreeNode;
	/** How many conditions it has. */
	readonly size: number;
	/** The body of the request in version 2, which is what is read back. */
	readonly request: string;
	/** The body of the request in the version that was chosen. */
	readonly json: string;
	/** The programs that send it, by language. */
	readonly programs: Readonly<Record<string, string>>;
	/** What a token needs to run it. */
	readonly scopes: readonly string[];
	readonly hints: readonly Hint[];
}

/** Why there is no query. */
export interface Mistake {
	readonly message: string;
	/** Whether it is in this library's words, which are written for people. */
	readonly isPlain: boolean;
	readonly fix?: Fix;
}

/** What came of looking at a text. */
export type Look = { readonly shown: Shown } | { readonly mistake: Mistake };

/** The progress of a run. */
export interface RunState {
	readonly state: string;
	readonly milliseconds: number;
}

/** What came of a run. */
export interface Outcome {
	readonly columns: readonly string[];
	/** The first rows, as text. */
	readonly rows: readonly (readonly string[])[];
	readonly count: number;
	readonly milliseconds: number;
}

/** Where a query is sent, and in which version. */
export interface Target {
	readonly dataCenter: string;
	readonly apiVersion: string;
}

/** Longer texts and lists are cut: nothing that is shown is longer, and a page must stay usable. */
const most = { letters: 200_000, members: 1_000, depth: 60 } as const;

/** Takes from a closed frame what looks like a {@link Look}, whatever else it sent. */
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

/** Takes from a closed frame what looks like a {@link RunState}. */
export function readRunState(given: unknown): RunState {
	const { state, milliseconds } = objectOf(given);
	return { state: textOf(state), milliseconds: numberOf(milliseconds) };
}

/** Takes from a closed frame what looks like an {@link Outcome}. */
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
	return { message: textOf(message) || "Nothing came of the text.", isPlain: isPlain === true, ...readFix(given) };
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
