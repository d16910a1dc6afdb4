import { keysOf } from "../../facts/table.js";

/** When a fault affects a request. */
export type FaultPhase = "before" | "job" | "answer" | "body";

/** What is known about a fault. */
export interface FaultTraits {
	/** When it takes effect. */
	readonly phase: FaultPhase;
	/** What its number means; absent if it has none. */
	readonly unit?: string;
	/** Its default number; absent if that depends on the answer. */
	readonly amount?: number;
	/** What happens, as a sentence. */
	readonly says: string;
}

/** The name of a fault. */
export type FaultName =
	| "latency"
	| "refuse"
	| "reset"
	| "cut"
	| "429"
	| "500"
	| "503"
	| "html"
	| "expired-token"
	| "job-fails"
	| "job-never-ends"
	| "unknown-state"
	| "truncate"
	| "flip"
	| "wrong-length"
	| "drip";

/** Every way in which the sandbox can misbehave. */
export const faultTable: Readonly<Record<FaultName, FaultTraits>> = {
	latency: { phase: "before", unit: "milliseconds", amount: 1_000, says: "The request waits before it is handled." },
	refuse: { phase: "before", says: "The connection is reset before the request is handled." },
	reset: { phase: "answer", says: "The request is handled, and the connection is reset before the answer." },
	cut: {
		phase: "body",
		unit: "bytes",
		says: "The connection is reset during the answer, after some bytes (half of them).",
	},
	"429": {
		phase: "before",
		unit: "seconds in Retry-After",
		says: "Too many requests; without a number, there is no Retry-After.",
	},
	"500": { phase: "before", says: "An internal error in the API's form." },
	"503": { phase: "before", unit: "seconds in Retry-After", says: "A gateway's page: service unavailable." },
	html: { phase: "before", says: "A web page with status 200, as from a proxy or a login wall." },
	"expired-token": { phase: "before", says: "The request's access token expires before it is checked." },
	"job-fails": { phase: "job", says: "The job that the request creates ends in FAILURE." },
	"job-never-ends": { phase: "job", says: "The job that the request creates stays IN PROGRESS." },
	"unknown-state": {
		phase: "job",
		says: "The job that the request creates passes through an undocumented state.",
	},
	truncate: { phase: "body", unit: "bytes", says: "The body ends early (after half of it), without an error." },
	flip: { phase: "body", unit: "byte, from 0", says: "One bit of the body is flipped (in its middle)." },
	"wrong-length": {
		phase: "body",
		unit: "bytes",
		amount: 100,
		says: "Content-Length announces more bytes than are sent.",
	},
	drip: {
		phase: "body",
		unit: "bytes a second",
		amount: 1_000,
		says: "The body arrives slowly, in ten pieces a second.",
	},
};

/** One way to misbehave, for one request. */
export interface Fault {
	/** What happens. */
	readonly fault: FaultName;
	/** Its number: see {@link faultTable} for what it means. */
	readonly amount?: number;
}

/** Every name of a fault. */
export const faultNames: readonly FaultName[] = keysOf(faultTable);

/** The header with which a single request asks for faults: `x-sandbox-fault: latency=200, truncate`. */
export const faultHeader = "x-sandbox-fault";

/**
 * Reads faults from text: `"latency=200, truncate"`.
 *
 * @throws RangeError if a name is unknown, or its number is not a number.
 */
export function parseFaults(text: string): readonly Fault[] {
	return text
		.split(",")
		.map((part) => part.trim())
		.filter((part) => part !== "")
		.map(parseFault);
}

function parseFault(text: string): Fault {
	const [name = "", digits, ...rest] = text.split("=");
	if (!isFaultName(name)) throw new RangeError(`"${name}" is not a fault. Known: ${faultNames.join(", ")}.`);
	if (digits === undefined) return { fault: name };
	if (rest.length > 0 || !/^\d+$/.test(digits))
		throw new RangeError(`"${text}": the number of a fault must be a whole number.`);
	if (faultTable[name].unit === undefined) throw new RangeError(`"${text}": the fault ${name} takes no number.`);
	return { fault: name, amount: Number(digits) };
}

function isFaultName(name: string): name is FaultName {
	return Object.hasOwn(faultTable, name);
}
