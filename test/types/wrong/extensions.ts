import { extendModule, picklist, text } from "zoho-bulk-read";
import { Contacts } from "../modules.js";

const Extended = extendModule(Contacts, { Region__c: picklist("North", "South") });

// @ts-expect-error a name that the module has already
extendModule(Contacts, { Region__c: text, Visits: text });
// @ts-expect-error a name that is replaced and another that is not
extendModule(Contacts, { Visits: text, Phone: text }, { replace: ["Visits"] });
// @ts-expect-error a name that replaces none
extendModule(Contacts, { Region__c: text }, { replace: ["Region__c"] });
// @ts-expect-error what describes no field
extendModule(Contacts, { Region__c: "text" });
// @ts-expect-error a new field in other letters
Extended.where("region__c");
// @ts-expect-error a comparator that the new field does not offer
Extended.where("Region__c").lessThan("North");
// @ts-expect-error an old field in other letters
Extended.where("last_name");
