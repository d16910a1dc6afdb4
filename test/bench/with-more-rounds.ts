/**
 * Measures, and measures again with twice the rounds if that was not good: on a busy machine a verdict may be chance,
 * and a change for the worse shows both times.
 *
 * @param rounds - how many rounds the first measurement takes.
 * @returns what was measured last.
 */
export async function withMoreRounds<Measured>(
	rounds: number,
	measure: (rounds: number) => Measured | Promise<Measured>,
	isGood: (measured: Measured) => boolean,
): Promise<Measured> {
	const first = await measure(rounds);
	if (isGood(first)) return first;
	console.log(`That was above a limit: once more, with ${rounds * 2} rounds.`);
	return measure(rounds * 2);
}
