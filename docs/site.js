// TypeDoc's navigation puts a link into the button that opens a branch, and a screen reader cannot tell the two apart.
// The link is taken out of the button, and stands over it.
new MutationObserver(() => {
	for (const link of document.querySelectorAll(".tsd-navigation summary > a")) {
		const branch = link.closest("details");
		link.classList.add("branch-link");
		link.parentElement.setAttribute("aria-label", `What is in ${link.textContent}`);
		branch.before(link);
	}
}).observe(document.documentElement, { childList: true, subtree: true });

addEventListener("DOMContentLoaded", () => {
	const link = document.createElement("a");
	link.href = `${document.documentElement.dataset.base}playground.html`;
	link.textContent = "Playground";
	document.getElementById("tsd-toolbar-links")?.append(link);
});
