import { writers } from "../archives.js";
import { describeUnzip } from "./unzip-suite.js";

const names = Object.keys(writers);

// While mutants are tried, no program is started that makes archives: the forms made by hand are all forms.
describeUnzip(process.env.MUTANTS ? names.filter((name) => !/^zip/.test(name)) : names);
