import fc from "fast-check";
import { and, or } from "../../src/criteria/node/and-or.js";
import type { Criteria } from "../../src/criteria/node/criteria.js";
import { EMPTY } from "../../src/criteria/node/empty.js";
import {
	type Comparator,
	comparatorsFor,
	comparatorTraits,
	type DataType,
	methodName,
} from "../../src/schema/comparators.js";
import { momentOf } from "../../src/time/moment.js";
import { codePoint } from "../code-point.js";
import { Everything, pathsOf, type TypedPath } from "./every-data-type.js";

/** What random criteria are made from. */
export interface CriteriaSource {
	/** The paths that conditions may name; by default every one of {@link Everything}. */
	readonly paths?: readonly TypedPath[];
	/** Whether a comparator may be used; by default every one that the table permits. */
	readonly comparator?: (comparator: Comparator) => boolean;
	/** Values by data type; by default {@link anyValue}. */
	readonly value?: (dataType: DataType) => fc.Arbitrary<unknown>;
	/** Whether `${EMPTY}` may stand for a value; by default it may. */
	readonly empties?: boolean;
}

type EverythingCriteria = Criteria<"Everything">;

/**
 * A filter of {@link Everything}, made with the builder: one condition, or up to 25 in groups of up to three
 * levels.
 */
export function arbitraryCriteria(source: CriteriaSource = {}): fc.Arbitrary<EverythingCriteria> {
	const { criteria } = fc.letrec<{ criteria: EverythingCriteria; group: EverythingCriteria }>((tie) => ({
		criteria: fc.oneof({ maxDepth: 3, withCrossShrink: true }, arbitraryCondition(source), tie("group")),
		group: fc
			.tuple(fc.constantFrom(and, or), tie("criteria"), fc.array(tie("criteria"), { minLength: 1, maxLength: 3 }))
			.filter(([, first, others]) => others.reduce((sum, { size }) => sum + size, first.size) <= 25)
			.map(([join, first, others]) => join(first, ...others)),
	}));
	return criteria;
}

/** One condition on a field of {@link Everything}, made with the builder. */
export function arbitraryCondition({
	paths = pathsOf(Everything),
	comparator: isUsed = () => true,
	value = anyValue,
	empties = true,
}: CriteriaSource = {}): fc.Arbitrary<EverythingCriteria> {
	return fc.constantFrom(...paths).chain(({ path, dataType }) =>
		fc.constantFrom(...comparatorsFor(dataType).filter(isUsed)).chain((comparator) => {
			const ask = methodOf(path, comparator);
			const one = value(dataType);
			const oneOrEmpty =
				empties && dataType !== "boolean" ? fc.oneof({ arbitrary: one, weight: 6 }, fc.constant(EMPTY)) : one;
			switch (comparatorTraits[comparator].arity) {
				case "one":
					return oneOrEmpty.map((given) => ask(given));
				case "list":
					return fc.array(oneOrEmpty, { minLength: 1, maxLength: 12 }).map((given) => ask(given));
				case "pair":
					return fc.tuple(one, one).map((given) => ask(...inOrder(given)));
			}
		}),
	);
}

/** The builder's method by name, for paths that only the run time knows. */
export function methodOf(path: string, comparator: Comparator): (...given: unknown[]) => EverythingCriteria {
	const where: (path: never) => object = Everything.where;
	const comparators = where(path as never);
	const method: unknown = Reflect.get(comparators, methodName(comparator));
	if (typeof method !== "function") throw new TypeError(`${path} has no ${comparator}`);
	return (...given) => method.apply(comparators, given);
}

function inOrder([one, other]: readonly [unknown, unknown]): readonly [unknown, unknown] {
	const moment = (given: unknown): number => (given instanceof Date ? given.getTime() : momentOf(String(given)));
	return moment(one) <= moment(other) ? [one, other] : [other, one];
}

/** Any value that the builder takes for a data type, in every form that it takes. */
export function anyValue(dataType: DataType): fc.Arbitrary<unknown> {
	switch (dataType) {
		case "integer":
			return fc.oneof(fc.maxSafeInteger(), fc.bigInt(), fc.bigInt().map(String));
		case "bigint":
			return fc.oneof(digits, digits.map(BigInt));
		case "decimal":
		case "currency":
		case "percent":
			return fc.oneof(
				fc.double({ noNaN: true, noDefaultInfinity: true }),
				fc.maxSafeInteger(),
				fc.bigInt(),
				fc.tuple(fc.bigInt(), fc.nat()).map(([whole, fraction]) => `${whole}.${fraction}`),
			);
		case "date":
			return wholeSeconds.map((moment) => moment.toISOString().slice(0, 10));
		case "datetime":
			return fc.oneof(
				wholeSeconds,
				wholeSeconds.map((moment) => `${moment.toISOString().slice(0, 19)}Z`),
				fc.tuple(wholeSeconds, offset).map(([moment, at]) => moment.toISOString().slice(0, 19) + at),
			);
		case "boolean":
			return fc.boolean();
		case "lookup":
		case "owner":
		case "user":
			return fc.oneof(recordId.map(String), recordId);
		case "picklist":
		case "multi-select":
		case "text":
		case "email":
		case "phone":
		case "url":
		case "textarea":
		case "autonumber":
			return fc.string({ unit: codePoint, maxLength: 255 });
	}
}

const digits = fc.bigInt({ min: -(10n ** 19n) + 1n, max: 10n ** 19n - 1n }).map(String);
const recordId = fc.bigInt({ min: 0n, max: 10n ** 19n - 1n });
const wholeSeconds = fc
	.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9998-12-31T23:59:59Z"), noInvalidDate: true })
	.map((moment) => new Date(Math.floor(moment.getTime() / 1000) * 1000));
const offset = fc
	.tuple(fc.constantFrom("+", "-"), fc.nat(14), fc.constantFrom("00", "15", "30", "45"), fc.constantFrom(":", ""))
	.map(([sign, hours, minutes, colon]) => `${sign}${String(hours).padStart(2, "0")}${colon}${minutes}`);
