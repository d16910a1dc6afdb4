/** The page's style: in the reader's theme, and as wide as the screen. */
export const pageStyle = `
:root {
	color-scheme: light dark;
	--ground: light-dark(#f6f7f9, #0d1117);
	--card: light-dark(#ffffff, #161b22);
	--ink: light-dark(#1b2027, #e6edf3);
	--quiet: light-dark(#57606a, #9aa4af);
	--line: light-dark(#d3d8de, #30363d);
	--link: light-dark(#0b57c2, #71b7ff);
	--waiting: light-dark(#7a4b00, #e3b341);
	--done: light-dark(#116329, #56d364);
	--failed: light-dark(#a0111f, #ff9492);
}
* { box-sizing: border-box; }
body {
	margin: 0 auto;
	max-width: 84rem;
	padding: 1rem clamp(0.75rem, 3vw, 2rem) 3rem;
	background: var(--ground);
	color: var(--ink);
	font: 1rem/1.5 system-ui, sans-serif;
}
h1 { margin: 0.5rem 0 0; font-size: 1.6rem; }
h2 { margin: 0 0 0.5rem; font-size: 1.15rem; }
h3 { margin: 0; font-size: 1rem; }
p { margin: 0.25rem 0; }
a { color: var(--link); }
code, pre, td, .path { font-family: ui-monospace, monospace; font-size: 0.875rem; }
h2 + .none { margin-top: 0; }
p + h2 { margin-top: 1rem; }
ul { margin: 0; padding-left: 1.25rem; }
header { margin-bottom: 1rem; }
header p { color: var(--quiet); }
main { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); }
section, details.card {
	padding: 1rem;
	border: 1px solid var(--line);
	border-radius: 8px;
	background: var(--card);
}
@media (min-width: 60rem) {
	main { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; }
	.wide { grid-column: 1 / -1; }
}
pre {
	margin: 0.5rem 0;
	padding: 0.75rem;
	white-space: pre-wrap;
	overflow-wrap: anywhere;
	border: 1px solid var(--line);
	border-radius: 6px;
	background: var(--ground);
}
.card > summary { cursor: pointer; font-weight: 600; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
button {
	padding: 0.4rem 0.8rem;
	border: 1px solid var(--line);
	border-radius: 6px;
	background: var(--card);
	color: var(--link);
	font: inherit;
	cursor: pointer;
}
ol.jobs { margin: 0; padding: 0; list-style: none; }
ol.jobs > li { padding: 0.75rem 0; border-top: 1px solid var(--line); }
ol.jobs > li:first-child { border-top: 0; padding-top: 0; }
.head { display: flex; flex-wrap: wrap; gap: 0.25rem 0.75rem; align-items: baseline; }
.head code { color: var(--quiet); overflow-wrap: anywhere; }
.state { font-weight: 600; color: var(--waiting); }
.state::before { content: "◌ "; }
.state[data-state="COMPLETED"] { color: var(--done); }
.state[data-state="COMPLETED"]::before { content: "● "; }
.state[data-state="FAILURE"] { color: var(--failed); }
.state[data-state="FAILURE"]::before { content: "✕ "; }
.says { overflow-wrap: anywhere; }
.scrolls { overflow-x: auto; max-height: 32rem; overflow-y: auto; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-size: 0.875rem; color: var(--quiet); font-weight: 600; }
th, td { padding: 0.2rem 0.75rem 0.2rem 0; white-space: nowrap; vertical-align: top; }
td.number, th.number { text-align: right; }
th:last-child, td:last-child { padding-right: 0; }
.none { color: var(--quiet); }
[hidden] { display: none !important; }
`;
