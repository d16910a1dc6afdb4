import { startSyncWorker } from "../../docs/recipes/sync-worker.js";

// Prints each task when it starts, so that a test knows when to kill the process.
const worker = await startSyncWorker(3_000);
worker.on("active", () => process.send?.("active"));
worker.on("error", (error) => process.stderr.write(`${error.message}\n`));
