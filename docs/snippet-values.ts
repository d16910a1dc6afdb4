import { Leads } from "zoho-bulk-read/standard";

// What `snippet-globals.d.ts` promises, and what an example is told or reads, has a value in the playground.
export const { where } = Leads;
export const yesterday = new Date(Date.now() - 86_400_000);
export const since = yesterday.toISOString();
export const until = Date.now();
export const url = "https://example.com/zoho";
export const CALLBACK_SECRET = "a long random text";
export const secret = "a long random text";
export const tenThousandAddresses = Array.from({ length: 200 }, (_, nth) => `${nth}@example.com`);
export const form = {
	name: "Okafor",
	since: yesterday,
	onlyOpen: true,
	field: "Last_Name",
	comparator: "equal",
	value: "Okafor",
};
