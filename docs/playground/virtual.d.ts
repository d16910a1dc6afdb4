/** The declaration files of the package and of the language, by path. The build writes them. */
declare module "virtual:declarations" {
	const declarations: Readonly<Record<string, string>>;
	export default declarations;
}

/** The examples in the docs that build a query, by name. The build writes them. */
declare module "virtual:examples" {
	const examples: Readonly<Record<string, string>>;
	export default examples;
}
