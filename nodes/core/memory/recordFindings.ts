import { momentOf, readMoment } from './moment';
import { textsOf } from './textsOf';

/** Which writing of the text this is: a later one may say more. */
const VERSION = 1;

/** What a record told a rule. */
export interface RecordFinding {
	isMet: boolean;
	/** The number that the rule counts; 1 where it counts none. */
	times: number;
	/** The date of its own that the rule fades by, in milliseconds; null where there is none. */
	at: number | null;
}

/** What is remembered of the record of a lead: no value of it, but what the rules that asked found. */
export interface RecordFindings {
	/** By the mark of the rule. */
	rules: ReadonlyMap<string, RecordFinding>;
	/** What rules asked for and the record did not have: the mark of the rule, a point and the place in the rule. */
	missing: readonly string[];
	/** When the lead last did something, as the record told it; null where it did not. */
	lastAt: number | null;
}

/** What is known of a lead whose record never came. */
export const NO_FINDINGS: RecordFindings = Object.freeze({
	rules: new Map<string, RecordFinding>(),
	missing: [],
	lastAt: null,
});

type Written = string | [string, number] | [string, number, ReturnType<typeof momentOf>];

function written(mark: string, { times, at }: RecordFinding): Written {
	if (at !== null) return [mark, times, momentOf(at)];
	return times === 1 ? mark : [mark, times];
}

/**
 * The text that holds what rules found in the record of a lead: which were met and which were not, with
 * the number and the date that they count by. Empty where nothing was found.
 *
 * The same findings give the same text, in whatever order they were made.
 *
 * @example
 * writeRecordFindings({
 *   rules: new Map([
 *     ['0c1f', { isMet: true, times: 1, at: null }],
 *     ['7d20', { isMet: true, times: 12, at: 1767225600000 }],
 *     ['9ab3', { isMet: false, times: 1, at: null }],
 *   ]),
 *   missing: ['9ab3.0'],
 *   lastAt: null,
 * })
 * //=> '{"v":1,"met":["0c1f",["7d20",12,1767225600]],"not":["9ab3"],"missing":["9ab3.0"]}'
 */
export function writeRecordFindings({ rules, missing, lastAt }: RecordFindings): string {
	if (rules.size === 0 && lastAt === null) return '';
	const inOrder = [...rules].sort(([one], [other]) => (one < other ? -1 : 1));
	return JSON.stringify({
		v: VERSION,
		met: inOrder.filter(([, { isMet }]) => isMet).map(([mark, finding]) => written(mark, finding)),
		not: inOrder.filter(([, { isMet }]) => !isMet).map(([mark]) => mark),
		...(missing.length === 0 ? {} : { missing: [...missing].sort() }),
		...(lastAt === null ? {} : { last: momentOf(lastAt) }),
	});
}

function findingOf(one: unknown): [string, RecordFinding] {
	const [mark, times = 1, at] = Array.isArray(one) ? (one as unknown[]) : [one];
	if (typeof mark !== 'string' || !Number.isSafeInteger(times) || (times as number) < 0) {
		throw new TypeError('no finding');
	}
	return [mark, { isMet: true, times: times as number, at: readMoment(at) ?? null }];
}

/**
 * The findings that a text holds; undefined for a text that is none of `writeRecordFindings`, so that
 * nothing is made of half of it.
 */
export function readRecordFindings(text: string): RecordFindings | undefined {
	if (text.trim() === '') return NO_FINDINGS;
	try {
		const log = JSON.parse(text) as Record<string, unknown> | null;
		if (log?.v !== VERSION || !Array.isArray(log.met)) return undefined;
		const notMet: RecordFinding = { isMet: false, times: 1, at: null };
		return {
			rules: new Map([
				...log.met.map(findingOf),
				...textsOf(log.not).map((mark): [string, RecordFinding] => [mark, notMet]),
			]),
			missing: textsOf(log.missing ?? []),
			lastAt: readMoment(log.last) ?? null,
		};
	} catch {
		return undefined;
	}
}
