import { startWorker } from "../../docs/recipes/queue-worker.js";

// Each task it takes is told, so that a test knows when to kill it.
const worker = startWorker(1_000);
worker.on("active", () => process.send?.("active"));
worker.on("error", (error) => process.stderr.write(`${error.message}\n`));
