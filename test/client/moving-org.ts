import fc from "fast-check";
import { accessToken } from "../../src/client/auth/access-token.js";
import { type Client, createClient } from "../../src/client/client.js";
import { createSandbox, type PageOrder, type Sandbox, type SandboxRecord } from "../../src/sandbox/index.js";
import { virtualClock } from "./virtual-clock.js";

/** How an org changes before each request: the changes, in turn, and the time that passes. */
export interface Movement {
	readonly order: PageOrder;
	/** When its first records were created, in seconds after a moment; those of one second came at once. */
	readonly created: readonly number[];
	readonly moves: readonly {
		readonly add: number;
		readonly remove: number;
		readonly change: number;
		readonly pass: number;
	}[];
}

/** Movements of small orgs: several pages of five, records that share a second, and a clock that runs fast. */
export const movements: fc.Arbitrary<Movement> = fc.record({
	order: fc.constantFrom<PageOrder>("id", "created", "modified"),
	created: fc.oneof(fc.array(fc.nat(30), { maxLength: 40 }), fc.array(fc.nat(1), { minLength: 20, maxLength: 40 })),
	moves: fc.array(
		fc.record({
			add: fc.nat(2),
			remove: fc.nat(2),
			change: fc.nat(3),
			pass: fc.constantFrom(0, 0, 400, 1_000, 60_000),
		}),
		{ minLength: 1, maxLength: 20 },
	),
});

export interface MovingOrg {
	readonly client: Client;
	readonly sandbox: Sandbox;
	/** The ids of the records that were there all the time. */
	lasting(): string[];
}

/** An org whose records come, change and go before each request, some of them under other seconds than others. */
export function movingOrg({ order, created, moves }: Movement, recordsPerPage = 5): MovingOrg {
	const clock = virtualClock(Date.UTC(2026, 6, 1));
	const begun = Date.UTC(2026, 0, 1);
	const time = (second: number): string => new Date(begun + second * 1000).toISOString().replace(".000Z", "+00:00");
	const records = created.map(
		(second, at): SandboxRecord => ({
			// Ids come in another order than the records did.
			id: String(554023000000000000n + BigInt((at * 7) % 41)),
			Last_Name: `Name ${at}`,
			Created_Time: time(second),
			Modified_Time: time(second + (at % 5)),
		}),
	);
	const sandbox = createSandbox({
		records: { Contacts: records },
		clock,
		limits: { recordsPerPage, downloadsPerMinute: 100_000 },
		assumptions: { pageOrder: order },
		timing: { added: 500, queued: 0, inProgress: 500 },
	});
	const lasting = new Set(records.map(({ id }) => String(id)));
	let turn = 0;
	/** An org that grows faster than it can be read is read for ever. */
	let growth = 30;
	const move = (): void => {
		const { add, remove, change, pass } = moves[turn % moves.length] ?? { add: 0, remove: 0, change: 0, pass: 0 };
		turn += 1;
		clock.pass(pass);
		const living = sandbox.records("Contacts").map(({ id }) => String(id));
		const chosen = (count: number, salt: number): string[] =>
			living.length === 0
				? []
				: Array.from({ length: count }, (_, at) => living[(turn * salt + at * 5) % living.length] ?? "");
		const gone = [...new Set(chosen(remove, 13))].filter((id) => id !== "" && living.length > 12);
		for (const id of gone) lasting.delete(id);
		const changed = [...new Set(chosen(change, 7))].filter((id) => id !== "" && !gone.includes(id));
		const added = Array.from(
			{ length: Math.min(add, growth) },
			(_, at): SandboxRecord => ({ Last_Name: `New ${turn} ${at}` }),
		);
		growth -= added.length;
		sandbox.change("Contacts", {
			upsert: [...changed.map((id): SandboxRecord => ({ id, Last_Name: `Changed ${turn}` })), ...added],
			delete: gone,
		});
	};
	const client = createClient({
		baseUrl: "http://sandbox.test",
		auth: accessToken(sandbox.issueAccessToken(undefined, 1e9)),
		clock,
		random: () => 0,
		downloadsPerMinute: 100_000,
		fetch: (request) => {
			move();
			return sandbox.fetch(request);
		},
	});
	return { client, sandbox, lasting: () => [...lasting] };
}
