import { median } from "./median.js";
import { head } from "./type-counts.js";
import type { TypeProject } from "./type-project.js";
import { fieldsOf, type Kind, type SchemaSize } from "./type-schema.js";

/** The cost of one condition, written in one library's way. */
export interface PeerCost {
	readonly name: string;
	readonly instantiations: number;
	/** Median over the rounds. */
	readonly milliseconds: number;
	/** Median over the rounds of what ours took of this in the same round: what else the machine does falls on both. */
	readonly share: number;
}

/** The same filter of five conditions, as one writes it with ours and with its peers. */
interface Peer {
	readonly name: string;
	readonly head: string;
	readonly filter: (field: (kind: Kind) => string, index: number) => string;
}

const kyselyHead = 'import { db } from "./kysely.js";\nconst query = db.selectFrom("M0");';

const peers: readonly Peer[] = [
	{
		name: "ours",
		head,
		filter: (field, index) =>
			`and(where("${field("text")}").equal("${index}"), where("${field("picklist")}").in(["A", "B"]), where("${field("text")}").contains("x"), where("${field("number")}").lessThan(${index}), where("${field("date")}").greaterEqual("2026-01-01"))`,
	},
	{
		name: "Kysely, chained",
		head: kyselyHead,
		filter: (field, index) =>
			`query.where("${field("text")}", "=", "${index}").where("${field("picklist")}", "in", ["A", "B"]).where("${field("text")}", "like", "%x%").where("${field("number")}", "<", ${index}).where("${field("date")}", ">=", "2026-01-01")`,
	},
	{
		name: "Kysely, expression builder",
		head: kyselyHead,
		filter: (field, index) =>
			`query.where((eb) => eb.and([eb("${field("text")}", "=", "${index}"), eb("${field("picklist")}", "in", ["A", "B"]), eb("${field("text")}", "like", "%x%"), eb("${field("number")}", "<", ${index}), eb("${field("date")}", ">=", "2026-01-01")]))`,
	},
	{
		name: "Drizzle",
		head: 'import { M0 } from "./drizzle.js";\nimport { and, eq, gte, inArray, like, lt } from "drizzle-orm";',
		filter: (field, index) =>
			`and(eq(M0.${field("text")}, "${index}"), inArray(M0.${field("picklist")}, ["A", "B"]), like(M0.${field("text")}, "%x%"), lt(M0.${field("number")}, ${index}), gte(M0.${field("date")}, "2026-01-01"))`,
	},
];

/** Rounds that do not count: until then the engine compiles the compiler's functions. */
const warmUps = 6;

/**
 * What a condition costs in ours and in its peers: the same filters over the same fields, in turn within each round.
 *
 * @param filters - how many filters of five conditions are checked at once.
 * @returns medians over the rounds, ours first.
 */
export function comparePeers(project: TypeProject, size: SchemaSize, filters: number, rounds: number): PeerCost[] {
	const milliseconds = peers.map((): number[] => []);
	const instantiations = peers.map(() => 0);
	for (let round = -warmUps; round < rounds; round++) {
		// Every other round the other way round: each follows each of its neighbours, whose garbage is collected while it runs.
		const turns = [...peers.entries()];
		for (const [index, peer] of round % 2 === 0 ? turns : turns.reverse()) {
			const nothing = project.cost(write(peer, size, 0));
			const all = project.cost(write(peer, size, filters));
			if (round >= 0) milliseconds[index]?.push((all.milliseconds - nothing.milliseconds) / (filters * 5));
			instantiations[index] = (all.instantiations - nothing.instantiations) / (filters * 5);
		}
	}
	return peers.map(({ name }, index) => ({
		name,
		instantiations: instantiations[index] ?? Number.NaN,
		milliseconds: median(milliseconds[index] ?? []),
		share: median((milliseconds[0] ?? []).map((ours, round) => ours / (milliseconds[index]?.[round] ?? Number.NaN))),
	}));
}

function write(peer: Peer, size: SchemaSize, filters: number): string {
	const written = Array.from({ length: filters }, (_, index) => {
		let used = 0;
		const field = (kind: Kind): string => {
			const those = fieldsOf(kind, size);
			return those[(index + used++) % those.length] ?? "";
		};
		// A function each, as in an application: one long file of statements would have the compiler walk back through all of them.
		return `export function filter${index}() { return ${peer.filter(field, index)}; }`;
	});
	return [peer.head, ...written].join("\n");
}
