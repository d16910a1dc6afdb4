import { existsSync } from "node:fs";
import type { PageEvent } from "typedoc";
import { type Guide, plainText, readGuides } from "./menu.js";
import { moduleTitle } from "./module-pages.js";

const guides = readGuides();
const hasChangelog = existsSync(new URL("../CHANGELOG.md", import.meta.url));

/** What goes into every page. */
interface PageParts {
	readonly version: string;
	/** Writes the types of the names on a page: see `Highlight`. */
	readonly writeCards: (html: string) => string;
}

/**
 * Adds what TypeDoc does not write: a link that skips the menu, landmarks, the preview that other sites show when they link to
 * the page, and in a guide the links to its neighbours.
 */
export function finishPage(page: PageEvent, { version, writeCards }: PageParts): void {
	const html = page.contents ?? "";
	const base = "../".repeat(page.url.split("/").length - 1);
	const guide = guides.find(({ title }) => page.url.startsWith("documents/") && title === page.model.name);
	const ofModule = moduleTitle(page);
	const title = page.url === "index.html" ? "zoho-bulk-read" : (ofModule ?? page.model.name);
	const description = escapeHtml(
		guide?.description || firstWords(html) || "Typed filters and whole exports for Zoho CRM.",
	);
	page.contents = html
		.replace(`<title>${page.model.name} |`, `<title>${title} |`)
		.replace(/<h1>(?:Variable|Interface) [^<]*/, (heading) => (ofModule ? `<h1>${ofModule}` : heading))
		.replace("<h1>Variable ", "<h1>Constant ")
		.replace(
			/<meta name="description" content="[^"]*"\/>/,
			`<meta name="description" content="${description}"/><meta property="og:title" content="${escapeHtml(title)}"/>` +
				`<meta property="og:description" content="${description}"/><meta property="og:type" content="website"/>`,
		)
		.replace(/(<body>)/, '$1<a class="skip-link" href="#content">Skip to the content</a>')
		.replace('<div class="col-content">', '<main class="col-content" id="content" tabindex="-1">')
		.replace(/<\/div>(\s*<div class="col-sidebar">)/, `${guide ? wayOn(guide, base) : ""}</main>$1`)
		.replaceAll('href="../playground.html', `href="${base}playground.html`)
		.replace('<div id="tsd-toolbar-links"></div>', toolbar(base, version))
		// TypeDoc's own search only knows names. Its script needs these elements, so they stay in the page, hidden.
		.replace('<button id="tsd-search-trigger"', `${search}<button id="tsd-search-trigger" hidden`)
		.replace('id="tsd-search-input"', 'id="tsd-search-input" aria-label="Search for names"')
		.replace(/<nav class="tsd-navigation">/, '<nav class="tsd-navigation" aria-label="Pages">')
		.replace('<div class="page-menu">', '<div class="page-menu" role="navigation" aria-label="On this page">')
		// This link is inside the control that opens a group: a screen reader cannot tell the two apart.
		.replace(/(<summary [^>]*>(?:(?!<\/summary>)[\s\S])*?)<a [^>]*aria-label="Permalink"[\s\S]*?<\/a>/g, "$1")
		.replace("</body>", `${writeCards(html)}</body>`)
		.replace(
			/(<ul class="tsd-breadcrumb" aria-label="Breadcrumb">)(\s*<li><a href="" )/,
			guide ? `$1<li><a href="${base}index.html">Home</a></li><li><span>${guide.group}</span></li>$2` : "$1$2",
		);
}

const search =
	'<button id="site-search-open" type="button">Search</button><dialog id="site-search" aria-label="Search">' +
	'<input id="site-search-input" type="search" aria-label="Search" placeholder="between, resume, rate limit ..." autocomplete="off"/>' +
	'<ul id="site-search-results"></ul></dialog>';

function toolbar(base: string, version: string): string {
	return (
		`<nav id="tsd-toolbar-links" aria-label="Main"><a href="${base}documents/First_export.html">Guides</a>` +
		`<a href="${base}modules.html">Reference</a>${changelog(base, version)}` +
		`<a href="${base}playground.html">Playground</a></nav>` +
		'<button id="theme-switch" class="tsd-widget" type="button" aria-label="Theme">◐</button>'
	);
}

function changelog(base: string, version: string): string {
	return hasChangelog
		? `<a class="version" href="${base}documents/Changelog.html">v${version}</a>`
		: `<span class="version">v${version}</span>`;
}

/** Links to the guides before and after this one. */
function wayOn(guide: Guide, base: string): string {
	const index = guides.indexOf(guide);
	const link = (to: Guide | undefined, rel: string, label: string): string =>
		to === undefined
			? "<span></span>"
			: `<a rel="${rel}" href="${base}documents/${pageName(to.title)}"><small>${label}</small>${escapeHtml(to.title)}</a>`;
	return `<nav class="way-on" aria-label="Previous and next">${link(guides[index - 1], "prev", "Previous")}${link(guides[index + 1], "next", "Next")}</nav>`;
}

/** The name of the file that TypeDoc writes for a guide. */
export function pageName(title: string): string {
	return `${encodeURIComponent(title.replace(/[ '()]/g, "_"))}.html`;
}

function firstWords(html: string): string {
	const [, words = ""] = /<div class="tsd-comment tsd-typography"><p>([\s\S]*?)<\/p>/.exec(html) ?? [];
	return unescapeHtml(plainText(words)).slice(0, 200);
}

export function unescapeHtml(text: string): string {
	return text
		.replaceAll("&lt;", "<")
		.replaceAll("&gt;", ">")
		.replaceAll("&quot;", '"')
		.replaceAll("&#39;", "'")
		.replaceAll("&amp;", "&");
}

function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
