import type { Criteria } from "../../criteria/node/criteria.js";
import type { WireCriteria } from "../../criteria/node/criteria-json.js";
import { parseCriteria } from "../../criteria/read/parse-criteria.js";
import type { AnyModule } from "../../schema/module-schema.js";

/** A custom view of a module: what `cvid` refers to. */
export interface CustomView {
	/** Its id, digits. */
	readonly id: string;
	/** Its name, for people. */
	readonly name: string;
	/** API name of the module that it shows. */
	readonly module: string;
	/** Its filter, as API v2 spells it; without one it shows every record. */
	readonly criteria?: WireCriteria;
	/**
	 * Whether bulk read accepts it. Views on "Co-owner", "Shared by Me" and "Shared to Me" are refused. Default:
	 * `true`.
	 */
	readonly exportable?: boolean;
}

/** The view in the sample of the API's page: with it, the sample runs. */
export const convertedLeads: CustomView = {
	id: "554023000000093005",
	name: "Converted Leads",
	module: "Leads",
	criteria: { api_name: "$converted", comparator: "equal", value: true },
};

/** A custom view with its filter parsed. */
export interface CheckedView extends CustomView {
	readonly checked: Criteria | undefined;
}

/**
 * Reads the filter of a view.
 *
 * @throws RangeError if its module does not exist; {@link InvalidCriteriaError} if its criteria are invalid.
 */
export function checkView(view: CustomView, modules: ReadonlyMap<string, AnyModule>): CheckedView {
	const module = modules.get(view.module);
	if (module === undefined)
		throw new RangeError(`The view "${view.name}" belongs to ${view.module}, which is not described.`);
	const checked = view.criteria && parseCriteria(module, view.criteria, { allowGroupOfOne: true });
	return { ...view, checked };
}
