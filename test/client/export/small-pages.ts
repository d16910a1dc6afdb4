import { contactPages } from "../contact-pages.js";

/** Three pages of contacts. */
export const small = contactPages(3, 2, 4);
/** The first of them. */
export const [first] = small.pages;
/** One page that takes a while to read. */
export const large = contactPages(20_000);
/** An org of one page. */
export const onePage = { pages: first === undefined ? [] : [first] };
