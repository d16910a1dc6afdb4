import {
	bulkRead,
	EMPTY,
	type FieldFacts,
	fieldFacts,
	filterableFields,
	type InputKind,
	parseJob,
	safeCondition,
	type WireCriteria,
} from "zoho-bulk-read";
import { toSource } from "zoho-bulk-read/render";
import { labelOf } from "../../src/schema/module-schema.js";
import { listModules } from "./user-code.js";

/** An entry of a menu. */
export interface Choice {
	readonly name: string;
	readonly label: string;
}

/** What is selected and typed in the builder's row. */
export interface Composition {
	readonly module: string;
	/** The query in the editor, as the API's JSON. If there is none, or its module is another one, a new query begins. */
	readonly request: string | undefined;
	/** The position in the groups of the condition that the new one joins. If empty, it joins the whole filter. */
	readonly place: readonly number[];
	readonly step: "and" | "or" | "replace" | "remove";
	readonly field: string;
	readonly comparator: string;
	/** The typed values: one, or two for a range, or any number for a list. */
	readonly values: readonly string[];
}

/** The new text of the query, or what is wrong and in which part of the row. */
export type Composed =
	| { readonly source: string }
	| { readonly issues: readonly { readonly part: string; readonly message: string }[] };

export function listModuleOptions(): readonly Choice[] {
	return listModules().map((module) => ({ name: module.apiName, label: labelOf(module) }));
}

/** The fields that can filter a module, and those of the modules that its lookups refer to. */
export function listFieldOptions(name: string): readonly Choice[] {
	const module = findModule(name);
	return filterableFields(module).flatMap(({ path, label }) => {
		const target = module.fields.get(path)?.target?.();
		const beyond = target === undefined ? [] : filterableFields(target);
		return [
			{ name: path, label },
			...beyond
				.filter(({ path: further }) => !target?.fields.get(further)?.target)
				.map((further) => ({ name: `${path}.${further.path}`, label: `${label}: ${further.label}` })),
		];
	});
}

export function tellField(name: string, path: string): FieldFacts {
	return fieldFacts(findModule(name), path);
}

/** The kind of input for a field's values. An unknown field counts as text: `safeCondition` reports it later. */
function inputOf(name: string, path: string): InputKind {
	try {
		return tellField(name, path).input;
	} catch {
		return "text";
	}
}

export function composeQuery({ module: name, request, place, step, field, comparator, values }: Composition): Composed {
	const module = findModule(name);
	const there = request === undefined ? undefined : parseJob(JSON.parse(request), listModules());
	const job = there?.module === module ? there : bulkRead(module);
	const filter = job.toJSON().query.criteria;
	let changed: WireCriteria | undefined;
	if (step === "remove") {
		changed = filter && removeAt(filter, place);
	} else {
		const input = inputOf(name, field);
		const built = safeCondition(module, { field, ...toChosen(input, comparator, values) });
		if (!built.success) {
			return { issues: built.issues.map(({ path, message }) => ({ part: String(path[0] ?? "value"), message })) };
		}
		const condition = built.criteria.toJSON();
		changed = filter === undefined ? condition : changeAt(filter, place, step, condition);
	}
	const { query, ...rest } = job.toJSON();
	const { criteria: _, ...asked } = query;
	const next = parseJob({ ...rest, query: { ...asked, ...(changed && { criteria: changed }) } }, [module]);
	return { source: exportJob(toSource(next)) };
}

/** The playground finds a query in the editor because it is exported. */
export const exportJob = (source: string): string => source.replace("\nconst job =", "\nexport const job =");

function findModule(name: string) {
	const found = listModules().find(({ apiName }) => apiName === name);
	if (!found) throw new Error(`There is no module ${name} here.`);
	return found;
}

/** "is empty" is a comparator for people, but a value for the API. */
function toChosen(input: InputKind, comparator: string, values: readonly string[]) {
	if (comparator === "is_empty") return { comparator: "equal", value: EMPTY };
	if (comparator === "is_not_empty") return { comparator: "not_equal", value: EMPTY };
	const read = values.map((value) => readValue(input, value));
	const isMany = /^(?:not_)?(?:in|between)$/.test(comparator);
	return { comparator, value: isMany ? read : read[0] };
}

function readValue(input: InputKind, value: string): unknown {
	if (input === "checkbox") return value === "true";
	if (input === "number" && value.trim() !== "" && Number.isFinite(Number(value))) return Number(value);
	return value;
}

function changeAt(
	there: WireCriteria,
	[index, ...rest]: readonly number[],
	step: "and" | "or" | "replace",
	condition: WireCriteria,
): WireCriteria {
	if (index !== undefined && "group" in there) {
		const group = there.group.map((member, at) => (at === index ? changeAt(member, rest, step, condition) : member));
		return { ...there, group };
	}
	if (step === "replace") return condition;
	if ("group" in there && there.group_operator === step) return { ...there, group: [...there.group, condition] };
	return { group_operator: step, group: [there, condition] };
}

/** A group must not have only one member: the member replaces it. */
function removeAt(there: WireCriteria, [index, ...rest]: readonly number[]): WireCriteria | undefined {
	if (index === undefined || !("group" in there)) return undefined;
	const group = there.group.flatMap((member, at) => (at === index ? (removeAt(member, rest) ?? []) : member));
	return group.length === 1 ? group[0] : { ...there, group };
}
