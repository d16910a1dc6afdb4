// The whole script of the closed frame: it has an origin of its own, no storage, and one worker, in which user code runs.
addEventListener("message", ({ data, ports }: MessageEvent<string>) => {
	const worker = new Worker(URL.createObjectURL(new Blob([data], { type: "text/javascript" })));
	worker.postMessage(null, [...ports]);
});
