import { bulkRead } from "zoho-bulk-read";
import { Contacts } from "zoho-bulk-read/standard";

bulkRead(Contacts).where((where) => {
	where("Email").isNotEmpty();
});
