import { and } from "zoho-bulk-read";
import { Deals } from "zoho-bulk-read/standard";

declare const amount: number;
const { where } = Deals;
and(where("Stage").equal("Closed Won"), amount && where("Amount").greaterThan(amount));
