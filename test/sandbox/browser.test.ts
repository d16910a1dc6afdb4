import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { listen } from "../../src/sandbox/port/listen-portable.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { imports } = JSON.parse(readFileSync(resolve(root, "package.json"), "utf8")) as {
	imports: Readonly<Record<string, Readonly<Record<"node" | "default", string>>>>;
};

/** Resolves an import as browsers would. Only our own files become paths. */
function sourceOf(specifier: string, importer: string): string {
	const ours = imports[specifier]?.default.replace("./dist/", "src/");
	if (ours !== undefined) return resolve(root, ours.replace(/\.js$/, ".ts"));
	return specifier.startsWith(".") ? resolve(dirname(importer), specifier.replace(/\.js$/, ".ts")) : specifier;
}

function reachableFrom(entry: string): ReadonlySet<string> {
	const seen = new Set<string>();
	const pending = [entry];
	for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
		if (seen.has(file)) continue;
		seen.add(file);
		if (!file.endsWith(".ts")) continue;
		const text = readFileSync(file, "utf8");
		for (const [, specifier = ""] of text.matchAll(/^(?:import|export)(?! type)[^;]*?from "([^"]+)";/gms)) {
			pending.push(sourceOf(specifier, file));
		}
	}
	return seen;
}

test("where there is no Node, nothing of Node is reached", () => {
	const reached = reachableFrom(resolve(root, "src/sandbox/index.ts"));
	expect([...reached].filter((file) => !file.endsWith(".ts"))).toEqual(["fflate"]);
	expect([...reached].filter((file) => file.includes("portable")).map((file) => file.slice(root.length))).toEqual(
		expect.arrayContaining(["src/sandbox/port/listen-portable.ts", "src/sandbox/files/deflate-portable.ts"]),
	);
	expect(reached.size).toBeGreaterThan(60);
});

test("the library itself reaches nothing of Node, nor what writes files: that has an entry of its own", () => {
	const reached = reachableFrom(resolve(root, "src/index.ts"));
	expect([...reached].filter((file) => file.startsWith("node:") || file.includes("/src/files/"))).toEqual([]);
	expect(reached.size).toBeGreaterThan(100);
	const files = reachableFrom(resolve(root, "src/files/index.ts"));
	expect([...files].filter((file) => file.startsWith("node:"))).toContain("node:fs/promises");
});

test("where there is no Node, there is no port, and that is said", async () => {
	await expect(listen(async () => new Response(), {})).rejects.toThrow("listen needs Node.js");
});
