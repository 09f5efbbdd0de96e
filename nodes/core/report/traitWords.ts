import { nameWords } from '../learning/nameWords';
import { plainName } from '../attribute/FieldIndex';
import { formatMoney } from '../wording/formatMoney';
import { formatNumber } from '../wording/formatNumber';
import { percent } from '../wording/percent';

/** A field that traits of people are looked for in. */
export interface TraitField {
	/** As `compileFieldPath` takes it. */
	name: string;
	/** The attribute that it holds, where it is a known one. */
	attribute?: string;
	/** Whether it tells what somebody buys and does, which the figures of a report tell too. */
	isFigure?: boolean;
	/** The currency of the amounts it holds; undefined where they are none. */
	currency?: string;
}

/** How values of known attributes are said, in front of the value. */
const AHEAD: Readonly<Record<string, string>> = Object.freeze({
	ageBand: 'aged',
	city: 'from',
	climate: 'climate',
	companySize: 'company size',
	country: 'from',
	interests: 'interested in',
	lifecycleStage: 'stage',
	pages: 'looked at',
	region: 'from',
	sector: 'sector',
	source: 'found us by',
	tags: 'tagged',
});

/** How amounts of known attributes are said, in front of the number. */
const SPENDS: Readonly<Record<string, (amount: string, end: string) => string>> = Object.freeze({
	averageOrder: (amount, end) => `spends ${amount} ${end} an order`,
	orders: (amount, end) => `ordered ${amount === '1' ? 'once' : `${amount} times`} ${end}`,
	ordersPerYear: (amount, end) =>
		`orders ${amount === '1' ? 'once' : `${amount} times`} a year ${end}`,
	totalSpent: (amount, end) => `spent ${amount} ${end} in all`,
});

/** How the buyer types of Classify Lifecycle are said. */
const BUYERS: Readonly<Record<string, string>> = Object.freeze({
	none: 'has not bought',
	oneTime: 'bought once',
});

/** Names that say something only with what they stand in: engagement.level. */
const VAGUE = new Set(['level', 'status', 'type', 'value', 'kind', 'state', 'score', 'group']);

/** What people call a field: the words of its last name. */
function fieldWords({ name, attribute }: TraitField): string {
	const keys = (attribute ?? name).replace(/["'\]]+$/, '').split(/[.["']+/);
	const [last = name] = keys.slice(-1);
	const words = nameWords(keys.slice(VAGUE.has(last.toLowerCase()) ? -2 : -1).join(' '));
	return words.length === 0 ? last : words.join(' ');
}

/** Whether a number is a person's age in years. */
export function isAge({ name, attribute }: TraitField): boolean {
	return attribute === 'age' || /(?:^|\.)(?:age|alter|edad|age ?years)$/.test(plainName(name));
}

/** A value in words: "from Austria", "plan yearly", "tagged fan". */
export function valueWords(field: TraitField, value: string): string {
	const { attribute } = field;
	const ahead = attribute === undefined ? undefined : AHEAD[attribute];
	if (attribute === 'buyerType') return BUYERS[value] ?? `${value} buyer`;
	return `${ahead ?? fieldWords(field)} ${value}`;
}

/** An age in words, from one year to another. */
export function ageWords(from: number | undefined, to: number | undefined): string {
	if (from === undefined) return `aged under ${(to ?? 0) + 1}`;
	return to === undefined ? `aged ${from} or more` : `aged ${from}-${to}`;
}

/**
 * Numbers from a limit on in words: "spent 120.00 EUR or more in all (the top quarter)".
 *
 * @param share the part of all people with a number that they are
 */
export function numberWords(
	field: TraitField,
	limit: number,
	end: 'top' | 'bottom',
	share: number,
): string {
	const { currency, attribute } = field;
	const amount =
		currency === undefined ? formatNumber(limit) : formatMoney(limit, currency || undefined);
	const side = end === 'top' ? 'or more' : 'or less';
	const words = attribute === undefined ? undefined : SPENDS[attribute];
	const said = words ? words(amount, side) : `${fieldWords(field)} ${amount} ${side}`;
	const part = share >= 0.2 && share <= 0.3 ? 'quarter' : percent(share);
	return `${said}, the ${end} ${part}`;
}
