// TypeDoc's navigation puts a link into the button that opens a branch, and a screen reader cannot tell the two apart.
// The link is taken out of the button, and stands over it. The groups of guides are open.
new MutationObserver(() => {
	for (const link of document.querySelectorAll(".tsd-navigation summary > a")) {
		const branch = link.closest("details");
		link.classList.add("branch-link");
		link.parentElement.setAttribute("aria-label", `What is in ${link.textContent}`);
		branch.before(link);
	}
	for (const group of document.querySelectorAll("#tsd-nav-container > li > details:not(.group)")) {
		group.classList.add("group");
		if (group.querySelector("summary").textContent.trim() !== "Reference") group.open = true;
	}
}).observe(document.documentElement, { childList: true, subtree: true });

addEventListener("DOMContentLoaded", () => {
	startTheme();
	startCopy();
	startSearch();
});

function startTheme() {
	const themes = ["os", "light", "dark"];
	const button = document.getElementById("theme-switch");
	const show = () => button?.setAttribute("aria-label", `Theme: ${document.documentElement.dataset.theme}. Change it`);
	button?.addEventListener("click", () => {
		const now = themes.indexOf(document.documentElement.dataset.theme);
		const theme = themes[(now + 1) % themes.length];
		document.documentElement.dataset.theme = theme;
		localStorage.setItem("tsd-theme", theme);
		show();
	});
	show();
}

/** Every block of code can be copied, without the types that it shows on hover. */
function startCopy() {
	for (const block of document.querySelectorAll("pre.shiki")) {
		if (block.closest(".twoslash-popup-container")) continue;
		const frame = document.createElement("div");
		frame.className = "copy-frame";
		const button = document.createElement("button");
		button.type = "button";
		button.className = "copy";
		button.textContent = "Copy";
		button.addEventListener("click", async () => {
			const code = block.cloneNode(true);
			for (const extra of code.querySelectorAll(".twoslash-popup-container, .twoslash-error-line")) extra.remove();
			await navigator.clipboard.writeText(code.textContent);
			button.textContent = "Copied";
			setTimeout(() => {
				button.textContent = "Copy";
			}, 1_500);
		});
		block.before(frame);
		frame.append(block, button);
	}
}

/** The search over guides and reference. What it needs is loaded when somebody searches. */
function startSearch() {
	const open = document.getElementById("site-search-open");
	const dialog = document.getElementById("site-search");
	const input = document.getElementById("site-search-input");
	const results = document.getElementById("site-search-results");
	if (!open || !dialog || !input || !results) return;
	const { base } = document.documentElement.dataset;
	const root = base.endsWith("/") ? base : `${base}/`;
	let loading;
	const load = () => {
		loading ??= loadScript(`${root}assets/sections.js`).then(() => loadScript(`${root}assets/site-search.js`));
		return loading;
	};
	const show = async () => {
		await load();
		const found = globalThis.searchSite(input.value.trim());
		results.replaceChildren(...found.map((section) => writeResult(section, root)));
	};
	const start = () => {
		dialog.showModal();
		input.select();
		show();
	};
	open.addEventListener("click", start);
	input.addEventListener("input", show);
	dialog.addEventListener("click", ({ target }) => {
		if (target === dialog || target.closest("a")) dialog.close();
	});
	// Before TypeDoc's own search hears of these keys, and opens.
	const openByKey = (event) => {
		const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
		if (!dialog.open && !isTyping && (event.key === "/" || (event.key === "k" && (event.ctrlKey || event.metaKey)))) {
			event.preventDefault();
			event.stopImmediatePropagation();
			start();
		}
	};
	addEventListener("keydown", openByKey, { capture: true });

	dialog.addEventListener("keydown", async (event) => {
		const links = [...results.querySelectorAll("a")];
		const at = links.indexOf(document.activeElement);
		if (event.key === "Enter" && event.target === input) {
			event.preventDefault();
			await show();
			results.querySelector("a")?.click();
		} else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			event.preventDefault();
			const next = at + (event.key === "ArrowDown" ? 1 : -1);
			(links[next] ?? input).focus();
		}
	});
}

function writeResult({ id, page, heading, text }, root) {
	const item = document.createElement("li");
	const link = document.createElement("a");
	link.href = root + id;
	const place = document.createElement("small");
	place.textContent = page === heading ? "Guide" : page;
	const title = document.createElement("strong");
	title.textContent = heading;
	const words = document.createElement("span");
	words.textContent = text.slice(0, 120);
	link.append(place, title, words);
	item.append(link);
	return item;
}

function loadScript(src) {
	return new Promise((resolve, reject) => {
		const script = document.createElement("script");
		script.src = src;
		script.addEventListener("load", resolve);
		script.addEventListener("error", reject);
		document.head.append(script);
	});
}
