import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createSandbox, generateCompany, type Listening, type RequestLogEntry } from "../../src/sandbox/index.js";
import { readCsv, unzip } from "./raw-http.js";

/**
 * Zoho's own SDK from npm, unchanged: if it cannot read an answer, the sandbox is wrong. It only knows Zoho's data centres, so the
 * test defines an environment that points to the sandbox.
 */
const require = createRequire(import.meta.url);

/** A class of the SDK, with only the members that the tests use. */
function load<Instance>(path: string, name: string): new (...parameters: never[]) => Instance {
	return require(`@zohocrm/typescript-sdk-2.0/${path}.js`)[name];
}

type Setters<Names extends string> = Record<Names, (value: unknown) => void>;

interface Answer<Body> {
	getStatusCode(): number;
	getObject(): Body;
}

interface Operations {
	createBulkReadJob(request: unknown): Promise<Answer<{ getData?(): readonly [SuccessResponse] } & ApiException>>;
	getBulkReadJobDetails(id: bigint): Promise<Answer<{ getData(): readonly [JobDetail] }>>;
	downloadResult(id: bigint): Promise<Answer<{ getFile(): { getName(): string; getStream(): Buffer } }>>;
}

interface ApiException {
	getCode(): Choice;
	getMessage(): Choice;
	getDetails(): Map<string, unknown>;
}

interface Choice {
	getValue(): string;
}

interface SuccessResponse {
	getDetails(): Map<string, unknown>;
}

interface JobDetail {
	getState(): Choice;
	getCreatedTime(): Date;
	getResult(): { getCount(): number; getMoreRecords(): boolean; getDownloadUrl(): string };
}

const bulkRead = "core/com/zoho/crm/api/bulk_read";
const Wrapper = load<Setters<"setQuery" | "setCallback">>(`${bulkRead}/request_wrapper`, "RequestWrapper");
const Query = load<Setters<"setModule" | "setFields" | "setCriteria">>(`${bulkRead}/query`, "Query");
const Criteria = load<Setters<"setAPIName" | "setComparator" | "setValue">>(`${bulkRead}/criteria`, "Criteria");
const BulkRead = load<Operations>(`${bulkRead}/bulk_read_operations`, "BulkReadOperations");
const SdkChoice = load<Choice>("utils/util/choice", "Choice");

const folder = mkdtempSync(join(tmpdir(), "zoho-sdk-"));
const requests: RequestLogEntry[] = [];
const sandbox = createSandbox({
	records: generateCompany({ contacts: 300 }),
	timing: { added: 20, queued: 0, inProgress: 20 },
	onRequest: (entry) => requests.push(entry),
});
let port: Listening;

beforeAll(async () => {
	port = await sandbox.listen();
	const { clientId, clientSecret, refreshToken } = sandbox.credentials;
	const { OAuthBuilder } = require("@zohocrm/typescript-sdk-2.0/models/authenticator/oauth_builder.js");
	const { InitializeBuilder } = require("@zohocrm/typescript-sdk-2.0/routes/initialize_builder.js");
	const { UserSignature } = require("@zohocrm/typescript-sdk-2.0/routes/user_signature.js");
	const { DataCenter } = require("@zohocrm/typescript-sdk-2.0/routes/dc/data_center.js");
	const { FileStore } = require("@zohocrm/typescript-sdk-2.0/models/authenticator/store/file_store.js");
	const { Levels } = require("@zohocrm/typescript-sdk-2.0/routes/logger/logger.js");
	const { LogBuilder } = require("@zohocrm/typescript-sdk-2.0/routes/logger/log_builder.js");
	const builder = await new InitializeBuilder();
	await builder
		.user(new UserSignature("patricia0@sandbox.example"))
		.environment(DataCenter.setEnvironment(port.url, `${port.url}/oauth/v2/token`, port.url, "sandbox"))
		.token(new OAuthBuilder().clientId(clientId).clientSecret(clientSecret).refreshToken(refreshToken).build())
		.store(new FileStore(join(folder, "tokens.txt")))
		.resourcePath(folder)
		.logger(new LogBuilder().level(Levels.ERROR).filePath(join(folder, "log.txt")).build())
		.initialize();
});

afterAll(async () => {
	await port.close();
	rmSync(folder, { recursive: true });
});

