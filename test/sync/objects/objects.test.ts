import { cellsSuite } from "../cells-suite.js";
import { copyTableSuite } from "../copy-table-suite.js";
import { objectDatabase } from "../object-database.js";
import { publishSuite } from "../publish-suite.js";
import { syncSuite } from "../sync-suite.js";

const open = async () => objectDatabase();

syncSuite("objects", open);
cellsSuite("objects", open);
copyTableSuite("objects", open);
publishSuite("objects", open);
