import { element, make, makeButton } from "./elements.js";
import type { Problem } from "./language-worker.js";
import type { Fix, Mistake } from "./messages.js";

/** What the list of problems can tell the editor to do. */
export interface ProblemActions {
	readonly goTo: (position: number) => void;
	readonly fix: (fix: Fix) => void;
}

/**
 * Says in one sentence what is wrong, and how to fix it if that is known. The compiler's own text is exact but long, so it is
 * folded.
 */
export function tellProblems(
	problems: readonly Problem[],
	mistake: Mistake | undefined,
	actions: ProblemActions,
): void {
	const [first] = problems;
	element("editor").dataset.checked = String(problems.length);
	const box = element("problems");
	if (first === undefined && mistake === undefined) {
		box.replaceChildren();
		return;
	}
	const { sentence, fix } = choose(first, mistake);
	const line = make("p", "", "mistake");
	line.append(makeButton(sentence, () => actions.goTo(first?.from ?? 0), "sentence"));
	if (fix) line.append(makeButton(`Write "${fix.wanted}"`, () => actions.fix(fix), "fix"));
	box.replaceChildren(line, ...(first === undefined ? [] : [foldCompilersText(problems, actions)]));
}

function choose(first: Problem | undefined, mistake: Mistake | undefined) {
	const where = first === undefined ? "" : `Line ${first.line}: `;
	const fix = mistake?.fix ?? first?.fix;
	// Half-typed text cannot run, and the compiler's other messages are consequences of the first.
	if (first?.isSyntax) return { sentence: `${where}this is not complete yet. ${first.message}`, fix: undefined };
	if (mistake?.isPlain) return { sentence: `${where}${mistake.message}`, fix };
	if (first?.allowed)
		return { sentence: `${where}there is no "${first.name}" here. ${sayAllowed(first.allowed)}`, fix };
	const [words = ""] = (first?.message ?? mistake?.message ?? "").split("\n");
	return { sentence: `${where}${words}`, fix };
}

function sayAllowed(allowed: readonly string[]): string {
	return allowed.length === 1 ? `There is ${allowed[0]}.` : `There are ${allowed.join(", ")}.`;
}

function foldCompilersText(problems: readonly Problem[], { goTo }: ProblemActions): HTMLElement {
	const folded = make("details");
	folded.append(
		make("summary", problems.length === 1 ? "What the compiler says" : `What the compiler says (${problems.length})`),
	);
	const list = folded.appendChild(make("ul"));
	for (const { line, message, from } of problems) {
		list.appendChild(make("li")).append(makeButton(`Line ${line}: ${message}`, () => goTo(from)));
	}
	return folded;
}
