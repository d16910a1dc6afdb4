import { startSyncWorker } from "../../docs/recipes/sync-worker.js";

// Each task it takes is told, so that a test knows when to kill it.
const worker = await startSyncWorker(3_000);
worker.on("active", () => process.send?.("active"));
worker.on("error", (error) => process.stderr.write(`${error.message}\n`));
