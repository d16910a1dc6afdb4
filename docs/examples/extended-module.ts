import {
	bulkRead,
	defineModule,
	extendModule,
	integer,
	lookup,
	picklist,
} from "zoho-bulk-read";
import { Contacts, Deals } from "zoho-bulk-read/standard";

const Loyalty = defineModule("Loyalty", { Level: picklist("Gold", "Silver"), Points: integer });

const MyContacts = extendModule(Contacts, {
	Region__c: picklist("North", "South"),
	Loyalty__c: lookup(() => Loyalty),
});

export const job = bulkRead(MyContacts)
	.select("Last_Name", "Region__c", "Loyalty__c.Level")
	.where((where) =>
		where("Region__c").equal("North").and(where("Loyalty__c.Points").greaterThan(100)),
	);

const MyDeals = extendModule(
	Deals,
	{ Contact_Name: lookup(() => MyContacts) },
	{ replace: ["Contact_Name"] },
);
console.log(JSON.stringify(MyDeals.where("Contact_Name.Region__c").equal("South")));
