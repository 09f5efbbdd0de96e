import { readAmount } from '../reading/readMoney';
import { isBlank, notRead, read, type Reading } from '../reading/Reading';

/** No such text is longer. */
const MAX_LENGTH = 80;

/** Words for powers of ten as they are written behind a number. */
const MULTIPLIERS: ReadonlyArray<readonly [RegExp, number]> = [
	[/^(?:k|tsd\.?|t€|thousand|tausend|mille|тыс\.?|тысяч[аи]?|천|千)$/u, 1e3],
	[/^(?:万|萬|만)$/u, 1e4],
	[/^(?:lakhs?|lac)$/u, 1e5],
	[
		/^(?:m|mm|mn|mln\.?|mio\.?|mill\.?|millions?|millionen|millones|mill[oó]n|milh(?:ão|ões)|milion[ei]|miljoen|miljoner|млн\.?|миллион(?:а|ов)?|백만|百万)$/u,
		1e6,
	],
	[/^(?:crores?|천만|千万)$/u, 1e7],
	[/^(?:억|億|亿)$/u, 1e8],
	[
		/^(?:b|bn|bln|billions?|mrd\.?|mia\.?|milliarden?|milliards?|miliard[io]|miljard|mil millones|млрд\.?|миллиард(?:а|ов)?)$/u,
		1e9,
	],
	[/^(?:조|兆)$/u, 1e12],
];

/** A thousand in Spanish and Portuguese, a million in English slang. */
const AMBIGUOUS_MULTIPLIER = /^mil$/u;

/** What is written behind a number without changing it: people, and a span of time. */
const NOUNS =
	/^(?:employees?|people|persons?|years?|years? old|jahre?|jahre? alt|ans|años|anni|anos|лет|года?|歳|세|staff|fte|workers?|mitarbeiter(?:innen|\*innen|:innen|\/innen)?|beschäftigte|personen|ma|leute|salariés?|employés|personnes|collaborateurs|empleados|personas|trabajadores|dipendenti|persone|addetti|funcionários|pessoas|medewerkers|werknemers|pracowników|osób|anställda|ansatte|сотрудник(?:а|ов)?|человека?|чел\.?|명|인|名|人|followers?|abonnés|seguidores|orders?|times|mal|bestellungen|visits?|besuche|in total|per year|a year|p\.?\s?a\.?|pro jahr|jährlich|par an|al año|annually|\/\s?(?:year|yr|jahr|an))$/u;

/** Around a number that is only about right, or only where it begins. */
const ABOUT =
	/^(?:~|≈|±|ca\.?|circa|approx\.?|approximately|about|around|etwa|rund|environ|unos|около|약|over|more than|above|über|mehr als|ab|from|from about|plus de|à partir de|más de|oltre|более|свыше|>=?|≥)\s*/u;

/** In front of the upper end of a range without a lower one. */
const UP_TO =
	/^(?:<=?|≤|up to|under|below|less than|fewer than|bis|bis zu|unter|weniger als|moins de|jusqu.à|menos de|hasta|meno di|fino a|до|менее)\s*/u;

/** Behind a number that is only the lower end. */
const AND_MORE =
	/\s*(?:\+|and more|or more|and above|and over|plus|und mehr|oder mehr|und darüber|et plus|ou plus|y más|o más|e oltre|и более|이상|以上)$/u;

const NUMBER = String.raw`[\d][\d.,'’\s\u00a0\u202f]*`;
const CURRENCY = String.raw`(?:\p{Sc}|us\$|usd|eur|gbp|chf|cad|aud|jpy|krw|cny|rub|pln|sek|nok|dkk|czk|brl|inr|mxn|euros?|dollars?|zł|kr\.?|руб\.?|원|円|元|fr\.)`;
const CURRENCY_AHEAD = new RegExp(String.raw`^${CURRENCY}(?!\p{L})\s*`, 'u');
/** Scripts without spaces write it right behind the word: 3億円. */
const CURRENCY_BEHIND = new RegExp(String.raw`(?:[원円元]|(?<!\p{L})${CURRENCY})$`, 'u');
/** Between the ends of a range; a word counts only in front of a number, possibly with its currency. */
const RANGE =
	/\s*(?:[-–—~〜]|\.\.+|(?<!\p{L})(?:to|bis|und|and|à|a|et|e|y|do|до)(?!\p{L}))\s*(?=[^\d\s]{0,4}\s?\d)/u;
const PART = new RegExp(
	String.raw`^(?<sign>[-+−])?\s*(?:${CURRENCY}\s*)?(?<number>${NUMBER})(?<rest>.*)$`,
	'u',
);

/** How single marks with three digits behind them are taken. */
export type Grouping =
	/** As thousands: people and companies' revenue are counted in whole numbers. */
	| 'thousands'
	/** As `readAmount` takes them. */
	| 'amount';

