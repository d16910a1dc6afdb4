import { checkOptions } from "../../checks/check-argument.js";
import { checkModule } from "../../schema/check-module.js";
import type { Criteria } from "../node/criteria.js";
import type { WireCriteria } from "../node/criteria-json.js";
import { criteriaJsonSchema } from "./criteria-json-schema.js";
import { type NamedModule, type ParseCriteriaOptions, safeParseCriteria } from "./parse-criteria.js";
import type { StandardJsonSchemaOptions, StandardSchema } from "./standard-schema.js";

/** A schema for the criteria of a module, for forms, routers and queues that support Standard Schema. */
export interface CriteriaSchema<Name extends string = string> extends StandardSchema<WireCriteria, Criteria<Name>> {}

/**
 * Makes the schema of a module's criteria, for anything that takes a [Standard Schema](https://standardschema.dev): it
 * validates JSON to a {@link Criteria}, and converts itself to JSON Schema (draft 2020-12).
 *
 * @see {@link parseCriteria} for what is accepted, {@link criteriaJsonSchema} for what JSON Schema cannot express.
 */
export function criteriaSchema<Name extends string>(
	module: NamedModule<Name>,
	options: ParseCriteriaOptions = {},
): CriteriaSchema<Name> {
	checkModule(module);
	checkOptions(options);
	const jsonSchema = ({ target }: StandardJsonSchemaOptions): Record<string, unknown> => {
		if (target === "draft-2020-12") return { ...criteriaJsonSchema(module, options) };
		throw new RangeError(`The criteria schema is available in draft-2020-12 only, not in ${target}.`);
	};
	return {
		"~standard": {
			version: 1,
			vendor: "zoho-bulk-read",
			validate: (value) => {
				const parsed = safeParseCriteria(module, value, options);
				return parsed.success
					? { value: parsed.criteria }
					: { issues: parsed.issues.map(({ message, path }) => ({ message, path: path.slice(1) })) };
			},
			jsonSchema: { input: jsonSchema, output: jsonSchema },
		},
	};
}
