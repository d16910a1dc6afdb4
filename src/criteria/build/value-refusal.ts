import type { CriteriaCode } from "../node/invalid-criteria-error.js";

/** Why a value cannot be sent. */
export class ValueRefusal {
	/** What is wrong with the value, as a clause. */
	readonly problem: string;
	/**
	 * The code that the API would answer with. It is documented that the API distinguishes a value of the wrong kind
	 * from one that no field takes; which mistake gets which code is an assumption.
	 */
	readonly code: CriteriaCode;

	constructor(problem: string, code: CriteriaCode = "FIELD_AND_VALUE_IN_CRITERIA_NOT_COMPATIBLE") {
		this.problem = problem;
		this.code = code;
	}
}
