#!/usr/bin/env node
import { makeProgram } from "./program.js";
import { reportError } from "./report-error.js";

try {
	await makeProgram().parseAsync();
} catch (error) {
	process.exitCode = reportError(error);
}
