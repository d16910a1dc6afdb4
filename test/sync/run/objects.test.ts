import { cellsSuite } from "../cells-suite.js";
import { objectDatabase } from "../object-database.js";
import { syncSuite } from "../sync-suite.js";

syncSuite("objects", async () => objectDatabase());
cellsSuite("objects", async () => objectDatabase());