function request(module: string, criteria?: readonly [string, string, unknown]): unknown {
	const query = new Query();
	query.setModule(module);
	query.setFields(["Last_Name", "Owner.last_name", "Account_Name.Phone"]);
	if (criteria !== undefined) {
		const [field, comparator, value] = criteria;
		const condition = new Criteria();
		condition.setAPIName(field);
		condition.setComparator(new SdkChoice(...([comparator] as never[])));
		condition.setValue(value);
		query.setCriteria(condition);
	}
	const wrapper = new Wrapper();
	wrapper.setQuery(query);
	return wrapper;
}

describe("Zoho's own SDK for TypeScript", () => {
	test("gets a token, creates a job, polls it, downloads it and finds the rows", async () => {
		const bulk = new BulkRead();
		const created = await bulk.createBulkReadJob(request("Contacts", ["Last_Name", "not_equal", "nobody"]));
		expect(created.getStatusCode()).toBe(201);
		const id = BigInt(String(created.getObject().getData?.()[0].getDetails().get("id")));

		let detail: JobDetail;
		do {
			[detail] = (await bulk.getBulkReadJobDetails(id)).getObject().getData();
			expect(["ADDED", "IN PROGRESS", "COMPLETED"]).toContain(detail.getState().getValue());
		} while (detail.getState().getValue() !== "COMPLETED");
		expect(detail.getCreatedTime()).toBeInstanceOf(Date);
		expect(detail.getResult().getCount()).toBe(300);
		expect(detail.getResult().getMoreRecords()).toBe(false);

		const file = (await bulk.downloadResult(id)).getObject().getFile();
		expect(file.getName()).toBe(`${id}.zip`);
		const [header, ...rows] = readCsv(unzip(file.getStream()).text);
		expect(header).toEqual(["Id", "Last_Name", "Owner.last_name", "Account_Name.Phone"]);
		expect(rows.map(([recordId]) => recordId)).toEqual(sandbox.records("Contacts").map(({ id: expected }) => expected));
		expect(requests.filter(({ route }) => route === "token")).toHaveLength(1);
	});

	test("reads a refusal: its code, its words and its details", async () => {
		const answer = await new BulkRead().createBulkReadJob(request("Contacts", ["Last_Name", "less_than", "a"]));
		expect(answer.getStatusCode()).toBe(400);
		const refusal = answer.getObject();
		expect(refusal.getCode().getValue()).toBe("FIELD_COMPARATOR_IN_CRITERIA_NOT_SUPPORTED");
		expect(refusal.getMessage().getValue()).toContain("doesn't support this comparator 'less_than'");
		expect(refusal.getDetails().get("api_name")).toBe("Last_Name");
	});

	test("prints, as the guide shows it, what our program beside it prints", async () => {
		const shown = readFileSync(new URL("../../docs/recipes/export-with-zoho-sdk.js", import.meta.url), "utf8");
		// It only knows Zoho's data centres, and is in another folder.
		const there = `DataCenter.setEnvironment("${port.url}", "${port.url}/oauth/v2/token", "${port.url}", "sandbox")`;
		const text = shown
			.replace("EUDataCenter.PRODUCTION()", there)
			.replace("{ EUDataCenter }", "{ DataCenter }")
			.replace("eu_data_center", "data_center")
			.replaceAll(/(?<= from )"([^"]+)"/g, (quoted, name: string) =>
				name.startsWith("node:") ? quoted : JSON.stringify(pathToFileURL(require.resolve(name)).href),
			);
		writeFileSync(join(folder, "export.mjs"), text);
		const { clientId, clientSecret, refreshToken } = sandbox.credentials;
		const env = {
			PATH: process.env.PATH,
			ZOHO_CLIENT_ID: clientId,
			ZOHO_CLIENT_SECRET: clientSecret,
			ZOHO_REFRESH_TOKEN: refreshToken,
			ZOHO_USER: "patricia0@sandbox.example",
		};
		const { stdout } = await promisify(execFile)(process.execPath, ["export.mjs"], { cwd: folder, env });
		const printed = vi.spyOn(console, "log").mockImplementation(() => {});
		vi.stubGlobal("fetch", sandbox.fetch);
		for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
		await import("../../docs/examples/same-export.js");
		vi.unstubAllGlobals();
		vi.unstubAllEnvs();
		const ours = printed.mock.calls.map((values) => values.join(" "));
		printed.mockRestore();
		expect(ours.length).toBeGreaterThan(0);
		expect(stdout).toBe(`${ours.join("\n")}\n`);
	});
});
