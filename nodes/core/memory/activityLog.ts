import { activityType } from '../lead/activityType';
import { momentOf, readMoment } from './moment';
import { textsOf } from './textsOf';

/** Which writing of the text this is: a later one may say more. */
const VERSION = 1;

/** An activity as it is remembered. */
export interface LoggedActivity {
	/** When, in milliseconds; null where activities come without dates. */
	at: number | null;
	/** The type as it came; blank where it has none. */
	name: string;
	/** What the source calls it; null where it has no id. */
	id: string | null;
	/** What rules ask of it, by the name under which they do; without what it does not have. */
	asked: Readonly<Record<string, unknown>>;
}

/** What is remembered of the activities of a lead. */
export interface ActivityLog {
	/** The names under which rules asked when it was written, in order. */
	asked: readonly string[];
	/** The newest instant of what is not in the list; null where the list tells all. */
	lastAt: number | null;
	activities: readonly LoggedActivity[];
}

/** The log of a lead of whom nothing is remembered. */
export const EMPTY_LOG: ActivityLog = Object.freeze({ asked: [], lastAt: null, activities: [] });

/** A value among others: null stands for none, so null and lists stand in a list of their own. */
function cellOf(value: unknown): unknown {
	if (value === undefined) return null;
	return value === null || Array.isArray(value) ? [value] : value;
}

function valueOf(cell: unknown): unknown {
	if (cell === null) return undefined;
	return Array.isArray(cell) ? (cell as unknown[])[0] : cell;
}

/**
 * How activities stand in a log: what has no date first, then by time; equal ones in an order that does
 * not hang on how they came.
 */
export function inLogOrder<T extends LoggedActivity>(activities: readonly T[]): T[] {
	const texts = new Map<T, string>();
	const textOf = (activity: T) => {
		let text = texts.get(activity);
		if (text === undefined) {
			const { name, id, asked } = activity;
			text = JSON.stringify([activityType(name), id, Object.entries(asked).sort(byName), name]);
			texts.set(activity, text);
		}
		return text;
	};
	return [...activities].sort((one, other) => {
		const inTime = (one.at ?? Number.NEGATIVE_INFINITY) - (other.at ?? Number.NEGATIVE_INFINITY);
		// Of two without a date the difference is no number.
		if (inTime < 0 || inTime > 0) return inTime;
		return compared(textOf(one), textOf(other));
	});
}

function compared(one: string, other: string): number {
	return one < other ? -1 : Number(one > other);
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
	return compared(one, other);
}

/**
 * The text that holds the activities of a lead: when each was, its type, its id and what rules ask of
 * it. Nothing else. Empty for nothing.
 *
 * The same activities give the same text, in whatever order they come.
 *
 * @example
 * writeActivityLog({ asked: ['url'], lastAt: null, activities: [
 *   { at: 1767225600000, name: 'view', id: '7', asked: { url: '/pricing' } },
 * ] })
 * //=> '{"v":1,"asked":["url"],"types":["view"],"activities":[[1767225600,0,"7","/pricing"]]}'
 */
export function writeActivityLog({ asked, lastAt, activities }: ActivityLog): string {
	if (activities.length === 0 && lastAt === null) return '';
	const names = [...asked].sort(compared);
	const types = [...new Set(activities.map(({ name }) => name))].sort(compared);
	const indexOf = new Map(types.map((type, i) => [type, i]));
	const rows = inLogOrder(activities).map((activity) => {
		const row: unknown[] = [
			momentOf(activity.at),
			indexOf.get(activity.name),
			activity.id,
			...names.map((name) =>
				cellOf(Object.hasOwn(activity.asked, name) ? activity.asked[name] : undefined),
			),
		];
		while (row[row.length - 1] === null) row.pop();
		return row;
	});
	return JSON.stringify({
		v: VERSION,
		...(names.length > 0 ? { asked: names } : {}),
		...(lastAt === null ? {} : { last: momentOf(lastAt) }),
		types,
		activities: rows,
	});
}

function activityOf(
	row: unknown,
	types: readonly string[],
	asked: readonly string[],
): LoggedActivity {
	if (!Array.isArray(row) || row.length > 3 + asked.length) throw new TypeError('no activity');
	const [moment, type, id = null, ...cells] = row as unknown[];
	const name = types[type as number];
	if (name === undefined || (id !== null && typeof id !== 'string')) {
		throw new TypeError('no activity');
	}
	const values = cells.flatMap((cell, i): Array<[string, unknown]> => {
		const value = valueOf(cell);
		return value === undefined ? [] : [[asked[i]!, value]];
	});
	return { at: readMoment(moment) ?? null, name, id, asked: Object.fromEntries(values) };
}

/**
 * The activities that a text holds; undefined for a text that is none of `writeActivityLog`, so that
 * nothing is made of half of it.
 */
export function readActivityLog(text: string): ActivityLog | undefined {
	if (text.trim() === '') return EMPTY_LOG;
	try {
		const log = JSON.parse(text) as Record<string, unknown> | null;
		if (log?.v !== VERSION || !Array.isArray(log.activities)) return undefined;
		const asked = textsOf(log.asked ?? []);
		const types = textsOf(log.types ?? []);
		const activities = log.activities.map((row) => activityOf(row, types, asked));
		return { asked, lastAt: readMoment(log.last) ?? null, activities };
	} catch {
		return undefined;
	}
}
