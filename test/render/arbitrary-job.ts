import fc from "fast-check";
import {
	and,
	type Criteria,
	comparatorsFor,
	type DataType,
	type FieldDescriptor,
	or,
	type WireCriteria,
	type WireScalar,
} from "zoho-bulk-read";
import { Contacts, Events } from "zoho-bulk-read/standard";
import { emptyText } from "../../src/criteria/node/empty.js";
import { parseCriteria } from "../../src/criteria/read/parse-criteria.js";
import { BulkReadJob } from "../../src/job/bulk-read-job.js";
import { comparatorTraits } from "../../src/schema/comparators.js";
import { codePoint } from "../code-point.js";
import { Everything } from "./everything.js";

/** The modules that random jobs export. */
export const modules = [Contacts, Events, Everything] as const;

type AnyOf = (typeof modules)[number];

const digits = fc.stringMatching(/^(0|-?[1-9]\d{0,8})$/);
const id = fc.stringMatching(/^\d{1,19}$/);
const words = fc.string({ unit: codePoint, maxLength: 12 });
const day = fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
const offset = fc.constantFrom("Z", "+00:00", "-03:30", "+0545", "+23:59");
const decimal = fc.oneof(digits, fc.stringMatching(/^-?\d{1,12}\.\d{1,8}$/));

/** Values as this library writes them; text for every other data type. */
const values: Readonly<Partial<Record<DataType, fc.Arbitrary<WireScalar>>>> = {
	integer: fc.oneof(digits, fc.stringMatching(/^-?0{0,2}\d{1,25}$/)),
	bigint: fc.stringMatching(/^(0|-?[1-9]\d{0,17})$/),
	decimal,
	currency: decimal,
	percent: decimal,
	date: day.map((moment) => moment.toISOString().slice(0, 10)),
	datetime: fc.tuple(day, offset).map(([moment, zone]) => moment.toISOString().slice(0, 19) + zone),
	lookup: id,
	owner: id,
	user: id,
};

function scalar(dataType: DataType): fc.Arbitrary<WireScalar> {
	if (dataType === "boolean") return fc.boolean();
	return fc.oneof(
		{ weight: 6, arbitrary: values[dataType] ?? words },
		{ weight: 1, arbitrary: fc.constant(emptyText) },
	);
}

interface Column {
	readonly path: string;
	readonly field: FieldDescriptor;
}

function columnsOf(module: AnyOf): readonly Column[] {
	return [...module.fields.values()].flatMap((field) => [
		{ path: field.apiName, field },
		...[...(field.target?.().fields.values() ?? [])].map((inner) => ({
			path: `${field.apiName}.${inner.apiName}`,
			field: inner,
		})),
	]);
}

function condition(module: AnyOf): fc.Arbitrary<WireCriteria> {
	const filterable = columnsOf(module).filter(({ field }) => field.filterable);
	return fc.constantFrom(...filterable).chain(({ path, field: { dataType } }) =>
		fc.constantFrom(...comparatorsFor(dataType)).chain((comparator) => {
			const one = scalar(dataType);
			const value = {
				one,
				list: fc.array(one, { minLength: 1, maxLength: 5 }),
				pair: fc.tuple(one, one).filter(([from, to]) => Date.parse(String(from)) <= Date.parse(String(to))),
			}[comparatorTraits[comparator].arity];
			return value.map((given) => ({ api_name: path, comparator, value: given }));
		}),
	);
}

/** A filter as JSON: values as this library writes them, groups nested in any way. */
export function wireCriteria(module: AnyOf): fc.Arbitrary<WireCriteria> {
	const { tree } = fc.letrec<{ tree: WireCriteria; group: WireCriteria }>((tie) => ({
		tree: fc.oneof({ depthSize: "small" }, condition(module), tie("group")),
		group: fc.record({
			group_operator: fc.constantFrom("and", "or"),
			group: fc.array(tie("tree"), { minLength: 1, maxLength: 4 }),
		}),
	}));
	return tree.filter((criteria) => countConditions(criteria) <= 25);
}

function countConditions(tree: WireCriteria): number {
	return "group" in tree ? tree.group.reduce((sum, member) => sum + countConditions(member), 0) : 1;
}

const raw = fc.record({ path: words, comparator: words, value: fc.oneof(words, fc.boolean(), fc.array(words)) });

/** A filter built by the builder, with conditions among them that it does not check. */
function builtCriteria(module: AnyOf): fc.Arbitrary<Criteria> {
	const checked = condition(module).map((json): Criteria => parseCriteria(module, json));
	const unchecked = raw.map(({ path, comparator, value }): Criteria => module.where.raw(path, comparator, value));
	return fc.letrec<{ tree: Criteria; group: Criteria }>((tie) => ({
		tree: fc.oneof(
			{ depthSize: "small" },
			fc.oneof({ weight: 5, arbitrary: checked }, { weight: 1, arbitrary: unchecked }),
			tie("group"),
		),
		group: fc
			.tuple(fc.constantFrom(and, or), tie("tree"), fc.array(tie("tree"), { minLength: 1, maxLength: 3 }))
			.filter(([, first, others]) => others.reduce((sum, { size }) => sum + size, first.size) <= 25)
			.map(([join, first, others]) => join(first, ...others)),
	})).tree;
}

/** A job with any of the parts that a job can have. */
export const anyJob: fc.Arbitrary<BulkReadJob> = fc.constantFrom(...modules).chain((module) => {
	const exportable = columnsOf(module).filter(({ field }) => field.exportable);
	const selection = fc.uniqueArray(fc.constantFrom(...exportable.map(({ path }) => path)), {
		minLength: 1,
		maxLength: 12,
	});
	const parts = {
		module: fc.constant(module),
		criteria: builtCriteria(module),
		customView: id,
		page: fc.integer({ min: 1, max: 500 }),
		callback: fc.webUrl({ withQueryParameters: true, withFragments: true }),
	};
	const csv = fc.record({ ...parts, selection }, { requiredKeys: ["module"] });
	const calendar = fc.record({ ...parts, ics: fc.constant(true as const) }, { requiredKeys: ["module", "ics"] });
	return (module.apiName === "Events" ? fc.oneof(csv, calendar) : csv).map((job) => new BulkReadJob(job));
});
