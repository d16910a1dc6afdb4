/** The values in a filter. They change from one call to the next, as in an application. */
export interface Given {
	readonly from: string;
	readonly to: string;
	readonly optOut: boolean;
	readonly name: string;
	readonly source: string;
	readonly sources: readonly string[];
	readonly digits: string;
	readonly amount: number;
	readonly owner: string;
}

/** What it is at one of many times. */
export function given(time: number): Given {
	return {
		from: "2026-01-01T00:00:00+05:30",
		to: "2026-06-30T23:59:59+05:30",
		optOut: (time & 1) === 0,
		name: "Boyle",
		source: "Advertisement",
		sources: ["Web Download", "Partner", "Trade Show"],
		digits: "5",
		amount: 1_000 + (time & 15),
		owner: "554023000000695002",
	};
}
