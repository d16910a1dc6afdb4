import { safeParseCriteria } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

const fromTheDatabase: unknown = JSON.parse(`{
  "group_operator": "or",
  "group": [
    { "api_name": "Lead_Source", "comparator": "equal", "value": "Web Download" },
    { "api_name": "Acount_Name.Phone", "comparator": "contains", "value": "5" },
    { "api_name": "Email_Opt_Out", "comparator": "contains", "value": true }
  ]
}`);

const parsed = safeParseCriteria(Contacts, fromTheDatabase);
if (!parsed.success) {
	for (const { code, path, message } of parsed.issues)
		console.log(`${code} at ${path.join(".")}\n  ${message}`);
}
