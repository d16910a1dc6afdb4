import { momentOf } from "../../time/moment.js";
import { writeMoment } from "../../time/write-moment.js";

/** The earlier of two moments, as Zoho writes them; an invalid one takes precedence. */
export function earlier(one: string, other: string): string {
	return momentOf(other) >= momentOf(one) || Number.isNaN(momentOf(one)) ? one : other;
}

/** The moment this many milliseconds earlier; `undefined` if it is not a moment. */
export function before(moment: string, milliseconds: number): string | undefined {
	const time = momentOf(moment);
	if (Number.isNaN(time)) return undefined;
	const [, sign = "+", hours = "00", minutes = "00"] = /([+-])(\d\d):?(\d\d)$/.exec(moment) ?? [];
	return writeMoment(time - milliseconds, `${sign}${hours}:${minutes}`);
}
