import { readDate } from '../reading/readDate';
import { isBlank, notRead, read, type Reading } from '../reading/Reading';
import { ATTRIBUTE_NAMES } from './attributeNames';
import { readBirthday, type DateReading } from './birthday';
import type { MappedAttribute } from './attributes';
import { readLooseNumber } from './readLooseNumber';

/** The value of an attribute as rules compare it; of a date milliseconds since the epoch. */
export type AttributeValue = string | number | boolean | string[];

export type { DateReading } from './birthday';

const YES = new Set(
	'yes y true on 1 x ✓ ✔ ☑ ja j wahr oui vrai sí si s verdadero sim sì vero да д истина tak はい 예 네 是 checked opted_in opt-in granted given accepted'.split(
		' ',
	),
);
const NO = new Set(
	'no n false off 0 - ✗ ☐ nein falsch non faux não nao falso нет н ложь nie いいえ 아니요 아니오 否 unchecked none never denied declined'.split(
		' ',
	),
);

/** How people and systems say that somebody took a consent back, or never gave it. */
const OPTED_OUT = [
	'opted_out',
	'opt_out',
	'optout',
	'revoked',
	'withdrawn',
	'objected',
	'refused',
	'rejected',
	'abgemeldet',
	'widerrufen',
	'abgelehnt',
];
const OPTED_IN = ['opted_in', 'opt_in', 'optin', 'double_opt_in', 'single_opt_in'];

const CONSENT = Object.freeze({
	yes: ['subscribed', 'confirmed', 'consented', 'transactional', ...OPTED_IN],
	no: [
		...OPTED_OUT,
		'unsubscribed',
		'not_subscribed',
		'pending',
		'no_consent',
		'cleaned',
		'archived',
		'redacted',
		'invalid',
	],
});

/** Words of the systems for one attribute, beside yes and no. */
const WORDS: Readonly<
	Partial<Record<MappedAttribute, Readonly<{ yes: readonly string[]; no: readonly string[] }>>>
> = Object.freeze({
	// HubSpot's reasons for a hard bounce; Mailchimp calls an address that bounces "cleaned".
	bounced: {
		yes: [
			'cleaned',
			'hard',
			'hard_bounce',
			'bounced',
			'content',
			'filtered',
			'global_suppression_list',
			'mailbox_full',
			'other',
			'policy',
			'spam',
			'unknown_user',
		],
		no: [
			'subscribed',
			'unsubscribed',
			'pending',
			'transactional',
			'archived',
			'delivered',
			'valid',
		],
	},
	consent: CONSENT,
	newsletter: {
		yes: ['subscribed', 'active', 'confirmed', ...OPTED_IN],
		no: [
			'unsubscribed',
			'not_subscribed',
			'pending',
			'cleaned',
			'archived',
			'transactional',
			...OPTED_OUT,
		],
	},
	smsConsent: CONSENT,
	unsubscribed: {
		yes: ['unsubscribed', 'unsubscribe', ...OPTED_OUT],
		no: [
			...OPTED_IN,
			'subscribed',
			'not_subscribed',
			'pending',
			'cleaned',
			'transactional',
			'archived',
			'no_consent',
			'redacted',
			'invalid',
		],
	},
});

/** A count of one lead that is as high is a date in seconds or milliseconds. */
const FIRST_EPOCH = 100_000_000;
const DATE_TEXT = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:\D.*)?$/;

/** Text and numbers as text; blank for all else. */
function plainText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Whether a value is a date, whichever: that something has one says that it happened. */
function isDate(value: unknown): boolean {
	if (value instanceof Date) return true;
	const text = plainText(value);
	if (/^0000/.test(text)) return false;
	return DATE_TEXT.test(text) || (/^\d{9,13}$/.test(text) && Number(text) >= FIRST_EPOCH);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a record in a list is called. */
function nameIn(record: Record<string, unknown>): unknown {
	const names = ['name', 'label', 'title', 'value', 'tag', 'text', 'url', 'path'];
	return names.map((name) => record[name]).find((value) => !isBlank(value));
}

function readText(value: unknown): Reading<string> {
	if (isBlank(value)) return notRead('missing');
	if (typeof value === 'string') return read(value.trim());
	if (typeof value === 'number' || typeof value === 'boolean') return read(String(value));
	if (Array.isArray(value)) {
		// Addresses of a person: the one that is marked, else the first.
		const first = value.find((one) => isRecord(one) && one.primary === true) ?? value[0];
		return readText(isRecord(first) && first.value !== undefined ? first.value : first);
	}
	const name = isRecord(value) ? nameIn(value) : undefined;
	return typeof name === 'string' || typeof name === 'number'
		? readText(name)
		: notRead(isRecord(value) && Object.keys(value).length === 0 ? 'missing' : 'unreadable');
}

/** A list that was written into one cell: by its strongest separator, so that commas may stand in members. */
function splitList(text: string): unknown[] {
	if (/^\s*\[.*\]\s*$/s.test(text)) {
		try {
			return JSON.parse(text) as unknown[];
		} catch {
			// Brackets around plain text: "[a, b]".
			return splitList(text.trim().slice(1, -1));
		}
	}
	const separator = /[;|\n]/.test(text) ? /[;|\n]/ : ',';
	return text.split(separator);
}

function membersOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value === 'string') return splitList(value);
	if (!isRecord(value)) return [value];
	const entries = Object.entries(value);
	// Groups that are switched on and off, as Mailchimp's interests: { "id": true }.
	if (entries.length > 0 && entries.every(([, one]) => typeof one === 'boolean')) {
		return entries.filter(([, isOn]) => isOn).map(([name]) => name);
	}
	return [value];
}

