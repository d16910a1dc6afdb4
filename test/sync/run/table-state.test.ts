import { expect, test } from "vitest";
import { readTableState } from "../../../src/sync/run/table-state.js";

const state = { version: 1, filter: "{}", columns: [{ name: "Id", type: "text" }] };

test.each<[string, object | undefined, boolean]>([
	["nothing was stored", undefined, false],
	["a state", state, true],
	["a state with more", { ...state, bookmark: "2026-07-01T12:00:00Z", run: {} }, true],
	["a state without columns yet", { ...state, columns: [] }, true],
	["another version", { ...state, version: 2 }, false],
	["no filter", { ...state, filter: undefined }, false],
	["no columns", { ...state, columns: undefined }, false],
	["a column without a name", { ...state, columns: [{ type: "text" }] }, false],
	["a column without a type", { ...state, columns: [{ name: "Id" }] }, false],
])("%s", (_, kept, isRead) => {
	expect(readTableState(kept && JSON.stringify(kept))).toEqual(isRead ? kept : undefined);
});
