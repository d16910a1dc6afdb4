/**
 * The page's script: it shows what the event stream sends, and updates only what has changed, so that focus, selection
 * and open details stay. Everything is set as text, never as markup.
 */
export const pageScript = `
"use strict";
const $ = (id) => document.getElementById(id);
const say = (element, text) => { if (element.textContent !== text) element.textContent = text; };
const show = (element, visible) => { if (element.hidden === visible) element.hidden = !visible; };

/** Updates the children of a list to match some items, identified by key. */
function list(parent, items, keyOf, update) {
	const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
	items.forEach((item, index) => {
		const key = String(keyOf(item));
		let child = known.get(key);
		if (child === undefined) {
			child = $(parent.dataset.template).content.firstElementChild.cloneNode(true);
			child.dataset.key = key;
		}
		known.delete(key);
		if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
		update(item, (name) => child.querySelector("[data-part=" + name + "]"));
	});
	for (const child of known.values()) child.remove();
	show($(parent.dataset.none), items.length === 0);
}

/** The last known state of each job. */
const states = new Map();

function showView(view) {
	const news = view.jobs.filter((job) => states.has(job.id) ? states.get(job.id) !== job.state : states.size > 0 || view.jobs.length === 1);
	if (news.length > 0) say($("news"), "Job " + news[0].id + " on " + news[0].title + ": " + news[0].state);
	for (const job of view.jobs) states.set(job.id, job.state);
	list($("jobs"), view.jobs, (job) => job.id, (job, part) => {
		say(part("title"), job.title);
		say(part("id"), job.id);
		say(part("state"), job.state);
		part("state").dataset.state = job.state;
		say(part("says"), job.says);
		say(part("tree"), job.tree ?? "");
		show(part("criteria"), job.tree !== null);
		say(part("rows"), job.rows ?? "");
		show(part("rows").parentElement, job.rows !== null || job.download !== null);
		show(part("download"), job.download !== null);
		if (job.download !== null) part("download").href = job.download;
		part("download").setAttribute("aria-label", "Download the result of job " + job.id);
	});
	list($("requests"), view.requests, (request) => request.number, (request, part) => {
		for (const name of ["time", "method", "path", "outcome", "took"]) say(part(name), request[name]);
	});
	list($("modules"), view.modules, (module) => module.name, (module, part) => {
		say(part("name"), module.name);
		say(part("records"), module.records === null ? "…" : module.records.toLocaleString("en"));
	});
	list($("faults"), view.faults, (fault) => fault, (fault, part) => say(part("fault"), fault));
	const left = view.credits.remaining === null ? "no limit is set" : view.credits.remaining.toLocaleString("en") + " are left";
	say($("credits"), view.credits.used.toLocaleString("en") + " API credits used in the last 24 hours; " + left + ".");
}

let secretsShown = false;
$("secrets").addEventListener("click", () => {
	secretsShown = !secretsShown;
	for (const secret of document.querySelectorAll("[data-secret]")) {
		say(secret, secretsShown ? secret.dataset.secret : "••••••••");
	}
	say($("secrets"), secretsShown ? "Hide secrets" : "Show secrets");
});

const events = new EventSource("/");
events.onopen = () => say($("connection"), "Live");
events.onerror = () => say($("connection"), "Not connected. Is the sandbox still running? The page reconnects by itself.");
events.onmessage = ({ data }) => showView(JSON.parse(data));
`;
