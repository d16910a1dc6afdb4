import type { AnyModule, DataType, FieldDescriptor } from "zoho-bulk-read";
import type { SandboxRecord } from "zoho-bulk-read/sandbox";

/** Makes up records, so that a query on the user's own modules finds some. The values only depend on the record's number. */
export function inventRecords(module: AnyModule, count: number): readonly SandboxRecord[] {
	const fields = [...module.fields.values()].filter(({ exportable, apiName }) => exportable && apiName !== "id");
	return Array.from({ length: count }, (_, index) => ({
		id: String(BigInt("554023000009000000") + BigInt(index)),
		...Object.fromEntries(fields.map((field, at) => [field.apiName, inventValue(field, index + at)])),
	}));
}

const users = ["554023000000235011", "554023000000691003"] as const;

function inventValue({ apiName, dataType, values }: FieldDescriptor, number: number): unknown {
	if (number % 7 === 6) return null;
	const known = values.length === 0 ? `${apiName} ${number % 20}` : values[number % values.length];
	const day = new Date(Date.UTC(2026, 0, 1 + (number % 180), number % 24)).toISOString();
	const made: Readonly<Record<DataType, unknown>> = {
		integer: number * 3,
		bigint: String(BigInt("554023000008000000") + BigInt(number)),
		decimal: number * 1.5,
		currency: number * 250,
		percent: number % 101,
		text: `${apiName} ${number % 20}`,
		email: `person${number}@example.com`,
		phone: `555-${String(number).padStart(4, "0")}`,
		url: `https://example.com/${number}`,
		picklist: known,
		"multi-select": [known],
		textarea: `${apiName} ${number % 20}`,
		autonumber: `N-${number}`,
		date: day.slice(0, 10),
		datetime: `${day.slice(0, 19)}+00:00`,
		boolean: number % 2 === 0,
		lookup: null,
		owner: users[number % users.length],
		user: users[number % users.length],
	};
	return made[dataType];
}
