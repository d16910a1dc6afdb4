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
	/** Whether bulk read takes it. Views on "Co-owner", "Shared by Me" and "Shared to Me" are refused. Default: `true`. */
	readonly exportable?: boolean;
}

/** The view of the API page's own sample: with it, the sample runs. */
export const convertedLeads: CustomView = {
	id: "554023000000093005",
	name: "Converted Leads",
	module: "Leads",
	criteria: { api_name: "$converted", comparator: "equal", value: true },
};

/** A custom view whose filter was read. */
export interface CheckedView extends CustomView {
	readonly checked: Criteria | undefined;
}

/**
 * Reads the filter of a view.
 *
 * @throws RangeError where its module is not there; {@link InvalidCriteriaError} where its criteria is none.
 */
export function checkView(view: CustomView, modules: ReadonlyMap<string, AnyModule>): CheckedView {
	const module = modules.get(view.module);
	if (module === undefined)
		throw new RangeError(`The view "${view.name}" is of ${view.module}, which is not described.`);
	const checked = view.criteria && parseCriteria(module, view.criteria, { allowGroupOfOne: true });
	return { ...view, checked };
}
