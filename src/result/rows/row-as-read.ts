/** What a cell without a value of its type gives: an error, or its text. */
export type CellFallback = "error" | "text";

/** The reading options that change what a cell may be. */
export interface CellOptions<Invalid extends CellFallback = CellFallback, Long extends CellFallback = CellFallback> {
	/** A cell that does not fit its data type gives an {@link InvalidCellError}, or its text. By default `"error"`. */
	readonly invalidCells?: Invalid | undefined;
	/**
	 * A number with more digits than a JavaScript number holds gives an {@link InvalidCellError}, or its text, digit by
	 * digit. By default `"error"`.
	 */
	readonly longNumbers?: Long | undefined;
}

/**
 * A row as read with {@link CellOptions}: if a cell may be text, its type says so.
 *
 * { Amount: number | null } -> "text" -> { Amount: number | string | null }
 */
export type RowAsRead<Row, Invalid extends CellFallback, Long extends CellFallback> = "text" extends Invalid | Long
	? WithText<Row, "text" extends Invalid ? number | boolean : number>
	: Row;

type WithText<Row, Converted> = Row extends object
	? { [Column in keyof Row]: Row[Column] | ([Extract<Row[Column], Converted>] extends [never] ? never : string) }
	: Row;
