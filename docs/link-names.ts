import { type Comment, Models } from "typedoc";

/**
 * Resolves links such as `{@link Criteria}` from a guide or another entry point. The name is enough, since only one entry point
 * exports it. A link that stays unresolved fails the build.
 */
export function linkNames(project: Models.ProjectReflection): void {
	for (const reflection of Object.values(project.reflections)) {
		for (const part of partsOf(reflection)) {
			if (part.kind !== "inline-tag" || !part.tag.startsWith("@link") || part.target !== undefined) continue;
			const target = findExported(project, part.text.trim());
			if (target) part.target = target;
		}
	}
}

/** The parts of a symbol's comments, or of a guide. */
export function partsOf(reflection: Models.Reflection): readonly Models.CommentDisplayPart[] {
	const ofComment = ({ summary, blockTags }: Comment): Models.CommentDisplayPart[] => [
		...summary,
		...blockTags.flatMap(({ content }) => content),
	];
	return [
		...(reflection instanceof Models.DocumentReflection ? reflection.content : []),
		...(reflection.comment ? ofComment(reflection.comment) : []),
	];
}

function findExported(project: Models.ProjectReflection, name: string): Models.Reflection | undefined {
	const path = name.split(".");
	return project.children?.map((module) => module.getChildByName(path)).find((child) => child !== undefined);
}
