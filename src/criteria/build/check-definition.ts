import { InvalidOptionError } from "../../checks/invalid-option-error.js";
import { showGiven } from "../../checks/show-given.js";
import { familyOf } from "../../schema/comparators.js";

/**
 * Checks the fields of a module that is defined by hand.
 *
 * @throws {@link InvalidOptionError} that names the first one that is not a descriptor.
 */
export function checkFields(fields: unknown): void {
	if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
		throw new InvalidOptionError(
			"fields",
			`${showGiven(fields)} is not an object of descriptors, like { Name: text }.`,
		);
	}
	const entries: readonly [string, unknown][] = Object.entries(fields);
	for (const [name, field] of entries) {
		if (isDescriptor(field)) continue;
		throw new InvalidOptionError(
			`fields.${name}`,
			`${showGiven(field)} is not a descriptor, like text or picklist("A").`,
		);
	}
}

function isDescriptor(field: unknown): boolean {
	if (typeof field !== "object" || field === null || !("dataType" in field)) return false;
	return typeof field.dataType === "string" && Object.hasOwn(familyOf, field.dataType);
}

/**
 * Checks the known values of a picklist.
 *
 * @throws {@link InvalidOptionError} for anything but texts.
 */
export function checkKnownValues(values: readonly unknown[]): void {
	for (const [index, value] of values.entries()) {
		if (typeof value !== "string")
			throw new InvalidOptionError(`values[${index}]`, `${showGiven(value)} is not a text.`);
	}
}

/**
 * Checks the function that returns the module of a lookup.
 *
 * @throws {@link InvalidOptionError} for anything but a function.
 */
export function checkTarget(module: unknown): void {
	if (typeof module === "function") return;
	const sentence = "is not a function. Give () => Module, so that modules may refer to each other.";
	throw new InvalidOptionError("module", `${showGiven(module)} ${sentence}`);
}
