import { Comment, CommentTag, type DeclarationReflection, type Models, ReflectionKind } from "typedoc";

/** What the reference groups symbols by: the rooms of `src` that they stand in, in words. The first that fits counts. */
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

/** Types that only the compiler's messages name, or their parts: nobody writes them. */
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

/** The last group of a page. */
const ofMessages = "In the compiler's messages";

/** The order in which a page shows them: that in which a query travels. */
export const categoryOrder: readonly string[] = [
	...["Modules and fields", "Conditions", "Filters", "Jobs", "Credentials", "Client", "Exports and checkpoints"],
	...["Rows and results", "Errors", "The sandbox", "*", ofMessages],
];

/** Gives every exported symbol its category, so that no docstring has to. To be called before TypeDoc reads them. */
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
	// What is exported from two entries has its comment in the first. What has none at all fails the build.
	if (symbol.kindOf(ReflectionKind.Reference)) symbol.comment = new Comment();
	commented.comment?.blockTags.push(new CommentTag("@category", [{ kind: "text", text: title }]));
}