interface Part {
	amount: number;
	/** What the number is multiplied by; undefined where nothing is said of it. */
	factor?: number;
}

function factorOf(word: string): number | undefined {
	return MULTIPLIERS.find(([words]) => words.test(word))?.[1];
}

/** What the words behind a number multiply it by; undefined where they leave it as it is. */
function multiplierOf(words: string): number | 'ambiguous' | 'unknown' | undefined {
	const isIdle = (rest: string) => rest === '' || NOUNS.test(rest);
	// A currency says nothing of the size: "Mio. €", "€ per year".
	const bare = words.trim().replace(CURRENCY_AHEAD, '').replace(CURRENCY_BEHIND, '').trim();
	if (isIdle(bare)) return undefined;
	if (AMBIGUOUS_MULTIPLIER.test(bare)) return 'ambiguous';
	const whole = factorOf(bare);
	if (whole !== undefined) return whole;
	const [first = '', ...others] = bare.split(' ');
	// "million euros per year", "k employees".
	const rest = others.join(' ').replace(CURRENCY_AHEAD, '').trim();
	return isIdle(rest) ? (factorOf(first) ?? 'unknown') : 'unknown';
}

/** The bare number of a text of digits and marks. */
function readDigits(digits: string, grouping: Grouping, hasFactor: boolean): Reading<number> {
	const isOneMark = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
	if (isOneMark && hasFactor) return notRead('ambiguous');
	if (isOneMark && grouping === 'thousands') return read(Number(digits.replace(/[.,]/, '')));
	return readAmount(digits);
}

function readPart(text: string, grouping: Grouping): Reading<Part> {
	const match = PART.exec(text.trim());
	if (!match?.groups) return notRead('unreadable');
	const { sign, number = '', rest = '' } = match.groups;
	// A letter right behind the digits is a word only in scripts without spaces, or a multiplier.
	const factor = multiplierOf(rest);
	if (factor === 'unknown') return notRead('unreadable');
	if (factor === 'ambiguous') return notRead('ambiguous');
	const amount = readDigits(number.trim(), grouping, factor !== undefined);
	if (!amount.ok) return amount;
	const signed = sign === '-' || sign === '−' ? -amount.value : amount.value;
	return read({ amount: signed === 0 ? 0 : signed, factor });
}

/** Floating point leaves 1.1 * 1000000 a little off. */
const times = (amount: number, factor: number) => Math.round(amount * factor * 1e6) / 1e6;

/**
 * Reads a number as people and CRM systems write sizes: `51-200`, `10,000+`, `ca. 250 Mitarbeiter`,
 * `$10M-$50M`, `1,5 Mio. €`, `5 млн`, `1억`. Of a range it is the lower end, zero for `under 10`.
 *
 * Problems: `missing` for a blank value; `ambiguous` where a mark may separate thousands or decimals
 * (`1.234 Mio.`) and for `mil`, which is a thousand or a million by language; `unreadable` for words
 * that are not known to leave a number as it is, for true and false.
 *
 * @example
 * readLooseNumber('$10M - $50M', 'thousands') //=> 10000000
 */
export function readLooseNumber(value: unknown, grouping: Grouping): Reading<number> {
	if (typeof value === 'number') return readAmount(value);
	if (isBlank(value)) return notRead('missing');
	if (typeof value !== 'string' || value.length > MAX_LENGTH) return notRead('unreadable');
	let text = value.trim().toLowerCase().replace(/\s+/gu, ' ');
	const isUpTo = UP_TO.test(text);
	text = text.replace(UP_TO, '').replace(ABOUT, '').replace(AND_MORE, '');
	// "10+ employees": the plus stands behind the number, not behind the words.
	text = text.replace(/(\d|\b(?:k|m|bn?))\s*\+(?=\s|\p{L}|$)/u, '$1');
	const [low = '', high, ...more] = splitRange(text);
	if (more.length > 0) return notRead('unreadable');
	const lower = readPart(low, grouping);
	if (!lower.ok) return lower;
	if (high === undefined) {
		return read(isUpTo ? 0 : times(lower.value.amount, lower.value.factor ?? 1));
	}
	const upper = readPart(high, grouping);
	if (!upper.ok) return upper;
	// "10-50 Mio." means millions at both ends.
	const factor = lower.value.factor ?? upper.value.factor ?? 1;
	const from = times(lower.value.amount, factor);
	const to = times(upper.value.amount, upper.value.factor ?? 1);
	return from <= to ? read(from) : notRead('unreadable');
}

/** The ends of a range; a minus in front of the first number is its sign. */
function splitRange(text: string): string[] {
	const sign = /^[-−]/.test(text) ? text.charAt(0) : '';
	const [low = '', ...rest] = text.slice(sign.length).split(RANGE);
	return [sign + low, ...rest];
}
