import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { listPictures } from "./screenshots.js";
import { isBuilt, siteDirectory } from "./site-server.js";

test("pictures are taken of four kinds of page, in two browsers, two widths and both themes", () => {
	const pictures = listPictures();
	const kinds = new Set(pictures.map(({ file }) => file.split("-")[0]));
	expect([...kinds]).toEqual(expect.arrayContaining(["front", "guide", "playground", "reference"]));
	for (const kind of kinds) {
		const taken = pictures.filter(({ file }) => file.startsWith(`${kind}-`));
		const looks = new Set(taken.map(({ browser, width, theme }) => `${browser} ${width} ${theme}`));
		expect(looks.size).toBe(2 * 2 * 2);
	}
	expect(new Set(pictures.map(({ width }) => width))).toEqual(new Set([1280, 390]));
	if (isBuilt) expect(pictures.filter(({ path }) => !existsSync(siteDirectory + path))).toEqual([]);
});
