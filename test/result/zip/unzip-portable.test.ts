import { vi } from "vitest";
import { describeUnzip } from "./unzip-suite.js";

/** The inflater for runtimes without `node:zlib`. */
vi.mock("#inflate", () => import("../../../src/result/zip/inflate-portable.js"));

describeUnzip(["zip", "zip, stored", "zipfile, piped as ZIP64", "descriptor of 12 bytes"]);
