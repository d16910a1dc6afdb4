import type { AnyModule } from "../../schema/module-schema.js";
import { type RawMetadata, writeCustomView, writeFieldMetadata, writeModuleMetadata } from "../org/field-metadata.js";
import type { Org } from "../org/org.js";
import { json } from "./answer.js";
import { ApiRefusal } from "./api-refusal.js";
import type { RouteMatch } from "./routes.js";
import { allows } from "./scopes.js";

/** What the requests for metadata need. */
export interface SettingsEndpoints {
	readonly org: Org;
	readonly metadata: RawMetadata;
}

/** Answers the requests for metadata: raw metadata as it is, the rest made from the modules. */
export function answerSettings(
	route: RouteMatch,
	url: URL,
	scopes: readonly string[],
	endpoints: SettingsEndpoints,
): Response {
	const { metadata, org } = endpoints;
	if (route.name === "modules") {
		requireScope(scopes, "settings.modules");
		return json(
			metadata.modules ?? { modules: [...org.modules.values()].map((each) => writeModuleMetadata(each, org)) },
		);
	}
	if (route.name === "module") {
		requireScope(scopes, "settings.modules");
		const module = findModule(route.parameters.module ?? "", endpoints);
		return json({ modules: [writeModuleMetadata(module, org)] });
	}
	const ofViews = route.name === "custom-views";
	requireScope(scopes, ofViews ? "settings.custom_views" : "settings.fields");
	const name = url.searchParams.get("module");
	if (name === null) throw new ApiRefusal("REQUIRED_PARAM_MISSING", { details: { param_name: "module" } });
	const raw = (ofViews ? metadata.customViews : metadata.fields)?.[name];
	if (raw !== undefined) return json(raw);
	const module = findModule(name, endpoints);
	return ofViews ? customViews(module, org) : fields(module, org);
}

function requireScope(scopes: readonly string[], wanted: string): void {
	if (!allows(scopes, wanted)) throw new ApiRefusal("OAUTH_SCOPE_MISMATCH");
}

/** Zoho ignores the name's case here. */
function findModule(name: string, { org }: SettingsEndpoints): AnyModule {
	const wanted = name.toLowerCase();
	const module = [...org.modules.values()].find(({ apiName }) => apiName.toLowerCase() === wanted);
	if (module === undefined) throw new ApiRefusal("INVALID_MODULE", { note: `there is no module "${name}".` });
	return module;
}

/** Fields whose name begins with `$` are not in the metadata; for a module without fields, the answer is empty. */
function fields(module: AnyModule, org: Org): Response {
	const described = [...module.fields.values()].filter(({ apiName }) => !apiName.startsWith("$"));
	if (described.length === 0) return new Response(null, { status: 204 });
	return json({ fields: described.map((field) => writeFieldMetadata(field, module, org)) });
}

function customViews(module: AnyModule, org: Org): Response {
	const views = org.customViews.filter((view) => view.module === module.apiName);
	const info = { per_page: 200, count: views.length, page: 1, more_records: false };
	return json({ custom_views: views.map(writeCustomView), info });
}
