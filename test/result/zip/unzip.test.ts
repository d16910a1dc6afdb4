import { writers } from "../archives.js";
import { describeUnzip } from "./unzip-suite.js";

describeUnzip(Object.keys(writers));
