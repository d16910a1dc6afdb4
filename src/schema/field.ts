import type { DataType } from "./comparators.js";

/**
 * Describes one field of a module. The interfaces below are the type-level descriptors: they compute nothing, so a
 * module with hundreds of fields costs the compiler nothing until a path names one of them.
 */
export interface Field {
	/** The data type, as this library names it. */
	readonly dataType: DataType;
	/** Whether the field can be filtered. */
	readonly filterable: boolean;
	/** Whether the field can be selected. */
	readonly exportable: boolean;
}

/** A field that may be both selected and filtered. */
export interface FilterableField extends Field {
	readonly filterable: true;
	readonly exportable: true;
}

/** A field that may be selected but not filtered. */
export interface SelectOnly<Type extends DataType> extends Field {
	readonly dataType: Type;
	readonly filterable: false;
	readonly exportable: true;
}

/** A field that the metadata lists but that bulk read neither exports nor filters. */
export interface NotExported<Type extends DataType> extends Field {
	readonly dataType: Type;
	readonly filterable: false;
	readonly exportable: false;
}

/** Whole number. */
export interface Integer extends FilterableField {
	readonly dataType: "integer";
}
/** Whole number of up to 19 digits; given and exported as digits, because a JavaScript number would round it. */
export interface BigInteger extends FilterableField {
	readonly dataType: "bigint";
}
/** Decimal number (Zoho: `double`). */
export interface Decimal extends FilterableField {
	readonly dataType: "decimal";
}
/** Amount, compared in the org's home currency. */
export interface Currency extends FilterableField {
	readonly dataType: "currency";
}
/** Percentage. */
export interface Percent extends FilterableField {
	readonly dataType: "percent";
}
/** One line of text. */
export interface Text extends FilterableField {
	readonly dataType: "text";
}
/** E-mail address. */
export interface Email extends FilterableField {
	readonly dataType: "email";
}
/** Phone number, as text. */
export interface Phone extends FilterableField {
	readonly dataType: "phone";
}
/** Web address (Zoho: `website`). */
export interface Url extends FilterableField {
	readonly dataType: "url";
}
/** Several lines of text. */
export interface TextArea extends FilterableField {
	readonly dataType: "textarea";
}
/** Number that Zoho assigns, as text: it may have a prefix. */
export interface AutoNumber extends FilterableField {
	readonly dataType: "autonumber";
}
/** Day without time, `YYYY-MM-DD`. */
export interface DateField extends FilterableField {
	readonly dataType: "date";
}
/** Moment, ISO 8601 with an offset and without milliseconds. */
export interface DateTime extends FilterableField {
	readonly dataType: "datetime";
}
/** True or false. */
export interface BooleanField extends FilterableField {
	readonly dataType: "boolean";
}

/** One value of a list. Editors complete the known ones; any text is accepted, since every org has its own. */
export interface Picklist<Known extends string = never> extends FilterableField {
	readonly dataType: "picklist";
	/** Carries the known values in the type; never read. */
	readonly known: Known;
}

/** Several values of a list (Zoho: `multiselectpicklist`). */
export interface MultiSelect<Known extends string = never> extends FilterableField {
	readonly dataType: "multi-select";
	/** Carries the known values in the type; never read. */
	readonly known: Known;
}

declare const undescribed: unique symbol;

/**
 * The fields of a module that is not described, so that no path leads through a lookup to it. `ApiName` is the
 * module's, for the compiler's message.
 */
export interface Undescribed<ApiName extends string = string> {
	/** Carries the name in the type; never read. */
	readonly [undescribed]: ApiName;
}

/** The data types that refer to a record of another module. */
export type LookupDataType = "lookup" | "owner" | "user";

/** Reference to a record of another module. `Target` is that module's interface of fields. */
export interface Lookup<Target, Type extends LookupDataType = "lookup"> extends FilterableField {
	readonly dataType: Type;
	/** Carries the target's fields in the type; never read. */
	readonly target: Target;
}

/** Reference to the user who owns the record. */
export type Owner<Target> = Lookup<Target, "owner">;

/** Reference to a user. */
export type User<Target> = Lookup<Target, "user">;

/** The fields of a module about which the compiler knows nothing: any name may be one, of any data type. */
export interface AnyFields {
	readonly [apiName: string]: FilterableField;
}
