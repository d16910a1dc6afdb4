/**
 * What a library built on this one may export: one result of each public function, each public constant, and every method that
 * works without its object. The compiler has to find a name for each type. This file is never run.
 */
import * as lib from "zoho-bulk-read";
import * as renders from "zoho-bulk-read/render";
import * as sandboxes from "zoho-bulk-read/sandbox";
import { Contacts, Events, type Leads } from "zoho-bulk-read/standard";

declare const given: unknown;
declare const zip: ReadableStream<Uint8Array>;
declare const either: typeof Contacts | typeof Leads;
declare const any: lib.AnyModule;

// Modules.
export const anyHops = Contacts.anyHops();
export const Offers = lib.defineModule("Offers", {
	Title: lib.text,
	Email: lib.email,
	Phone: lib.phone,
	Site: lib.url,
	Notes: lib.textArea,
	Number: lib.autoNumber,
	Stage: lib.picklist("Open", "Done"),
	Tags: lib.multiSelect("Red", "Blue"),
	Pieces: lib.integer,
	Serial: lib.bigInteger,
	Weight: lib.decimal,
	Price: lib.currency,
	Discount: lib.percent,
	Until: lib.date,
	Sent: lib.dateTime,
	Won: lib.boolean,
	Contact: lib.lookup(() => Contacts),
	Owner: lib.owner(() => Contacts),
	Created_By: lib.user(() => Contacts),
});
export const offersOfAnyHops = Offers.anyHops();
export const extended = lib.extendModule(Contacts, { Region__c: lib.text });
export const replaced = lib.extendModule(Contacts, { Phone: lib.text }, { replace: ["Phone"] });
export const generated = lib.generatedModule<"Notes", { Title: lib.Text }>("Notes", "Title text", () => ({}));

// Conditions that have no comparator yet, one of each kind of field.
export const aText = Offers.where("Title");
export const aPicklist = Offers.where("Stage");
export const aMultiSelect = Offers.where("Tags");
export const aNumber = Offers.where("Price");
export const aBigInteger = Offers.where("Serial");
export const aDay = Offers.where("Until");
export const aMoment = Contacts.where("Created_Time");
export const aBoolean = Offers.where("Won");
export const aLookup = Offers.where("Contact");
export const aTextBehindALookup = Offers.where("Contact.Last_Name");
export const aTextFarBehind = offersOfAnyHops.where("Contact.Owner.last_name");

// Methods that were taken off.
export const { where } = Contacts;
export const { equal: equalText, in: inTexts, isEmpty } = aText;
export const { equal: equalPicklist, notIn: notInPicklist } = aPicklist;
export const { greaterThan, in: inNumbers } = aNumber;
export const { equal: equalDay, in: inDays, between: betweenDays } = aDay;
export const { equal: equalMoment, in: inMoments, between: betweenMoments } = aMoment;
export const { equal: equalBoolean } = aBoolean;
export const { equal: equalLookup, notIn: notInLookups } = aLookup;
export const { raw } = where;
export const beginDeals = () => lib.bulkRead(Offers).select;

// Criteria.
export const condition = aMoment.greaterThan("2026-01-01T00:00:00Z");
export const unchecked = raw("Nickname", "sounds_like", "Bob");
export const all = lib.and(condition, condition);
export const perhaps = lib.or(null, condition);
export const chained = condition.and(condition).or(condition);
export const negated = lib.not(condition);
export const { and: andMethod, or: orMethod, toJSON: criteriaToJson } = condition;
export const parsed = lib.parseCriteria(Contacts, given);
export const parsedOfEither = lib.parseCriteria(either, given);
export const safelyParsed = lib.safeParseCriteria(Contacts, given);
export const schema = lib.criteriaSchema(Contacts);
export const jsonSchema = lib.criteriaJsonSchema(Contacts);
export const predicate = lib.evaluate(condition);
export const words = lib.describe(condition);
export const drawn = lib.tree(condition);
export const empty = lib.EMPTY;
export const chosen = lib.safeCondition(Contacts, { field: "Last_Name", comparator: "equal", value: "x" });
export const facts = lib.fieldFacts(Contacts, "Last_Name");
export const allFacts = lib.filterableFields(Contacts);

