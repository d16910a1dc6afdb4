import type { Command } from "commander";
import type { SandboxCommandOptions } from "../commands/sandbox-command.js";
import { collect, readPort, readPositive } from "./option-values.js";

/** `sandbox`, on the command line. */
export function addSandbox(program: Command): void {
	program
		.command("sandbox")
		.summary("serve your own Zoho CRM, with sample data")
		.description(
			"Serves the Bulk Read API, the metadata API and the token endpoint on this machine, with the records of a made-up company, and prints the credentials to use. " +
				"Each request is printed as a line. Ctrl-C stops it.",
		)
		.option("--port <port>", "the port; a free one by default", readPort)
		.option("--host <host>", "the address to listen on; anything but loopback lets others in", "127.0.0.1")
		.option("--records <number>", "number of contacts; other modules in proportion", readPositive, 1_000)
		.option("--seed <seed>", "another company and other tokens; the same seed gives the same ones", "1")
		.option("--busy <records>", "change, add and delete this many records per second", readPositive)
		.option("--latency <milliseconds>", "delay every request", readPositive)
		.option("--fault <rule>", "misbehave: fault[=number][@route][/page][#nth][xtimes][%percent]; repeatable", collect)
		.option("--json", "print JSON lines: the address and the credentials, then each request")
		.addHelpText(
			"before",
			`Examples:
  $ zoho-bulk-read sandbox --port 8025
  $ zoho-bulk-read sandbox --records 200000 --latency 200
  $ zoho-bulk-read sandbox --busy 20
  $ zoho-bulk-read sandbox --fault truncate@result%20 --fault 429%5 --seed 7
`,
		)
		.action(async (options: SandboxCommandOptions) => {
			process.exitCode = await (await import("../commands/sandbox-command.js")).serveSandbox(options);
		});
}
