import { showInConsole } from "../../checks/show-in-console.js";
import type { Field } from "../../schema/field.js";
import { type AnyModule, type FieldDescriptor, type Hops, withTarget } from "../../schema/module-schema.js";
import { makeWhere } from "./where.js";

/** A module without its types. */
interface RuntimeModule extends AnyModule {
	readonly where: ReturnType<typeof makeWhere>;
	anyHops(): RuntimeModule;
}

/** A module's data are enumerable properties, its functions are not. */
export function makeModule(
	apiName: string,
	readFields: () => ReadonlyMap<string, FieldDescriptor>,
	hops: Hops,
): RuntimeModule {
	let fields: ReadonlyMap<string, FieldDescriptor> | undefined;
	const fieldsOnce = (): ReadonlyMap<string, FieldDescriptor> => {
		fields ??= readFields();
		return fields;
	};
	const schema: AnyModule = {
		apiName,
		hops,
		get fields() {
			return fieldsOnce();
		},
	};
	// The two properties make it one.
	const module: RuntimeModule = Object.defineProperties(schema as RuntimeModule, {
		anyHops: { value: () => makeModule(apiName, fieldsOnce, "any") },
		where: { value: makeWhere(schema) },
	});
	showInConsole(
		module,
		() => `[Module ${apiName}: ${countFields(fieldsOnce().size)}${hops === "any" ? ", any hops" : ""}]`,
	);
	return Object.freeze(module);
}

const countFields = (count: number): string => (count === 1 ? "1 field" : `${count} fields`);

/** What a descriptor holds at run time, beyond its type. */
type RuntimeField = Field & { readonly values?: readonly string[]; readonly module?: () => AnyModule };

/** What is known at run time about fields that were described by hand. */
export function describeFields(fields: object): ReadonlyMap<string, FieldDescriptor> {
	return new Map(Object.entries(fields).map(([name, field]) => [name, describeField(name, field)]));
}

function describeField(apiName: string, field: RuntimeField): FieldDescriptor {
	const described = {
		apiName,
		dataType: field.dataType,
		filterable: field.filterable,
		exportable: field.exportable,
		values: field.values ?? [],
	};
	return field.module === undefined ? described : withTarget(described, field.module);
}
