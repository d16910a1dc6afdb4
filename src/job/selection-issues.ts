import { limits } from "../facts/limits.js";
import type { AnyModule } from "../schema/module-schema.js";
import { isPathProblem, resolvePath } from "../schema/path.js";
import type { JobIssue } from "./invalid-job-error.js";

/** Lists what is wrong with the paths that a job selects. */
export function selectionIssues(module: AnyModule, paths: readonly string[]): JobIssue[] {
	const issues: JobIssue[] = [];
	const at = (index: number): readonly (string | number)[] => ["query", "fields", index];
	if (paths.length === 0 || paths.length > limits.fields) {
		issues.push({
			code: "QUERY_NOT_SUPPORTED",
			message: `${paths.length} fields were selected; select 1 to ${limits.fields}. For every field of the module, leave out select; with more than ${limits.fields} the API exports every field anyway.`,
			path: ["query", "fields"],
			given: paths.length,
		});
	}
	for (const [index, path] of paths.entries()) {
		const found = resolvePath(module, path);
		if (isPathProblem(found)) {
			issues.push({
				code: "FIELD_NOT_AVAILABLE",
				message: found.problem,
				path: at(index),
				given: path,
				allowed: found.allowed,
			});
		} else if (!found.field.exportable) {
			issues.push({
				code: "FIELD_NOT_SUPPORTED",
				message: `"${path}" of ${module.apiName} is not exported by bulk read.`,
				path: at(index),
				given: path,
			});
		}
		if (paths.indexOf(path) !== index) {
			issues.push({
				code: "FIELD_NOT_SUPPORTED",
				message: `"${path}" was selected twice; a row has each column once.`,
				path: at(index),
				given: path,
			});
		}
	}
	return issues;
}
