import { parseJob } from "zoho-bulk-read";
import { toSource } from "zoho-bulk-read/render";
import * as standard from "zoho-bulk-read/standard";

const body: unknown = JSON.parse(`{
  "query": {
    "module": { "api_name": "Contacts" },
    "fields": ["Last_Name", "Owner.last_name"],
    "criteria": {
      "group_operator": "and",
      "group": [
        { "field": { "api_name": "Email_Opt_Out" }, "comparator": "equal", "value": "false" },
        { "field": { "api_name": "Created_Time" }, "comparator": "greater_equal", "value": "2026-01-01T00:00:00Z" }
      ]
    }
  }
}`);

export const job = parseJob(body, Object.values(standard));
console.log(toSource(job));
