import { type Models, ReflectionKind } from "typedoc";

/**
 * The names of what needs no comment of its own: members of a type that has no name, among them the rows of tables of data,
 * and the `name` of an error.
 */
export function selfExplaining(project: Models.ProjectReflection): string[] {
	const names = Object.values(project.reflections)
		.filter((reflection) => reflection.kindOf(ReflectionKind.Property) && !reflection.hasComment())
		.filter(explainsItself)
		.map((reflection) => reflection.getFullName());
	return [...new Set(names)];
}

function explainsItself(property: Models.Reflection): boolean {
	const { parent, name, flags } = property;
	// What a parameter is made of, nobody asks about.
	if (isOfParameter(property)) return false;
	if (parent?.kindOf(ReflectionKind.TypeLiteral)) return true;
	return name === "name" && parent?.kindOf(ReflectionKind.Class) === true && !flags.isInherited;
}

function isOfParameter({ parent }: Models.Reflection): boolean {
	return parent !== undefined && (parent.kindOf(ReflectionKind.Parameter) || isOfParameter(parent));
}
