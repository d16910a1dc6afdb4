import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import type { RecordedFigures } from "../../docs/figure-table.js";
import packageFile from "../../package.json" with { type: "json" };

const file = new URL("../../docs/figures.json", import.meta.url);

/**
 * Records what a bench measured, for the guide about performance. Only with `--record`, and never in a quick run, which measures
 * too little.
 *
 * @param name - the table of the guide.
 * @param rows - its rows; the keys are the titles of the columns. Numbers are rounded to three digits.
 */
export function recordFigures(name: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
	if (!process.argv.includes("--record") || process.argv.includes("--quick")) return;
	const all: Record<string, RecordedFigures> = JSON.parse(readFileSync(file, "utf8"));
	all[name] = {
		taken: new Date().toISOString().slice(0, 10),
		machine: describeMachine(),
		rows: rows.map((row) =>
			Object.fromEntries(
				Object.entries(row).map(([column, value]) => [
					column,
					typeof value === "number" ? Number(value.toPrecision(3)) : value,
				]),
			),
		),
	};
	writeFileSync(file, `${JSON.stringify(all, null, "\t")}\n`);
}

/** In general words. A bench alone loads two cores at the most. */
function describeMachine(): string {
	const cores = availableParallelism();
	const [, load = 0] = loadavg();
	return `${cores} cores${load > cores + 2 ? ", busy with other programs" : ""}, Node ${process.versions.node}`;
}

/** A package with the version that is measured: `Kysely 0.28.18`. */
export function withVersion(shown: string, name: keyof typeof packageFile.devDependencies): string {
	return `${shown} ${packageFile.devDependencies[name]}`;
}
