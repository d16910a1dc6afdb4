/** The formats in which an export is written. */
export const exportFormats = ["csv", "ndjson", "ics", "zip"] as const;

/** A format in which an export is written. */
export type ExportFormat = (typeof exportFormats)[number];
