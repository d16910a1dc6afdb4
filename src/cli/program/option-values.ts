import { InvalidArgumentError } from "commander";

/** Takes a repeatable option. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
	return [...before, value];
}

/** Takes a whole number from 1. */
export function readPositive(text: string): number {
	const number = Number(text);
	if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError("Give a whole number from 1.");
	return number;
}

/** Takes permissions. */
export function readMode(text: string): number {
	if (!/^[0-7]{3}$/.test(text)) throw new InvalidArgumentError("Give permissions as for chmod, such as 644.");
	return Number.parseInt(text, 8);
}

/** Takes a port. */
export function readPort(text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65_535)
		throw new InvalidArgumentError("A port must be a whole number from 0 to 65535.");
	return port;
}
