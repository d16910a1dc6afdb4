import { escapeHidden } from "../checks/escape-hidden.js";
import { describe } from "../criteria/describe/describe.js";
import type { Criteria } from "../criteria/node/criteria.js";
import { asNode, type CriteriaNode } from "../criteria/node/criteria-node.js";

/** Lengths in pixels. `letter` is the width of a monospaced letter of 13 pixels, `longest` a number of letters. */
const sizes = { row: 28, indent: 26, margin: 12, letter: 7.9, pill: 44, longest: 80 } as const;

/** A row of the drawing, and its depth. */
interface DrawnRow {
	readonly node: CriteriaNode;
	readonly depth: number;
	/** Its parent row. */
	readonly parent: number | undefined;
}

/**
 * Draws a filter as a tree, in SVG: one line per condition, and a mark for each `and` and `or`. It works as a separate
 * file, light or dark as the viewer prefers, or inside a page.
 */
export function toSvg(criteria: Criteria): string {
	const rows = listRows(asNode(criteria));
	const width = Math.ceil(Math.max(...rows.map(widthOf)) + 2 * sizes.margin);
	const height = rows.length * sizes.row + sizes.margin;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" class="criteria-tree" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
		`<title>${escapeXml(describe(criteria))}</title>`,
		`<style>${style}</style>`,
		...rows.map((row, index) => drawBranch(row, index)),
		...rows.map((row, index) => drawRow(row, index)),
		"</svg>",
		"",
	].join("\n");
}

const style = [
	".criteria-tree{color:#1f2328;font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}",
	"@media(prefers-color-scheme:dark){.criteria-tree{color:#e6edf3}}",
	".criteria-tree text{fill:currentColor;white-space:pre}",
	".criteria-tree path{fill:none;stroke:currentColor;stroke-opacity:.4}",
	".criteria-tree .field{font-weight:600}",
	".criteria-tree rect{fill:#0b57c2}",
	".criteria-tree .or rect{fill:#9a4a00}",
	".criteria-tree g text{fill:#fff;text-anchor:middle}",
].join("");

function listRows(root: CriteriaNode): readonly DrawnRow[] {
	const rows: DrawnRow[] = [];
	const add = (node: CriteriaNode, depth: number, parent: number | undefined): void => {
		const index = rows.push({ node, depth, parent }) - 1;
		if (node.kind === "group") for (const member of node.members) add(member, depth + 1, index);
	};
	add(root, 0, undefined);
	return rows;
}

const leftOf = ({ depth }: DrawnRow): number => sizes.margin + depth * sizes.indent;
const middleOf = (index: number): number => sizes.margin / 2 + (index + 0.5) * sizes.row;

function drawBranch(row: DrawnRow, index: number): string {
	if (row.parent === undefined) return "";
	const x = leftOf(row) - sizes.indent + sizes.pill / 4;
	return `<path d="M${x} ${middleOf(row.parent) + 10}V${middleOf(index)}H${leftOf(row) - 4}"/>`;
}

function drawRow(row: DrawnRow, index: number): string {
	const { node } = row;
	const x = leftOf(row);
	const y = middleOf(index);
	if (node.kind === "group") {
		const box = `<rect x="${x}" y="${y - 10}" width="${sizes.pill}" height="20" rx="10"/>`;
		const mark = `<text x="${x + sizes.pill / 2}" y="${y + 4.5}">${node.operator}</text>`;
		return `<g class="${node.operator}">${box}${mark}</g>`;
	}
	const { path } = node.reference;
	const words = cut(describe(node).slice(path.length));
	return `<text x="${x}" y="${y + 4.5}"><tspan class="field">${escapeXml(cut(path))}</tspan>${escapeXml(words)}</text>`;
}

function cut(text: string): string {
	const letters = [...text];
	return letters.length > sizes.longest ? `${letters.slice(0, sizes.longest - 1).join("")}…` : text;
}

function widthOf(row: DrawnRow): number {
	const { node } = row;
	if (node.kind === "group") return leftOf(row) + sizes.pill;
	const { path } = node.reference;
	const columns = [...cut(path), ...cut(describe(node).slice(path.length))].reduce(
		(sum, letter) => sum + (isWide(letter) ? 2 : 1),
		0,
	);
	return leftOf(row) + columns * sizes.letter;
}

/** East Asian letters and emoji are twice as wide. */
const isWide = (letter: string): boolean =>
	/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(letter);

/** Invisible characters are escaped; two characters are not allowed in XML at all. */
function escapeXml(text: string): string {
	return escapeHidden(text.replaceAll("\n", " "))
		.replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`)
		.replace(/[\ufffe\uffff]/g, "\ufffd");
}
