import type { AnyModule } from "../../schema/module-schema.js";
import { isPathProblem, resolvePath } from "../../schema/path.js";
import type { CriteriaIssue } from "../node/invalid-criteria-error.js";
import { InvalidCriteriaError } from "../node/invalid-criteria-error.js";
import type { DescribedReference } from "./field-comparators.js";

/**
 * Finds the field that a path leads to, if it can be filtered.
 *
 * @throws {@link InvalidCriteriaError} if it cannot, or there is no such field.
 */
export function findFilterableField(module: AnyModule, path: string): DescribedReference {
	const found = resolvePath(module, path);
	if (isPathProblem(found)) {
		throw refused({
			code: "FIELD_IN_CRITERIA_NOT_AVAILABLE",
			message: found.problem,
			field: path,
			given: path,
			allowed: found.allowed,
		});
	}
	if (!found.field.filterable) {
		throw refused({
			code: "FIELD_IN_CRITERIA_NOT_SUPPORTED",
			message: `"${path}" of ${module.apiName} cannot be filtered. If your org accepts it, use where.raw.`,
			field: path,
			given: path,
		});
	}
	return { module, path, field: found.field };
}

const refused = (issue: Omit<CriteriaIssue, "path">): InvalidCriteriaError =>
	new InvalidCriteriaError([{ ...issue, path: [] }]);
