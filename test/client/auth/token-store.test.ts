import { execFile } from "node:child_process";
import { lutimes, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { memoryTokenStore, type StoredToken, type TokenStore } from "../../../src/client/auth/token-store.js";
import { fileTokenStore } from "../../../src/client/auth/token-store-node.js";
import { fileTokenStore as portableFileTokenStore } from "../../../src/client/auth/token-store-portable.js";
import { json, scriptServer } from "../script-server.js";

const token: StoredToken = { value: "1000.access", apiDomain: "https://www.zohoapis.eu", renewAt: 1, expiresAt: 2 };

const stores: readonly (readonly [string, () => Promise<TokenStore>])[] = [
	["memory", async () => memoryTokenStore()],
	["file", async () => fileTokenStore(join(await folder(), "token.json"))],
];

test.each(stores)("%s: what was set is got, under its own key", async (_name, make) => {
	const store = await make();
	expect(await store.get("a")).toBeUndefined();
	await store.set("a", token);
	await store.set("b", { ...token, value: "1000.other" });
	expect(await store.get("a")).toEqual(token);
	expect((await store.get("b"))?.value).toBe("1000.other");
});

test.each(stores)("%s: exclusive work never overlaps, and a failure lets the next one in", async (_name, make) => {
	const store = await make();
	let inside = 0;
	const outcomes = await Promise.allSettled(
		Array.from({ length: 5 }, (_, turn) =>
			store.exclusive?.("key", async () => {
				inside += 1;
				expect(inside).toBe(1);
				await new Promise((resolve) => setImmediate(resolve));
				inside -= 1;
				if (turn === 1) throw new Error("no");
				return turn;
			}),
		),
	);
	expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBe(4);
});

test("the file can be read by its owner alone, from its first moment on, and nothing is left beside it", async () => {
	const path = join(await folder(), "deep", "token.json");
	const store = fileTokenStore(path);
	await store.exclusive?.("a", () => store.set("a", token));
	expect((await stat(path)).mode & 0o777).toBe(0o600);
	await writeFile(path, "{}", { mode: 0o644 });
	await store.set("a", token);
	expect((await stat(path)).mode & 0o777).toBe(0o600);
	expect(await readdir(join(path, ".."))).toEqual(["token.json"]);
});

test.each(["", "{", "[]", '{"a": 1}', '{"a": {"value": 5}}'])(
	"a file that is no store (%j) is replaced",
	async (content) => {
		const path = join(await folder(), "token.json");
		await writeFile(path, content);
		const store = fileTokenStore(path);
		expect(await store.get("a")).toBeUndefined();
		await store.set("a", token);
		expect(JSON.parse(await readFile(path, "utf8"))).toEqual({ a: token });
	},
);

test("while it is written a reader finds the old token or the new one, never half of one", async () => {
	const store = fileTokenStore(join(await folder(), "token.json"));
	await store.set("a", token);
	let writing = true;
	const written = (async () => {
		for (let turn = 0; turn < 50; turn += 1)
			await store.set("a", { ...token, value: `1000.${"x".repeat(turn * 100)}` });
		writing = false;
	})();
	while (writing) expect((await store.get("a"))?.value).toMatch(/^1000\.(access|x*)$/);
	await written;
});

test("a folder that cannot be written to is an error", async () => {
	const path = join(await folder(), "file");
	await writeFile(path, "");
	await expect(fileTokenStore(join(path, "token.json")).set("a", token)).rejects.toThrow(/ENOTDIR|EEXIST/);
});

test("a lock whose owner died is taken over", async () => {
	const path = join(await folder(), "token.json");
	await writeFile(`${path}.lock`, "");
	const longAgo = new Date(Date.now() - 60_000);
	await utimes(`${path}.lock`, longAgo, longAgo);
	expect(await fileTokenStore(path).exclusive?.("a", async () => "done")).toBe("done");
});

test("a lock that is touched in the future, or that points nowhere, is taken over when its time is up", async () => {
	const path = join(await folder(), "token.json");
	const other = join(await folder(), "token.json");
	await writeFile(`${path}.lock`, "");
	const ahead = new Date(Date.now() + 86_400_000);
	await utimes(`${path}.lock`, ahead, ahead);
	await symlink("/nowhere/at-all", `${other}.lock`);
	const longAgo = new Date(Date.now() - 60_000);
	await lutimes(`${other}.lock`, longAgo, longAgo);
	expect(await fileTokenStore(other).exclusive?.("a", async () => "done")).toBe("done");
	expect(await fileTokenStore(path).exclusive?.("a", async () => "done")).toBe("done");
}, 20_000);

test("whoever gives up waiting for a lock goes, and leaves it", async () => {
	const path = join(await folder(), "token.json");
	await writeFile(`${path}.lock`, "");
	const enough = new AbortController();
	const waiting = fileTokenStore(path).exclusive?.("a", async () => "done", enough.signal);
	setTimeout(() => enough.abort(new Error("enough")), 20);
	await expect(waiting).rejects.toThrow("enough");
	expect(await readFile(`${path}.lock`, "utf8")).toBe("");
});

test("an entry that is not a token counts as missing, and only it is replaced", async () => {
	const path = join(await folder(), "token.json");
	await writeFile(path, JSON.stringify({ a: { value: 5 }, b: token, c: "of another program" }));
	const store = fileTokenStore(path);
	expect(await store.get("a")).toBeUndefined();
	expect(await store.get("b")).toEqual(token);
	expect(await store.get("toString")).toBeUndefined();
	await store.set("a", token);
	expect(JSON.parse(await readFile(path, "utf8"))).toEqual({ a: token, b: token, c: "of another program" });
});

test("processes that start together get one token", async () => {
	const path = join(await folder(), "token.json");
	let given = 0;
	const server = await scriptServer((response, request) => {
		given += 1;
		json(200, { access_token: `1000.access-${given}`, expires_in: 3600 })(response, request);
	});
	const script = fileURLToPath(new URL("../use-token.ts", import.meta.url));
	const run = promisify(execFile);
	const runs = Array.from({ length: 3 }, () => run(process.execPath, ["--import", "tsx", script, server.url, path]));
	const printed = (await Promise.all(runs)).map(({ stdout }) => stdout);
	expect(printed).toEqual(["1000.access-1\n", "1000.access-1\n", "1000.access-1\n"]);
	expect(server.count("POST /oauth")).toBe(1);
});

test("where there are no files, the file store says so", () => {
	expect(() => portableFileTokenStore("token.json")).toThrow("this runtime has no files");
});

async function folder(): Promise<string> {
	const path = await mkdtemp(join(tmpdir(), "token-store-"));
	onTestFinished(() => rm(path, { recursive: true, force: true }));
	return path;
}
