import type { NonEmptyTuple } from "type-fest";
/** Notes as people write them: several lines, quotes, commas, tabs, formulas, emoji, right-to-left text. */
export const notes: NonEmptyTuple<string> = [
	"Met at the trade show; wants a call back.",
	"First line.\nSecond line, with a comma.",
	'Asked for "the cheap plan", then said: "maybe later".',
	"Windows line end.\r\nAnd one more.",
	"Prefers e-mail. 🙂👍🏽",
	"=SUM(A1:A9) is not a formula here.",
	"Tab\there, semicolon; pipe|, backslash \\ and a trailing space ",
	"ملاحظة: يفضل الاتصال صباحًا، لا مساءً.",
	"お世話になっております。\n見積書を送付してください。",
	"Цена: 1 000,50 — обсудить.",
	'A lone quote " and a ${placeholder}.',
	"naïve café, coöperate, Ångström, e\u0301 (two code points)",
];

/** Job titles. */
export const titles: NonEmptyTuple<string> = [
	"CEO",
	"Head of Purchasing",
	"VP, Sales",
	"Geschäftsführerin",
	"営業部長",
	"Accountant",
	"Software Engineer",
	"Directeur général",
	"मुख्य अभियंता",
];

/** Departments. */
export const departments: NonEmptyTuple<string> = ["Sales", "Finance", "Operations", "R&D", "Einkauf", "総務部"];

/** What deals are about. */
export const wares: NonEmptyTuple<string> = [
	"Annual licence",
	"Spare parts, 2nd batch",
	'19" racks',
	"Wartungsvertrag",
	"保守契約",
	"Onboarding & training",
];

/** Titles of meetings and tasks. */
export const subjects: NonEmptyTuple<string> = [
	"Follow up",
	"Quarterly review, part 2",
	'Demo of "the new thing"',
	"Vertragsverhandlung",
	"打ち合わせ",
	"Call back; urgent",
	"Отправить счёт",
];

/** Places of meetings. */
export const venues: NonEmptyTuple<string> = [
	"Room 4, 2nd floor",
	"Café Müller",
	"Online",
	"本社 会議室A",
	"Client's office",
];

/** Tags of a record, joined as Zoho joins them. */
export const tags: NonEmptyTuple<string> = ["vip", "vip,2026", "newsletter", "trade show"];
