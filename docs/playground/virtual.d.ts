/** The declarations of the package and of the language, by path: made by the build. */
declare module "virtual:declarations" {
	const declarations: Readonly<Record<string, string>>;
	export default declarations;
}

/** The examples of the docs that build a query, by name: made by the build. */
declare module "virtual:examples" {
	const examples: Readonly<Record<string, string>>;
	export default examples;
}
