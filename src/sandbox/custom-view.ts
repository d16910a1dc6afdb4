import type { WireCriteria } from "../criteria/wire.js";

/** A custom view of a module: what `cvid` refers to. */
export interface CustomView {
	readonly id: string;
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
