import { Contacts } from "zoho-bulk-read/standard";

const { where } = Contacts;

where("Favourite_Colour").equal("blue");
