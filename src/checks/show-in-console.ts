/**
 * What Node, Bun and Deno look for on an object that they print.
 *
 * @see https://nodejs.org/api/util.html#custom-inspection-functions-on-objects
 */
const inspection = Symbol.for("nodejs.util.inspect.custom");

/** Makes `console.log` print an object, or everything that inherits from it, as we choose. */
export function showInConsole<Shown extends object>(shown: Shown, write: (shown: Shown) => string): void {
	Object.defineProperty(shown, inspection, {
		value(this: Shown) {
			return write(this);
		},
	});
}
