import { bulkRead } from "zoho-bulk-read";
import { Events } from "zoho-bulk-read/standard";

bulkRead(Events).ics().select("Event_Title");
