import { didYouMean } from "../../checks/closest-names.js";
import type { AnyModule } from "../../schema/module-schema.js";
import { idOf, makeOneByOne, type SandboxRecord, type SandboxRecords } from "./sandbox-record.js";

/**
 * Checks the records that a sandbox is given. Those that it makes up are not read for this.
 *
 * @throws RangeError if a module or a field is unknown, two records share an id, or a lookup leads to no record
 * although its module has records.
 */
export function checkRecords(records: SandboxRecords, modules: ReadonlyMap<string, AnyModule>): void {
	if (makeOneByOne in records) return;
	const ids = new Map<string, ReadonlySet<string>>();
	for (const [name, list] of Object.entries(records)) {
		if (!modules.has(name))
			throw new RangeError(`records: "${name}" is not a module.${didYouMean(name, modules.keys())}`);
		ids.set(name, collectIds(name, list));
	}
	for (const [name, list] of Object.entries(records)) {
		const module = modules.get(name);
		if (module !== undefined) checkModule(module, list, ids);
	}
}

function collectIds(module: string, records: readonly SandboxRecord[]): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const [index, record] of records.entries()) {
		const id = idOf(record);
		if (id === undefined) continue;
		if (ids.has(id)) throw new RangeError(`records.${module}[${index}]: another record has the id ${id} too.`);
		ids.add(id);
	}
	return ids;
}

function checkModule(
	module: AnyModule,
	records: readonly SandboxRecord[],
	ids: ReadonlyMap<string, ReadonlySet<string>>,
): void {
	const lookups = [...module.fields.values()].flatMap(({ apiName, target }) => {
		const found = target === undefined ? undefined : ids.get(target().apiName);
		return target === undefined || found === undefined ? [] : [{ apiName, target: target().apiName, ids: found }];
	});
	for (const [index, record] of records.entries()) {
		const place = `records.${module.apiName}[${index}]`;
		checkFieldNames(record, module, place);
		for (const lookup of lookups) {
			const id = idOf(record[lookup.apiName]);
			if (id === undefined || lookup.ids.has(id)) continue;
			const hint = lookup.ids.size > mostCompared ? "" : didYouMean(id, lookup.ids);
			throw new RangeError(`${place}.${lookup.apiName}: ${lookup.target} has no record ${id}.${hint}`);
		}
	}
}

/** Among more ids, finding a similar one takes too long. */
const mostCompared = 1_000;

/**
 * Checks that a record has no field that its module lacks. Names that begin with `$` are the API's own, and not in any
 * metadata.
 *
 * @param place - where the record is, for the error.
 * @throws RangeError if it has one.
 */
export function checkFieldNames(record: SandboxRecord, module: AnyModule, place: string): void {
	for (const name of Object.keys(record)) {
		if (name === "id" || name.startsWith("$") || module.fields.has(name)) continue;
		const names = module.fields.keys();
		throw new RangeError(`${place}: "${name}" is not a field of ${module.apiName}.${didYouMean(name, names)}`);
	}
}