/**
 * Reads a list of texts, of records with a name, or written into one text: see `readAttribute`.
 *
 * @example
 * readList('vip, news') //=> ['vip', 'news']
 */
export function readList(value: unknown): Reading<string[]> {
	if (isBlank(value)) return notRead('missing');
	const members = membersOf(value).map(readText);
	const texts = members.flatMap((member) => (member.ok ? [member.value] : []));
	if (texts.length > 0) return read([...new Set(texts)]);
	return notRead(
		members.some((one) => !one.ok && one.problem !== 'missing') ? 'unreadable' : 'missing',
	);
}

/**
 * Reads a yes or no as people and systems write them; a number above zero, a list with members and any
 * date are a yes.
 *
 * @param attribute whose words count beside them; undefined for a plain field
 */
export function readFlag(value: unknown, attribute?: MappedAttribute): Reading<boolean> {
	if (typeof value === 'boolean') return read(value);
	if (isBlank(value)) return notRead('missing');
	if (Array.isArray(value)) return read(value.length > 0);
	if (isDate(value)) return read(true);
	const text = plainText(value).toLowerCase();
	if (/^0000/.test(text)) return notRead('missing');
	const words = attribute && WORDS[attribute];
	// HubSpot names opt-outs in capitals, labels have spaces or hyphens: "Not subscribed", "Opt-out".
	const word = text.replace(/[\s-]+/g, '_');
	if (words?.yes.includes(word)) return read(true);
	if (words?.no.includes(word)) return read(false);
	if (YES.has(text)) return read(true);
	if (NO.has(text)) return read(false);
	return /^\d+$/.test(text) ? read(Number(text) > 0) : notRead('unreadable');
}

function whole(number: Reading<number>): Reading<number> {
	if (!number.ok) return number;
	return number.value < 0 ? notRead('negative') : read(Math.floor(number.value));
}

/** A number of times, also where only a yes, a date or the list of the times themselves is known. */
function readTimes(value: unknown, attribute: MappedAttribute): Reading<number> {
	if (Array.isArray(value)) return read(value.length);
	if (isDate(value)) return read(1);
	const number = readLooseNumber(value, 'thousands');
	if (number.ok || number.problem === 'missing') return whole(number);
	const flag = readFlag(value, attribute);
	return flag.ok ? read(flag.value ? 1 : 0) : number;
}

/** Without its sign, what is below one is a fraction: 0.35 is 35 percent, "0.5 %" is half a percent. */
function readPercent(value: unknown): Reading<number> {
	const isMarked = typeof value === 'string' && /[%％]\s*$/.test(value);
	const number = readLooseNumber(isMarked ? value.replace(/\s*[%％]\s*$/, '') : value, 'amount');
	if (!number.ok || isMarked || Math.abs(number.value) >= 1) return number;
	return read(Math.round(number.value * 1e12) / 1e10);
}

/** A place on a scale, also where the scale's end is written beside it: "8/10". */
function readScale(value: unknown): Reading<number> {
	const place =
		typeof value === 'string' ? /^\s*(\d+)\s*(?:\/|of|von|sur|de|из)\s*\d+\s*$/u.exec(value) : null;
	return readLooseNumber(place ? place[1] : value, 'amount');
}

/**
 * Reads the value of an attribute as the field of a source gives it, leniently where only one thing
 * can be meant.
 *
 * Numbers: see `readLooseNumber`; employees, followers and revenue take a single mark with three
 * digits behind it as thousands, a margin is in percent, a count may be a yes, a date or a list.
 * Flags: true and false, 1 and 0, yes and no in several languages, the words of mail systems for this
 * attribute, and any date (it happened). Lists: arrays of text or of records with a name, text
 * separated by `;`, `|` or lines, else by commas; groups switched on and off. Birthdays: see `readBirthday`. Text: also of a record
 * with a name, of a list the member marked as primary or the first.
 *
 * Problems: `missing` for what is blank, `negative` for a count below zero, those of `readDate` and
 * `readLooseNumber`, else `unreadable`.
 */
export function readAttribute(
	attribute: MappedAttribute,
	value: unknown,
	dates: DateReading,
): Reading<AttributeValue> {
	switch (ATTRIBUTE_NAMES[attribute].kind) {
		case 'text':
			return readText(value);
		case 'list':
			return readList(value);
		case 'flag':
			return readFlag(value, attribute);
		case 'count':
			return readTimes(value, attribute);
		case 'size':
			return whole(readLooseNumber(value, 'thousands'));
		case 'amount':
			return readLooseNumber(value, 'amount');
		case 'percent':
			return readPercent(value);
		case 'scale':
			return readScale(value);
		case 'date':
			return readDate(value, dates.zone, dates.order);
		case 'birthday':
			return readBirthday(value, dates);
	}
}
