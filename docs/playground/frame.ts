// The whole script of the closed frame, which has its own origin and no storage. User code runs in its only worker.
addEventListener("message", ({ data, ports }: MessageEvent<string>) => {
	const worker = new Worker(URL.createObjectURL(new Blob([data], { type: "text/javascript" })));
	worker.postMessage(null, [...ports]);
});
