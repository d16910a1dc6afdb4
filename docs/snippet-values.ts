import { Leads } from "zoho-bulk-read/standard";

// Values for the playground: for the names in `snippet-globals.d.ts`, and for what an example gets from outside.
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
