import { didYouMean } from "../../checks/closest-names.js";
import { type AnyModule, nameAsWords } from "../../schema/module-schema.js";
import { type CheckedView, type CustomView, checkView } from "./custom-view.js";
import { makeId } from "./ids.js";
import type { LivingRecords } from "./living-records.js";

/** The user whose token is used: who creates the jobs. */
export interface SandboxUser {
	/** Id of the user, digits. */
	readonly id: string;
	/** Name of the user. */
	readonly name: string;
}

/** The parts of an org. */
export interface OrgParts {
	readonly modules: readonly AnyModule[];
	readonly records: LivingRecords;
	readonly customViews: readonly CustomView[];
	readonly user: SandboxUser;
	/** The modules that bulk read does not serve. */
	readonly unsupportedModules: readonly string[];
	/** The modules that the user may not read. */
	readonly forbiddenModules: readonly string[];
	/** The fields that are stored encrypted, by module. */
	readonly encryptedFields: Readonly<Record<string, readonly string[]>>;
}

/** The sandbox's org: its modules, records, views and people. */
export class Org {
	readonly modules: ReadonlyMap<string, AnyModule>;
	readonly records: LivingRecords;
	readonly customViews: readonly CheckedView[];
	readonly user: SandboxUser;
	readonly #parts: OrgParts;
	readonly #numbers: ReadonlyMap<string, number>;

	constructor(parts: OrgParts) {
		this.modules = new Map(parts.modules.map((module) => [module.apiName, module]));
		this.records = parts.records;
		this.user = parts.user;
		const views = [...parts.customViews, ...parts.modules.map(allRecords)];
		this.customViews = views.map((view) => checkView(view, this.modules));
		this.#parts = parts;
		this.#numbers = new Map(parts.modules.map((module, index) => [module.apiName, index]));
	}

	/**
	 * The module with an API name.
	 *
	 * @throws RangeError if there is none.
	 */
	module(apiName: string): AnyModule {
		const module = this.modules.get(apiName);
		if (module === undefined)
			throw new RangeError(`The sandbox has no module "${apiName}".${didYouMean(apiName, this.modules.keys())}`);
		return module;
	}

	/** Whether bulk read serves a module. */
	serves(module: AnyModule): boolean {
		return !this.#parts.unsupportedModules.includes(module.apiName);
	}

	/** Whether the user may not read a module. */
	forbids(module: AnyModule): boolean {
		return this.#parts.forbiddenModules.includes(module.apiName);
	}

	/** Whether a field is stored encrypted. */
	encrypts(module: AnyModule, field: string): boolean {
		return this.#parts.encryptedFields[module.apiName]?.includes(field) ?? false;
	}

	/** The id of a module's metadata. */
	moduleId(module: AnyModule): string {
		return makeId("module", this.#number(module));
	}

	/** The id of a field's metadata. */
	fieldId(module: AnyModule, apiName: string): string {
		const index = [...module.fields.keys()].indexOf(apiName);
		return makeId("field", this.#number(module) * 10_000 + index);
	}

	#number(module: AnyModule): number {
		return this.#numbers.get(module.apiName) ?? this.#numbers.size;
	}
}

/** The view that every module has. */
function allRecords(module: AnyModule, index: number): CustomView {
	return {
		id: makeId("customView", index),
		name: `All ${nameAsWords(module.apiName)}`,
		module: module.apiName,
	};
}
