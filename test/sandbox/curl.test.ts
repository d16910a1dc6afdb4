import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generateCompany } from "../../src/sandbox/index.js";
import { curl, curlBytes, readCsv, startSandbox, unzip } from "./raw-http.js";

test("the whole way, with curl and nothing of ours: token, job, details, file", async () => {
	const { Accounts, Contacts, Users } = generateCompany({ contacts: 200 });
	const { url, sandbox, clock } = await startSandbox({ records: { Accounts, Contacts, Users } });
	const { clientId, clientSecret, refreshToken } = sandbox.credentials;
	const form = [
		"grant_type=refresh_token",
		`client_id=${clientId}`,
		`client_secret=${clientSecret}`,
		`refresh_token=${refreshToken}`,
	];
	const token = JSON.parse(await curl("-s", ...form.flatMap((part) => ["-d", part]), `${url}/oauth/v2/token`));
	const authorization = `Authorization: Zoho-oauthtoken ${token.access_token}`;

	const sample = readFileSync(new URL("../samples/request-lookup-fields.json", import.meta.url), "utf8");
	const { query } = JSON.parse(sample);
	const created = JSON.parse(
		await curl(
			"-s",
			"-H",
			authorization,
			"-H",
			"Content-Type: application/json",
			"-d",
			JSON.stringify({ query }),
			`${token.api_domain}/crm/bulk/v2/read`,
		),
	);
	const { id } = created.data[0].details;
	await clock.advance(10_000);
	const details = JSON.parse(await curl("-s", "-H", authorization, `${url}/crm/bulk/v2/read/${id}`));
	const { count, download_url } = details.data[0].result;
	const dumped = await curl(
		"-s",
		"-H",
		authorization,
		"-w",
		"%{http_code} %{content_type}",
		"-o",
		"-",
		`${url}${download_url}`,
	);
	expect(dumped).toMatch(/200 application\/x-download$/);

	const archive = await curlBytes("-s", "-H", authorization, `${url}${download_url}`);
	const [header, ...rows] = readCsv(unzip(archive).text);
	expect(header).toEqual(["Id", ...query.fields]);
	expect(rows.length).toBe(count);
	const user = new Map(Users.map((record) => [record.id, record]));
	const account = new Map(Accounts.map((record) => [record.id, record]));
	const expected = Contacts.filter(
		(contact) =>
			contact.Lead_Source === "Advertisement" ||
			user.get(contact.Owner)?.last_name === "Boyle" ||
			String(account.get(contact.Account_Name)?.Phone ?? "").includes("5"),
	);
	expect(rows).toEqual(
		expected.map((contact) => [
			contact.id,
			contact.Last_Name,
			contact.Owner,
			user.get(contact.Owner)?.last_name,
			account.get(contact.Account_Name)?.Account_Name ?? "",
			account.get(contact.Account_Name)?.Phone ?? "",
			contact.Lead_Source ?? "",
			contact.Created_Time,
		]),
	);
});
