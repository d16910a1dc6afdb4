import type { Criteria } from "../../criteria/node/criteria.js";
import type { WireCriteria } from "../../criteria/node/criteria-json.js";
import type { CallbackTarget, FileType } from "../../job/request.js";
import type { AnyModule } from "../../schema/module-schema.js";
import type { CheckedView } from "../org/custom-view.js";

/** A checked request to create a job: what it exports. */
export interface ReadRequest {
	readonly module: AnyModule;
	readonly view: CheckedView | undefined;
	/** The paths as they were requested; `undefined` means all fields. */
	readonly fields: readonly string[] | undefined;
	readonly criteria: Criteria | undefined;
	readonly page: number;
	readonly fileType: FileType;
	readonly callback: CallbackTarget | undefined;
}

/** The filter as the API echoes it: the view's and the request's own under one "and". */
export function mergedCriteria(request: ReadRequest): WireCriteria | undefined {
	const own = request.criteria?.toJSON();
	const ofView = request.view?.checked?.toJSON();
	if (own === undefined || ofView === undefined) return own ?? ofView;
	return { group: [ofView, own], group_operator: "and" };
}
