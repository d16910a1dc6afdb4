/**
 * An iterator over what a generator gives, whose `return` also ends what a `next` is waiting for. A generator's own waits for
 * that: to leave a loop would take as long as the wait that one wants to leave.
 *
 * @param generate - its signal is aborted by a `return` while a `next` is under way.
 */
export function endOnReturn<Value>(
	generate: (left: AbortSignal) => AsyncGenerator<Value, void, undefined>,
): AsyncIterableIterator<Value, void, undefined> {
	const left = new AbortController();
	const generator = generate(left.signal);
	let underWay = 0;
	return {
		async next() {
			underWay += 1;
			try {
				return await generator.next();
			} catch (error) {
				if (left.signal.aborted) return { done: true, value: undefined };
				throw error;
			} finally {
				underWay -= 1;
			}
		},
		async return() {
			if (underWay > 0) left.abort();
			return generator.return();
		},
		[Symbol.asyncIterator]() {
			return this;
		},
	};
}
