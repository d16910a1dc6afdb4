import { type Command, Option } from "commander";
import { dataCenters, environmentHosts } from "../../facts/data-centers.js";

/** The options that say where Zoho is, and who is asking. */
export function withConnection(command: Command): Command {
	return (
		command
			.addOption(named("--dc <name>", "the data centre of the org", dataCenters))
			.addOption(named("--environment <name>", "the org's environment; production by default", environmentHosts))
			.option("--base-url <url>", "another server, such as a sandbox of this library")
			.option("--env <file>", "read credentials and settings from a file of NAME=value lines")
			// The name that other programs use. Node 20 takes it as its own option, and exits if the file does not
			// exist.
			.addOption(new Option("--env-file <file>").hideHelp())
	);
}

/** An option whose values are shown and completed here, but checked where they are read, like those of settings. */
function named(flags: string, says: string, values: object): Option {
	const option = new Option(flags, says);
	option.argChoices = Object.keys(values);
	return option;
}

/** The options that say which job is meant. */
export function withQuery(command: Command): Command {
	return withModules(command.argument("<query>", query));
}

/** The options that say which jobs are meant. */
export function withQueries(command: Command): Command {
	return withModules(command.argument("<queries...>", `${query}; one or more`));
}

const query = "a .ts, .js or .json file, or the API name of a module";

function withModules(command: Command): Command {
	return command
		.option("--select <fields>", "for a module: the fields, separated by commas")
		.option("--where <criteria>", "for a module: the criteria, as JSON; null for every record")
		.option("--modules <file>", "for a module or a .json file: your generated modules, instead of the standard ones");
}
