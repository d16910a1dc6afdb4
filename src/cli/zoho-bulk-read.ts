#!/usr/bin/env node
import { makeProgram } from "./make-program.js";
import { reportError } from "./terminal/report-error.js";

try {
	await makeProgram().parseAsync();
} catch (error) {
	process.exitCode = reportError(error);
}