// Jobs.
export const whole = lib.bulkRead(Contacts);
export const events = lib.bulkRead(Events);
export const calendar = events.ics();
export const ofEither = lib.bulkRead(either);
export const ofAny = lib.bulkRead(any).select("Last_Name");
export const deep = lib.bulkRead(anyHops).select("Account_Name.Owner.last_name");
export const job = lib
	.bulkRead(Contacts)
	.select("Last_Name", "Owner.last_name", "Lead_Source")
	.page(2)
	.where(condition);
export const parts = lib.splitJob(job);
export const parsedJob = lib.parseJob(given, [Contacts]);
export const { where: whereOfJob, page } = whole;
export const request = lib.writeRequest(job.toJSON(), "v8");
export const scopes = lib.requiredScopes(job);
export const added = lib.parseAddedJob(given);
export const details = lib.parseJobDetails(given);
export const called = lib.parseCallback(given);
export const final = lib.isFinal("COMPLETED");
export type Contact = lib.Row<typeof job>;
export const contacts: Contact[] = [];

// The client.
export const auth = lib.accessToken("token");
export const refreshing = lib.refreshToken({
	clientId: "",
	clientSecret: "",
	refreshToken: "",
	store: lib.memoryTokenStore(),
});
export const granted = lib.exchangeGrantCode({ dataCenter: "eu", clientId: "", clientSecret: "", code: "" });
export const inMemory = lib.memoryTokenStore();
export const inFile = lib.fileTokenStore("token.json");
export const zoho = lib.createClient({ dataCenter: "eu", auth });
export const submitted = zoho.submit(job);
export const handle = zoho.job("1");
export const readable = zoho.job("1", job);
export const rows = zoho.rows(job);
export const rowsOfWhole = zoho.rows(whole);
export const rowsOfEither = zoho.rows(ofEither);
export const batches = rows.batches();
export const pages = zoho.pages(job);
export const downloaded = zoho.download(job);
export const begun = lib.beginExport(job);
export const restarted = lib.restartPage(begun);
export const resubmitted = lib.resubmitPage(begun);
export const step = zoho.advance(begun, job);
export const { submit, advance } = zoho;
export const completed = handle.completed();
export const handler = lib.callbackHandler({ secret: "secret" });

// Results.
export const read = lib.readRows<Contact>(zip, { module: Contacts });
export const calendarEvents = lib.readEvents(zip);
export const readAsText = lib.readText(zip);
export const readAsParts = lib.readTextParts(zip);
export const unzipped = lib.unzip(zip);
export const lines = lib.toNdjson(rows);
export const table = lib.toCsv(rows);

// Tables.
export const methodOfComparator = lib.methodName("not_equal");
export const comparatorsOfText = lib.comparatorsFor("text");
export const labelOfComparator = lib.comparatorLabel("not_equal", "text");
export const isKnown = lib.isComparator("equal");
export const isEmptyTaken = lib.takesEmpty("equal", "text");
export const tables = {
	traits: lib.comparatorTraits,
	comparisons: lib.comparisons,
	inputs: lib.inputKinds,
	comparators: lib.comparators,
	table: lib.comparatorTable,
	dataTypes: lib.dataTypes,
	familyOf: lib.familyOf,
	dataCenters: lib.dataCenters,
	errorCodes: lib.errorCodes,
	evaluation: lib.evaluateDefaults,
	states: lib.jobStates,
	limits: lib.limits,
	clock: lib.systemClock,
};

// The sandbox, and what shows a job.
export const sandbox = sandboxes.createSandbox();
export const listening = sandbox.listen();
export const busy = sandboxes.keepBusy;
export const company = sandboxes.generateCompany();
export const clock = sandboxes.virtualClock();
export const faultRule = sandboxes.parseFaultRule("download: truncate");
export const faults = sandboxes.parseFaults("truncate");
export const schedule = sandboxes.scheduleFaults([]);
export const sandboxTables = {
	assumptions: sandboxes.assumptionDefaults,
	faultHeader: sandboxes.faultHeader,
	faultNames: sandboxes.faultNames,
	faults: sandboxes.faultTable,
	limits: sandboxes.limitDefaults,
	routes: sandboxes.routeNames,
	clock: sandboxes.systemClock,
};
export const shown = {
	curl: renders.toCurl(job),
	http: renders.toHttp(job),
	json: renders.toJson(job),
	source: renders.toSource(job),
	svg: renders.toSvg(condition),
	php: renders.render(job, "php"),
	languages: renders.languages,
};
