/**
 * The API's value for "no value": `where("Email").equal(EMPTY)`. Every data type takes it but boolean.
 *
 * @see https://www.zoho.com/crm/developer/docs/api/v2/bulk-read/create-job.html
 */
export const EMPTY = "${EMPTY}";

/** The type of {@link EMPTY}. */
export type Empty = typeof EMPTY;
