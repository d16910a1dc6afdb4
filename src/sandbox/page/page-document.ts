import { pageScript } from "./page-script.js";
import { pageStyle } from "./page-style.js";

/** The parts of the page that do not change. */
export interface PageFacts {
	/** The sandbox's address, without a slash at the end. */
	readonly origin: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly refreshToken: string;
	readonly accessToken: string;
	/** Allows this style and this script, and no others. */
	readonly nonce: string;
}

/** Writes the page. Changes arrive on the event stream. */
export function writePage({ origin, clientId, clientSecret, refreshToken, accessToken, nonce }: PageFacts): string {
	const address = escapeHtml(origin);
	const secret = (value: string): string => `<span data-secret="${escapeHtml(value)}">••••••••</span>`;
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Zoho CRM sandbox</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${pageStyle}</style>
</head>
<body>
<header>
<h1>Zoho CRM sandbox</h1>
<p><span class="path">${address}</span> · <span id="connection">Connecting…</span></p>
<p id="news" role="status"></p>
<noscript><p>This page needs JavaScript to show what the sandbox is doing.</p></noscript>
</header>
<main>
<details class="card wide">
<summary>How to use it</summary>
<p>Set these in a shell to make every <code>zoho-bulk-read</code> command use this sandbox:</p>
<pre>export ZOHO_BASE_URL=${address}
export ZOHO_CLIENT_ID=${escapeHtml(clientId)}
export ZOHO_CLIENT_SECRET=${secret(clientSecret)}
export ZOHO_REFRESH_TOKEN=${secret(refreshToken)}
export ZOHO_ACCESS_TOKEN=${secret(accessToken)}</pre>
<p>Or create a job with curl:</p>
<pre>curl ${address}/crm/bulk/v2/read \\
  -H 'Authorization: Zoho-oauthtoken ${secret(accessToken)}' \\
  -H 'Content-Type: application/json' \\
  -d '{"query": {"module": "Contacts"}}'</pre>
<button type="button" id="secrets">Show secrets</button>
</details>
<section aria-labelledby="jobs-title">
<h2 id="jobs-title">Jobs</h2>
<p class="none" id="no-jobs">No jobs yet.</p>
<ol class="jobs" id="jobs" data-template="job" data-none="no-jobs"></ol>
</section>
<div>
<section aria-labelledby="modules-title">
<h2 id="modules-title">Modules</h2>
<p class="none" id="no-modules">No module has records.</p>
<table>
<thead><tr><th scope="col">Module</th><th scope="col" class="number">Records</th></tr></thead>
<tbody id="modules" data-template="module" data-none="no-modules"></tbody>
</table>
<p id="credits"></p>
<h2 id="faults-title">Active faults</h2>
<p class="none" id="no-faults">None.</p>
<ul id="faults" aria-labelledby="faults-title" data-template="fault" data-none="no-faults"></ul>
</section>
</div>
<section class="wide" aria-labelledby="requests-title">
<h2 id="requests-title">Last requests</h2>
<p class="none" id="no-requests">No requests yet.</p>
<div class="scrolls" tabindex="0" role="region" aria-labelledby="requests-title">
<table>
<thead><tr><th scope="col">Time</th><th scope="col">Method</th><th scope="col">Answer</th><th scope="col" class="number">Took</th><th scope="col">Path</th></tr></thead>
<tbody id="requests" data-template="request" data-none="no-requests"></tbody>
</table>
</div>
</section>
</main>
<template id="job"><li>
<div class="head"><h3 data-part="title"></h3><span class="state" data-part="state"></span><code data-part="id"></code></div>
<p class="says" data-part="says"></p>
<details data-part="criteria"><summary>Criteria as a tree</summary><pre data-part="tree"></pre></details>
<p><span data-part="rows"></span> <a data-part="download" href="/">Download</a></p>
</li></template>
<template id="module"><tr><td data-part="name"></td><td class="number" data-part="records"></td></tr></template>
<template id="fault"><li data-part="line"><code data-part="fault"></code></li></template>
<template id="request"><tr><td data-part="time"></td><td data-part="method"></td><td data-part="outcome"></td><td class="number" data-part="took"></td><td data-part="path"></td></tr></template>
<script nonce="${nonce}">${pageScript}</script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
