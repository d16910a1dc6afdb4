/** The shortest exact decimal of a number, without an exponent: the API's samples have none. */
export function plainDigits(given: number): string {
	const shortest = String(given);
	const magnitude = Math.abs(given);
	if (magnitude === 0 || (magnitude >= 1e-6 && magnitude < 1e21)) return shortest;
	const [, sign = "", lead = "", fraction = "", exponentText = "0"] =
		/^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(shortest) ?? [];
	const exponent = Number(exponentText);
	const digits = lead + fraction;
	return exponent < 0 ? `${sign}0.${"0".repeat(-exponent - 1)}${digits}` : `${sign}${digits.padEnd(exponent + 1, "0")}`;
}
