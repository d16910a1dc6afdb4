/**
 * An iterator over a generator whose `return` also ends whatever a `next` is waiting for. A generator's own `return`
 * waits for it, so leaving a loop would take as long as the wait.
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
