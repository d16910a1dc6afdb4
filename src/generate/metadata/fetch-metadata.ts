import { type MetadataAnswers, type ModuleMetadata, parseModules } from "./metadata.js";
import { whyNotServed } from "./not-served.js";
import { makeSelector, type Selection } from "./selection.js";

/**
 * Gets a path of Zoho's API and returns the JSON of the answer; `undefined`, `null` or `""` where the answer is empty
 * (HTTP 204). Its errors for refusals should have Zoho's code as `code`.
 */
export type GetJson = (path: string) => Promise<unknown>;

/** Which metadata to fetch, and how. */
export interface FetchMetadataOptions extends Selection {
	/** Version of the API; `"v8"` by default. Version 2 does not say which fields are filterable. */
	readonly apiVersion?: string;
	/** Concurrent requests; 5 by default, which is what Zoho's smallest edition allows. */
	readonly concurrency?: number;
	/** Called for modules whose fields Zoho refused to list; they are missing from the result. */
	readonly onRefused?: (module: string, error: unknown) => void;
}

/**
 * Fetches the metadata of an org: its modules, and the fields of each one that bulk read serves and the selection
 * includes. Costs one API credit per module, and needs the scopes `ZohoCRM.settings.modules.READ` and
 * `ZohoCRM.settings.fields.READ`.
 *
 * @param get - sends an authorised request.
 * @returns the raw answers, for `parseMetadata` or for saving.
 * @throws {@link InvalidMetadataError} if the answer is not a list of modules, and what `get` throws. A refusal of one
 * module goes to `onRefused`, unless `include` names the module.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/modules-api.html
 * @see https://www.zoho.com/crm/developer/docs/api/v8/field-meta.html
 */
export async function fetchMetadata(get: GetJson, options: FetchMetadataOptions = {}): Promise<MetadataAnswers> {
	const { apiVersion = "v8", concurrency = 5, onRefused } = options;
	const selector = makeSelector(options);
	const settings = `/crm/${apiVersion}/settings`;
	const modules = await get(`${settings}/modules`);
	const names = withUsers(parseModules(modules))
		.filter((module) => selector.takesModule(module.apiName))
		.filter((module) => selector.namesModule(module.apiName) || !whyNotServed(module))
		.map((module) => module.apiName);
	const answers = await mapConcurrently(names, concurrency, async (name) => {
		try {
			return { fields: (await get(`${settings}/fields?module=${encodeURIComponent(name)}`)) ?? null };
		} catch (error) {
			if (!isRefusal(error) || selector.namesModule(name)) throw error;
			if (name !== users.apiName) onRefused?.(name, error);
			return undefined;
		}
	});
	const fields = names.flatMap((name, index): [string, unknown][] => {
		const answer = answers[index];
		return answer === undefined ? [] : [[name, answer.fields]];
	});
	return { modules, fields: Object.fromEntries(fields) };
}

/**
 * Every owner refers to it, but the Modules API does not list it; it is not documented whether its fields are
 * available.
 */
const users: ModuleMetadata = { apiName: "Users", apiSupported: true };

function withUsers(modules: readonly ModuleMetadata[]): readonly ModuleMetadata[] {
	return modules.some((module) => module.apiName === users.apiName) ? modules : [...modules, users];
}

/**
 * The codes with which Zoho refuses a module: the edition or the profile does not have it, or the API does not serve
 * it.
 */
const refusals: ReadonlySet<unknown> = new Set([
	"INVALID_MODULE",
	"NO_PERMISSION",
	"AUTHORIZATION_FAILED",
	"NOT_SUPPORTED",
	"API_NOT_SUPPORTED",
	"FEATURE_NOT_SUPPORTED",
	"FEATURE_NOT_ENABLED",
]);

function isRefusal(error: unknown): boolean {
	return typeof error === "object" && error !== null && "code" in error && refusals.has(error.code);
}

/** The results in the order of the items. Nothing more is started after a failure. */
async function mapConcurrently<Item, Result>(
	items: readonly Item[],
	concurrency: number,
	map: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
	const results: Result[] = [];
	const queue = items.entries();
	let failed = false;
	const work = async (): Promise<void> => {
		for (const [index, item] of queue) {
			if (failed) return;
			results[index] = await map(item).catch((error: unknown) => {
				failed = true;
				throw error;
			});
		}
	};
	await Promise.all(Array.from({ length: Math.max(1, concurrency) }, work));
	return results;
}
