import { type Command, Option } from "commander";
import { dataCenters, environmentHosts } from "../../facts/data-centers.js";

/** What says where Zoho is, and who asks. */
export function withConnection(command: Command): Command {
	return (
		command
			.addOption(named("--dc <name>", "the data centre of the org", dataCenters))
			.addOption(named("--environment <name>", "the org's environment; the first unless given", environmentHosts))
			.option("--base-url <url>", "another server, such as a sandbox of this library")
			.option("--env <file>", "read credentials and settings from a file of NAME=value lines")
			// The name that other programs have for it. Node 20 takes it for its own, and ends where the file is not there.
			.addOption(new Option("--env-file <file>").hideHelp())
	);
}

/** An option whose values are shown and completed here, and checked where they are read, as those of settings are. */
function named(flags: string, says: string, values: object): Option {
	const option = new Option(flags, says);
	option.argChoices = Object.keys(values);
	return option;
}

/** What says which job is meant. */
export function withQuery(command: Command): Command {
	return withModules(command.argument("<query>", query));
}

/** What says which jobs are meant. */
export function withQueries(command: Command): Command {
	return withModules(command.argument("<queries...>", `${query}; one or more`));
}

const query = "a .ts, .js or .json file, or the API name of a module";

function withModules(command: Command): Command {
	return command
		.option("--select <fields>", "for a module: the fields, with commas between them")
		.option("--where <criteria>", "for a module: the criteria, as JSON; null for every record")
		.option(
			"--modules <file>",
			"for a module or a .json file: your generated modules, where the standard ones do not do",
		);
}
