/** What a file with module descriptors imports, whether written by hand or generated. */
export type * from "../../schema/field.js";
export * from "./define-module.js";
export * from "./extend-module.js";
