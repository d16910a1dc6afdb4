// Made by `npm run generate:standard` from the files in `metadata`: change those, and generate again.

import type {} from "../criteria/build/descriptors.js";

export * from "./accounts.js";
export * from "./appointments-s.js";
export * from "./calls.js";
export * from "./campaigns.js";
export * from "./cases.js";
export * from "./contacts.js";
export * from "./deals.js";
export * from "./events.js";
export * from "./invoiced-items.js";
export * from "./invoices.js";
export * from "./leads.js";
export * from "./ordered-items.js";
export * from "./price-books.js";
export * from "./products.js";
export * from "./purchase-items.js";
export * from "./purchase-orders.js";
export * from "./quoted-items.js";
export * from "./quotes.js";
export * from "./sales-orders.js";
export * from "./services-s.js";
export * from "./solutions.js";
export * from "./tasks.js";
export * from "./users.js";
export * from "./vendors.js";
