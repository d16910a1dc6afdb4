import { type Models, ReflectionKind } from "typedoc";

/**
 * The names of symbols that need no comment: members of types without a name, such as the rows of tables of data, and the
 * `name` of an error.
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
	// The members of a parameter explain themselves.
	if (isOfParameter(property)) return false;
	if (parent?.kindOf(ReflectionKind.TypeLiteral)) return true;
	return name === "name" && parent?.kindOf(ReflectionKind.Class) === true && !flags.isInherited;
}

function isOfParameter({ parent }: Models.Reflection): boolean {
	return parent !== undefined && (parent.kindOf(ReflectionKind.Parameter) || isOfParameter(parent));
}
