import { vi } from "vitest";
import { describeUnzip } from "./unzip-suite.js";

/** What runtimes without `node:zlib` get. */
vi.mock("#inflate", () => import("../../../src/result/zip/inflate-portable.js"));

describeUnzip(["zip", "zip, stored", "zipfile, piped as ZIP64", "descriptor of 12 bytes"]);
