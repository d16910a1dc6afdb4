import type { NonEmptyTuple } from "type-fest";
/** A name in its own script, and in the letters of an e-mail address. */
export type Name = readonly [written: string, ascii: string];

/** Where people and companies come from. */
export interface Culture {
	readonly country: string;
	readonly given: readonly [Name, ...Name[]];
	readonly family: readonly [Name, ...Name[]];
	/** City, state, and a postal code in which `#` becomes a digit. */
	readonly places: readonly [Place, ...Place[]];
	readonly streets: NonEmptyTuple<string>;
	/** A phone number in which `#` becomes a digit. */
	readonly phone: string;
	/** Patterns of company names: `{family}`, `{other}` and `{city}` are filled in. */
	readonly companies: NonEmptyTuple<string>;
}

/** A city with its state and postal code. */
export type Place = readonly [city: string, state: string, code: string];

/** Many scripts, commas, quotes, apostrophes, characters beyond 16 bits: whatever breaks careless code. */
export const cultures: readonly [Culture, ...Culture[]] = [
	{
		country: "United States",
		given: [
			["Ada", "ada"],
			["James", "james"],
			["Patricia", "patricia"],
			["Marcus", "marcus"],
			["Grace", "grace"],
			["Tom", "tom"],
		],
		family: [
			["Boyle", "boyle"],
			["O'Neill", "oneill"],
			["Smith-Jones", "smith-jones"],
			["Washington", "washington"],
			["Clark", "clark"],
			["King, Jr.", "king"],
		],
		places: [
			["Austin", "TX", "787##"],
			["Portland", "OR", "972##"],
			["St. Louis", "MO", "631##"],
		],
		streets: ["{n} Main St, Suite {n}", "{n} Elm Avenue", "P.O. Box {n}"],
		phone: "+1 512 555 ####",
		companies: ["{family}, {other} & Sons", 'The "{city}" Bakery', "{family} Logistics, Inc."],
	},
	{
		country: "Nigeria",
		given: [
			["Chidi", "chidi"],
			["Ngọzi", "ngozi"],
			["Fẹ́mi", "femi"],
			["Amaka", "amaka"],
		],
		family: [
			["Okafor", "okafor"],
			["Nkemelu", "nkemelu"],
			["Adébáyọ̀", "adebayo"],
			["Bello", "bello"],
		],
		places: [
			["Lagos", "Lagos", "10####"],
			["Abuja", "FCT", "90####"],
		],
		streets: ["{n} Awolowo Road", "Plot {n}, Ikoyi"],
		phone: "+234 80# ### ####",
		companies: ["{family} & {other} Ventures", "{city} Agro Ltd"],
	},
	{
		country: "Germany",
		given: [
			["Jürgen", "juergen"],
			["Käthe", "kaethe"],
			["Björn", "bjoern"],
			["Anna-Lena", "anna-lena"],
		],
		family: [
			["Müller", "mueller"],
			["Weiß", "weiss"],
			["von der Heide", "vonderheide"],
			["Schröder", "schroeder"],
		],
		places: [
			["Köln", "Nordrhein-Westfalen", "50###"],
			["München", "Bayern", "80###"],
		],
		streets: ["Königstraße {n}", "Am Mühlbach {n}a"],
		phone: "+49 221 5#####",
		companies: ["{family} & {other} GmbH", "{city}er Maschinenbau AG"],
	},
	{
		country: "Poland",
		given: [
			["Łucja", "lucja"],
			["Zbigniew", "zbigniew"],
			["Małgorzata", "malgorzata"],
		],
		family: [
			["Wiśniewski", "wisniewski"],
			["Żółtowska", "zoltowska"],
			["Dąbrowski", "dabrowski"],
		],
		places: [
			["Łódź", "łódzkie", "90-###"],
			["Kraków", "małopolskie", "30-###"],
		],
		streets: ["ul. Świętojańska {n}", "al. Jerozolimskie {n}/{n}"],
		phone: "+48 22 ### ## ##",
		companies: ["{family} i {other} Sp. z o.o.", "Zakłady „{city}”"],
	},
	{
		country: "Vietnam",
		given: [
			["Thị Hương", "huong"],
			["Văn Đức", "duc"],
			["Quỳnh", "quynh"],
		],
		family: [
			["Nguyễn", "nguyen"],
			["Trần", "tran"],
			["Phạm", "pham"],
		],
		places: [
			["Hà Nội", "Hà Nội", "1#####"],
			["Đà Nẵng", "Đà Nẵng", "55####"],
		],
		streets: ["{n} Phố Huế", "Số {n}, Đường Lê Lợi"],
		phone: "+84 24 #### ####",
		companies: ["Công ty TNHH {family}", "{city} Xanh"],
	},
	{
		country: "Greece",
		given: [
			["Ελένη", "eleni"],
			["Γιώργος", "giorgos"],
		],
		family: [
			["Παπαδοπούλου", "papadopoulou"],
			["Νικολαΐδης", "nikolaidis"],
		],
		places: [["Αθήνα", "Αττική", "1## ##"]],
		streets: ["Οδός Ερμού {n}"],
		phone: "+30 21# ### ####",
		companies: ["{family} & Υιοί Α.Ε."],
	},
	{
		country: "Ukraine",
		given: [
			["Олександр", "oleksandr"],
			["Соломія", "solomiia"],
			["Тарас", "taras"],
		],
		family: [
			["Шевченко", "shevchenko"],
			["Коваленко", "kovalenko"],
			["В'юнник", "viunnyk"],
		],
		places: [
			["Київ", "Київ", "0####"],
			["Львів", "Львівська область", "79###"],
		],
		streets: ["вул. Хрещатик, {n}", "просп. Свободи, {n}"],
		phone: "+380 44 ### ## ##",
		companies: ["ТОВ «{family} та {other}»", "{city}енерго"],
	},
	{
		country: "Georgia",
		given: [
			["ნინო", "nino"],
			["გიორგი", "giorgi"],
		],
		family: [
			["ბერიძე", "beridze"],
			["კაპანაძე", "kapanadze"],
		],
		places: [["თბილისი", "თბილისი", "01##"]],
		streets: ["რუსთაველის გამზირი {n}"],
		phone: "+995 32 2## ## ##",
		companies: ["შპს {family}"],
	},
	{
		country: "Israel",
		given: [
			["נועה", "noa"],
			["יוסי", "yossi"],
		],
		family: [
			["כהן", "cohen"],
			["לוי", "levi"],
		],
		places: [["תל אביב-יפו", "תל אביב", "6######"]],
		streets: ["רחוב דיזנגוף {n}"],
		phone: "+972 3 ### ####",
		companies: ["{family} ושות' בע\"מ"],
	},
	{
		country: "Egypt",
		given: [
			["محمد", "mohamed"],
			["فاطمة", "fatma"],
			["ليلى", "laila"],
		],
		family: [
			["عبد الرحمن", "abdelrahman"],
			["المصري", "elmasry"],
		],
		places: [
			["القاهرة", "القاهرة", "11###"],
			["الإسكندرية", "الإسكندرية", "21###"],
		],
		streets: ["{n} شارع طلعت حرب، الدور {n}"],
		phone: "+20 2 #### ####",
		companies: ["شركة {family} للتجارة", "مجموعة {family} و{other}"],
	},
	{
		country: "India",
		given: [
			["प्रिया", "priya"],
			["राहुल", "rahul"],
			["Lakshmi", "lakshmi"],
			["முருகன்", "murugan"],
			["অনন্যা", "ananya"],
		],
		family: [
			["शर्मा", "sharma"],
			["Iyer", "iyer"],
			["Reddy", "reddy"],
			["চট্টোপাধ্যায়", "chattopadhyay"],
		],
		places: [
			["Chennai", "Tamil Nadu", "6000##"],
			["मुंबई", "महाराष्ट्र", "4000##"],
			["Bengaluru", "Karnataka", "5600##"],
		],
		streets: ["No. {n}, {n}th Cross, MG Road", "प्लॉट {n}, अंधेरी (पूर्व)"],
		phone: "+91 44 #### ####",
		companies: ["{family} & {other} Pvt. Ltd.", "Shree {family} Textiles"],
	},
	{
		country: "Thailand",
		given: [
			["สมชาย", "somchai"],
			["มาลี", "malee"],
		],
		family: [
			["ศรีสุข", "srisuk"],
			["วงศ์สวัสดิ์", "wongsawat"],
		],
		places: [["กรุงเทพมหานคร", "กรุงเทพมหานคร", "10###"]],
		streets: ["{n} ถนนสุขุมวิท"],
		phone: "+66 2 ### ####",
		companies: ["บริษัท {family} จำกัด"],
	},
	{
		country: "China",
		given: [
			["小明", "xiaoming"],
			["静", "jing"],
			["𠮷祥", "jixiang"],
		],
		family: [
			["王", "wang"],
			["欧阳", "ouyang"],
			["李", "li"],
		],
		places: [
			["上海", "上海市", "2000##"],
			["深圳", "广东省", "5180##"],
		],
		streets: ["南京东路{n}号，{n}室", "人民路{n}号"],
		phone: "+86 21 #### ####",
		companies: ["{city}{family}氏贸易有限公司", "{family}记（{city}）"],
	},
	{
		country: "Japan",
		given: [
			["さくら", "sakura"],
			["健太", "kenta"],
			["ヒロ", "hiro"],
		],
		family: [
			["佐藤", "sato"],
			["髙橋", "takahashi"],
			["渡邊", "watanabe"],
		],
		places: [
			["東京都千代田区", "東京都", "100-####"],
			["大阪市", "大阪府", "530-####"],
		],
		streets: ["丸の内{n}丁目{n}番", "梅田{n}－{n}"],
		phone: "+81 3 #### ####",
		companies: ["株式会社{family}製作所", "{family}・{other}商事"],
	},
	{
		country: "South Korea",
		given: [
			["지우", "jiwoo"],
			["민준", "minjun"],
		],
		family: [
			["김", "kim"],
			["박", "park"],
			["남궁", "namgung"],
		],
		places: [["서울특별시", "서울", "0####"]],
		streets: ["테헤란로 {n}, {n}층"],
		phone: "+82 2 #### ####",
		companies: ["(주){family}전자"],
	},
];
