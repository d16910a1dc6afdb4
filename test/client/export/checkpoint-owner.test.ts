import { describe, expect, test } from "vitest";
import { AbortedError } from "../../../src/client/errors/aborted-error.js";
import { InvalidCheckpointError } from "../../../src/client/errors/invalid-checkpoint-error.js";
import { beginExport } from "../../../src/client/export/begin-export.js";
import type { CheckpointOwner } from "../../../src/client/export/checkpoint.js";
import { ownerOf, withUser } from "../../../src/client/export/checkpoint-owner.js";
import type { ClientContext } from "../../../src/client/jobs/client-context.js";
import { contactsJob } from "../contact-pages.js";

/** A client that talks to an API, with credentials that have an identity or none. */
function contextOf(origin: string, identity?: string): ClientContext {
	return { target: async () => ({ origin, identity }) } as unknown as ClientContext;
}

const api = "https://a.test";
const ownerAfter = (before: CheckpointOwner | undefined, context: ClientContext, signal?: AbortSignal) =>
	ownerOf(
		context,
		{ ...beginExport(contactsJob), ...(before && { owner: before }) },
		signal === undefined ? {} : { signal },
	);

/** The first half of `printf %s one | sha256sum`, as far as it is kept. */
const one = "7692c3ad3540bb803c020b3a";
const two = "3fc4ccfe745870e2c0d99f71";

describe("the owner of the next checkpoint", () => {
	test.each<[string, before: CheckpointOwner | undefined, identity: string | undefined, after: CheckpointOwner]>([
		["an access token", undefined, undefined, { api }],
		["a refresh token", undefined, "one", { api, credentials: one }],
		["the same", { api, credentials: one }, "one", { api, credentials: one }],
		["from now on a refresh token", { api, user: "u" }, "one", { api, credentials: one, user: "u" }],
		["now an access token", { api, credentials: one }, undefined, { api, credentials: one }],
		["an access token again", { api, user: "u" }, undefined, { api, user: "u" }],
	])("%s", async (_name, before, identity, after) => {
		expect(await ownerAfter(before, contextOf(`${api}/`, identity))).toEqual(after);
	});

	test.each<[before: CheckpointOwner, context: ClientContext, words: string]>([
		[
			{ api: "https://b.test" },
			contextOf(api),
			"an export from https://b.test, but this client talks to https://a.test",
		],
		[{ api, credentials: two }, contextOf(api, "one"), "with different credentials"],
	])("is refused: %j", async (before, context, words) => {
		const owner = ownerAfter(before, context);
		await expect(owner).rejects.toBeInstanceOf(InvalidCheckpointError);
		await expect(owner).rejects.toThrow(words);
	});

	test("of what stands behind the host, there is a fingerprint", async () => {
		expect(await ownerAfter(undefined, contextOf(`${api}/secret`))).toEqual({
			api: expect.stringMatching(/^https:\/\/a\.test\/[0-9a-f]{24}$/),
		});
	});

	test("what went wrong is thrown as it is, and an abort as one", async () => {
		const broken = new Error("no such host");
		const failing = { target: () => Promise.reject(broken) } as unknown as ClientContext;
		await expect(ownerAfter(undefined, failing)).rejects.toBe(broken);
		await expect(ownerAfter(undefined, failing, new AbortController().signal)).rejects.toBe(broken);
		await expect(ownerAfter(undefined, failing, AbortSignal.abort("enough"))).rejects.toBeInstanceOf(AbortedError);
	});
});

describe("the user whose job it is", () => {
	test("is kept as a fingerprint that belongs to one API", async () => {
		const { user } = await withUser({ api }, { id: "12", name: "P" });
		expect(user).toMatch(/^[0-9a-f]{24}$/);
		expect(await withUser({ api, user }, { id: "12", name: "Q" })).toEqual({ api, user });
		expect((await withUser({ api: `${api}1` }, { id: "2", name: "P" })).user).not.toBe(user);
		await expect(withUser({ api, user }, { id: "13", name: "P" })).rejects.toThrow("another user's or another org's");
	});

	test("need not be named", async () => {
		expect(await withUser({ api, user: "u" }, undefined)).toEqual({ api, user: "u" });
	});
});
