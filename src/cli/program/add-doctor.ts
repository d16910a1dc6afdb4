import type { Command } from "commander";
import type { DoctorOptions } from "../commands/doctor-command.js";
import { withConnection } from "./shared-options.js";

/** `doctor`, on the command line. */
export function addDoctor(program: Command): void {
	withConnection(program.command("doctor"))
		.summary("check credentials, data centre, scopes and clock")
		.description(
			"Checks that there are credentials and that they give a token, that the token may do what exports and generate need, and that the clock is right. " +
				"It requests metadata (at most two API credits) and a job that does not exist; it creates nothing.",
		)
		.option("--verbose", "print every request: method, path, status, time")
		.addHelpText(
			"before",
			`Examples:
  $ zoho-bulk-read doctor --dc eu
  $ zoho-bulk-read doctor --env .env
`,
		)
		.action(async (options: DoctorOptions) => {
			process.exitCode = await (await import("../commands/doctor-command.js")).doctor(options);
		});
}
