// TypeDoc's navigation puts a link inside the button that opens a branch, and a screen reader cannot tell the two apart.
// This moves the link out of the button, above it, and opens the groups of guides.
new MutationObserver(() => {
	for (const link of document.querySelectorAll(".tsd-navigation summary > a")) {
		const branch = link.closest("details");
		link.classList.add("branch-link");
		link.parentElement.setAttribute("aria-label", `Contents of ${link.textContent}`);
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
	startTypes();
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

/** Adds a copy button to every block of code. It leaves out the compiler's messages. */
function startCopy() {
	for (const block of document.querySelectorAll("pre.shiki")) {
		const frame = document.createElement("div");
		frame.className = "copy-frame";
		const button = document.createElement("button");
		button.type = "button";
		button.className = "copy";
		button.textContent = "Copy";
		button.addEventListener("click", async () => {
			const code = block.cloneNode(true);
			for (const words of code.querySelectorAll(".compiler-words")) words.remove();
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

/** Shows the type of a name: on hover, on touch, and by the arrow keys if the block of code has the focus. */
function startTypes() {
	if (!document.querySelector(".typed")) return;
	const card = document.createElement("div");
	card.id = "type-card";
	card.setAttribute("aria-live", "polite");
	card.hidden = true;
	const hint = document.createElement("span");
	hint.id = "type-keys";
	hint.hidden = true;
	hint.textContent = "The left and right arrow keys show the types of names.";
	document.body.append(hint, card);

	let current;
	let leaving;
	const hide = () => {
		clearTimeout(leaving);
		current?.classList.remove("is-shown");
		current = undefined;
		card.hidden = true;
	};
	const show = (name) => {
		if (name === current) return clearTimeout(leaving);
		hide();
		const type = document.getElementById(`type-${name.dataset.type}`);
		if (!type) return;
		current = name;
		name.classList.add("is-shown");
		card.replaceChildren(type.content.cloneNode(true));
		card.hidden = false;
		placeBeside(card, name.getBoundingClientRect());
	};
	const nameAt = ({ target }) => target.closest?.(".typed");
	document.addEventListener("pointerover", (event) => {
		if (event.pointerType !== "mouse") return;
		const name = nameAt(event);
		if (name) show(name);
		else if (event.target.closest("#type-card")) clearTimeout(leaving);
		// On the way from a name to its card, the pointer crosses what is between them.
		else if (current) {
			clearTimeout(leaving);
			leaving = setTimeout(hide, 150);
		}
	});
	document.addEventListener("click", (event) => {
		const name = nameAt(event);
		if (name) show(name);
		else if (!event.target.closest("#type-card")) hide();
	});
	for (const block of document.querySelectorAll("pre.shiki:has(.typed)")) {
		block.setAttribute("aria-describedby", hint.id);
		block.addEventListener("blur", hide);
		block.addEventListener("keydown", (event) => {
			if (event.key === "Escape") hide();
			if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
			event.preventDefault();
			const names = [...block.querySelectorAll(".typed")];
			const at = names.indexOf(current);
			const next = event.key === "ArrowRight" ? at + 1 : at === -1 ? names.length - 1 : at - 1;
			if (names[next]) show(names[next]);
		});
	}
}

/** Puts the card below a name, or above it if there is more room, and always inside the page. */
function placeBeside(card, { left, top, bottom }) {
	const { clientWidth, clientHeight } = document.documentElement;
	const { width, height } = card.getBoundingClientRect();
	const isBelow = bottom + height < clientHeight || top < height;
	card.style.left = `${scrollX + Math.max(8, Math.min(left, clientWidth - width - 8))}px`;
	card.style.top = `${scrollY + (isBelow ? bottom + 2 : top - height - 2)}px`;
}

/** The search in guides and reference. Its scripts are only loaded when somebody searches. */
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
	// This must run before TypeDoc's own search sees these keys and opens.
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
