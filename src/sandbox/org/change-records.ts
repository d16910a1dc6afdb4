import type { AnyModule } from "../../schema/module-schema.js";
import { checkFieldNames } from "./check-records.js";
import { newId } from "./ids.js";
import type { LivingRecords } from "./living-records.js";
import { idOf, type SandboxRecord } from "./sandbox-record.js";

/** Changes to a module. */
export interface RecordChange {
	/**
	 * Records to add or to change. With the `id` of an existing record, the given values replace its own and the rest
	 * stays; with another `id`, or none, the record is new.
	 */
	readonly upsert?: readonly SandboxRecord[];
	/** The ids of records to delete. Lookups to them read as empty from now on. */
	readonly delete?: readonly string[];
	/**
	 * Whether `Modified_Time` stays the same, as at Zoho when only a formula or a value behind a lookup changes.
	 * Default: `false`. A given `Modified_Time` is kept in any case.
	 */
	readonly keepModifiedTime?: boolean;
}

/** What a change needs. */
export interface ChangeContext {
	readonly module: AnyModule;
	readonly records: LivingRecords;
	/** The moment of the change, as records spell it. */
	readonly time: string;
}

/**
 * Changes the records of a module: all or nothing.
 *
 * @returns the ids of the records that were added or changed, in order.
 * @throws RangeError if a field is unknown, or a record to delete does not exist.
 */
export function changeRecords(change: RecordChange, context: ChangeContext): readonly string[] {
	const { module, records } = context;
	const table = records.now.of(module.apiName);
	const { upsert = [], delete: remove = [] } = change;
	for (const id of remove) {
		if (table.find(id) === undefined) throw new RangeError(`${module.apiName} has no record ${id} to delete.`);
	}
	const put = new Map<string, SandboxRecord>();
	const find = (id: string): SandboxRecord | undefined => put.get(id) ?? table.find(id);
	const ids = upsert.map((given, index) => {
		checkFieldNames(given, module, `upsert[${index}]`);
		const id = idOf(given) ?? newId(table.size, { has: (taken) => find(taken) !== undefined });
		const before = find(id);
		put.set(id, { ...before, ...timesOf(given, before, change, context), ...given, id });
		return id;
	});
	records.change(module.apiName, [...put.values()], remove);
	return ids;
}

/** Users have the time of their creation under another name. */
const creationTimes = ["Created_Time", "created_time"];

/** When the record was created and changed, if its module has such fields. */
function timesOf(
	given: SandboxRecord,
	before: SandboxRecord | undefined,
	{ keepModifiedTime = false }: RecordChange,
	{ module, time }: ChangeContext,
): SandboxRecord {
	const moving = before === undefined ? [...creationTimes, "Modified_Time"] : keepModifiedTime ? [] : ["Modified_Time"];
	const described = moving.filter((name) => module.fields.has(name) && given[name] === undefined);
	return Object.fromEntries(described.map((name) => [name, time]));
}
