import { InvalidArgumentError } from "commander";

/** Takes an option that may be given again. */
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
	if (!/^[0-7]{3}$/.test(text)) throw new InvalidArgumentError("Give permissions as chmod takes them, such as 644.");
	return Number.parseInt(text, 8);
}

/** Takes a port. */
export function readPort(text: string): number {
	const port = Number(text);
	if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
	return port;
}
