import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import type { TokenStore } from "./token-store.js";

/**
 * Keeps access tokens in a file, which needs Node's `node:fs`; here it throws.
 *
 * @throws {@link InvalidOptionError}
 */
export function fileTokenStore(_path: string): TokenStore {
	throw new InvalidOptionError(
		"store",
		"this runtime has no files. Use memoryTokenStore(), or a TokenStore of your own.",
	);
}
