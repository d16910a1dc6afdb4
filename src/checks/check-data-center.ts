import { type DataCenter, dataCenters } from "../facts/data-centers.js";
import { InvalidOptionError } from "./invalid-option-error.js";

/**
 * Checks that a data centre is one of Zoho's.
 *
 * @param instead - the option to give for another server.
 * @throws {@link InvalidOptionError}
 */
export function checkDataCenter(dataCenter: DataCenter | undefined, instead: string): DataCenter {
	if (typeof dataCenter === "string" && Object.hasOwn(dataCenters, dataCenter)) return dataCenter;
	const known = Object.keys(dataCenters).join(", ");
	throw new InvalidOptionError(
		"dataCenter",
		`"${dataCenter}" is not one of ${known}. For another server give ${instead}.`,
	);
}
