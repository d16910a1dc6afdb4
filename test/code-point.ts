import fc from "fast-check";

const surrogates = { first: 0xd800, count: 0x800 };

/** Any character, as a unit of texts. fast-check's own unit, "binary", takes a second to prepare. */
export const codePoint: fc.Arbitrary<string> = fc
	.nat(0x10ffff - surrogates.count)
	.map((code) => String.fromCodePoint(code < surrogates.first ? code : code + surrogates.count));
