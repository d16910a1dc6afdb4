import { writers } from "../archives.js";
import { describeUnzip } from "./unzip-suite.js";

const names = Object.keys(writers);

// Mutation tests do not start programs that make archives: the archives made by hand have every form too, and are faster.
describeUnzip(process.env.MUTANTS ? names.filter((name) => !/^zip/.test(name)) : names);
