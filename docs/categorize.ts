import { Comment, CommentTag, type DeclarationReflection, type Models, ReflectionKind } from "typedoc";

/** The groups of the reference: each room of `src` in words. The first match counts. */
const categories: readonly (readonly [room: RegExp, title: string])[] = [
	[/-error\.ts$/, "Errors"],
	[/^criteria\/build\//, "Conditions"],
	[/^criteria\//, "Filters"],
	[/^schema\//, "Modules and fields"],
	[/^job\//, "Jobs"],
	[/^client\/auth\//, "Credentials"],
	[/^client\/export\//, "Exports and checkpoints"],
	[/^client\//, "Client"],
	[/^result\//, "Rows and results"],
	[/^(?:facts|time|checks)\//, "Facts and clocks"],
	[/^sandbox\/faults\//, "Faults"],
	[/^sandbox\/(?:company|org)\//, "Records"],
	[/^sandbox\//, "The sandbox"],
	[/^sync\/copy\//, "What a database does"],
];

/** Types that only appear in the compiler's messages; users never write them. */
const messageTypes = new Set([
	...[
		"AlreadyAField",
		"AtLeastOneValue",
		"InvalidDate",
		"InvalidDateTime",
		"ListOfAnyLength",
		"OfAnyLength",
		"OneOrMore",
	],
	...["Only", "RefusedPath", "RefusedPaths", "ReplacedFields", "UncheckedComparators"],
]);

const ofMessages = "In the compiler's messages";

/** The groups in the order in which a query passes through the rooms. */
export const categoryOrder: readonly string[] = [
	...["Modules and fields", "Conditions", "Filters", "Jobs", "Credentials", "Client", "Exports and checkpoints"],
	...["Rows and results", "Errors", "The sandbox", "*", ofMessages],
];

/** Gives every exported symbol its category, so that no docstring needs a tag. Call this before TypeDoc reads the tags. */
export function categorize(project: Models.ProjectReflection): void {
	for (const symbol of (project.children ?? []).flatMap(({ children }) => children ?? [])) {
		const file = project.getSymbolIdFromReflection(symbol)?.fileName ?? "";
		const [, path = ""] = /\/src\/(.+)$/.exec(file) ?? [];
		const ofRoom = categories.find(([room]) => room.test(path))?.[1];
		const title = messageTypes.has(symbol.name) ? ofMessages : ofRoom;
		if (title !== undefined) addTag(symbol, title);
	}
}

function addTag(symbol: DeclarationReflection, title: string): void {
	const commented = symbol.signatures?.[0] ?? symbol;
	// A symbol that is exported twice has its comment at the first entry point. A missing comment should still fail the build.
	if (symbol.kindOf(ReflectionKind.Reference)) symbol.comment = new Comment();
	commented.comment?.blockTags.push(new CommentTag("@category", [{ kind: "text", text: title }]));
}
