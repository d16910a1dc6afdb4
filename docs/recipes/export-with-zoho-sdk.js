import { setTimeout as sleep } from "node:timers/promises";
import { BulkReadOperations } from "@zohocrm/typescript-sdk-2.0/core/com/zoho/crm/api/bulk_read/bulk_read_operations.js";
import { Criteria } from "@zohocrm/typescript-sdk-2.0/core/com/zoho/crm/api/bulk_read/criteria.js";
import { Query } from "@zohocrm/typescript-sdk-2.0/core/com/zoho/crm/api/bulk_read/query.js";
import { RequestWrapper } from "@zohocrm/typescript-sdk-2.0/core/com/zoho/crm/api/bulk_read/request_wrapper.js";
import { OAuthBuilder } from "@zohocrm/typescript-sdk-2.0/models/authenticator/oauth_builder.js";
import { FileStore } from "@zohocrm/typescript-sdk-2.0/models/authenticator/store/file_store.js";
import { EUDataCenter } from "@zohocrm/typescript-sdk-2.0/routes/dc/eu_data_center.js";
import { InitializeBuilder } from "@zohocrm/typescript-sdk-2.0/routes/initialize_builder.js";
import { LogBuilder } from "@zohocrm/typescript-sdk-2.0/routes/logger/log_builder.js";
import { Levels } from "@zohocrm/typescript-sdk-2.0/routes/logger/logger.js";
import { UserSignature } from "@zohocrm/typescript-sdk-2.0/routes/user_signature.js";
import { Choice } from "@zohocrm/typescript-sdk-2.0/utils/util/choice.js";
import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";

const { ZOHO_CLIENT_ID, ZOHO_CLIENT_SECRET, ZOHO_REFRESH_TOKEN, ZOHO_USER } = process.env;

const token = new OAuthBuilder()
	.clientId(ZOHO_CLIENT_ID)
	.clientSecret(ZOHO_CLIENT_SECRET)
	.refreshToken(ZOHO_REFRESH_TOKEN)
	.build();
const builder = await new InitializeBuilder();
await builder
	.user(new UserSignature(ZOHO_USER))
	.environment(EUDataCenter.PRODUCTION())
	.token(token)
	.store(new FileStore("tokens.txt"))
	.resourcePath(".")
	.logger(new LogBuilder().level(Levels.ERROR).filePath("zoho.log").build())
	.initialize();

const bulkRead = new BulkReadOperations();

for (let page = 1, more = true; more; page++) {
	const id = await createJob(page);
	const result = await waitForJob(id);
	for (const contact of await download(id)) {
		console.log(contact.Last_Name, contact["Owner.last_name"]);
	}
	more = result.getMoreRecords();
}

async function createJob(page) {
	const query = new Query();
	query.setModule("Contacts");
	query.setFields(["Last_Name", "Owner.last_name"]);
	query.setCriteria(makeCriteria());
	query.setPage(page);
	const request = new RequestWrapper();
	request.setQuery(query);
	const answer = await bulkRead.createBulkReadJob(request);
	if (answer.getStatusCode() !== 201) throw new Error(answer.getObject().getCode().getValue());
	return BigInt(answer.getObject().getData()[0].getDetails().get("id"));
}

function makeCriteria() {
	const name = new Criteria();
	name.setAPIName("Last_Name");
	name.setComparator(new Choice("starts_with"));
	name.setValue("K");

	const source = new Criteria();
	source.setAPIName("Lead_Source");
	source.setComparator(new Choice("in"));
	source.setValue(["Advertisement", "Trade Show"]);

	const both = new Criteria();
	both.setGroupOperator(new Choice("and"));
	both.setGroup([name, source]);
	return both;
}

async function waitForJob(id) {
	for (let wait = 1_000; ; wait = Math.min(wait * 2, 30_000)) {
		const answer = await bulkRead.getBulkReadJobDetails(id);
		if (answer.getStatusCode() !== 200) throw new Error(answer.getObject().getCode().getValue());
		const job = answer.getObject().getData()[0];
		const state = job.getState().getValue();
		if (state === "COMPLETED") return job.getResult();
		if (state === "FAILURE") throw new Error(`Job ${id} failed`);
		await sleep(wait);
	}
}

async function download(id) {
	const answer = await bulkRead.downloadResult(id);
	if (answer.getStatusCode() !== 200) throw new Error(answer.getObject().getCode().getValue());
	const zip = answer.getObject().getFile().getStream();
	const [csv] = Object.values(unzipSync(zip));
	return parse(csv, { columns: true });
}
