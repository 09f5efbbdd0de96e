import { MS_PER_DAY } from '../reading/TimeZone';
import { isSummary, type PurchaseHistory } from './PurchaseHistory';
import { ascending } from './quantile';

const DAYS_PER_YEAR = 365.25;
/** Order days further apart than this on the calendar belong to different seasons. */
const MAX_GAP_WITHIN_SEASON = 45;
/** A customer with more seasons than this buys all year round. */
const MAX_SEASONS = 2;
/** Buying on more of the calendar than this is no season. */
const MAX_DAYS_IN_SEASON = 100;
const MIN_ORDER_DAYS = 3;
/** Orders closer together than this cannot be of the same season in two years. */
const MIN_DAYS_TO_RETURN = 365 - MAX_DAYS_IN_SEASON;
/** A season that was bought in only once may be a coincidence. */
const MIN_YEARS_PER_SEASON = 2;
/** Three orders about a year apart, or two seasons twice: fewer happen by chance too often. */
const MIN_SEASONS_BOUGHT_IN = 3;

/** A part of the year in which a customer buys, as days from 0 (1 January) to 365. */
export interface Season {
	startDay: number;
	endDay: number;
}

/** When a seasonal customer buys, and where the reference date stands in that. */
export interface SeasonalPattern {
	seasons: readonly Season[];
	/** First day of the season that is running or comes next after the last order, as a day number. */
	nextSeasonStart: number;
	/** Last day of that season. */
	nextSeasonEnd: number;
	/** Last day of the season after that. */
	followingSeasonEnd: number;
}

/** First days of years, looked up once. */
const firstDays = new Map<number, number>();

function firstDayOfYear(year: number): number {
	let day = firstDays.get(year);
	if (day === undefined) {
		day = Date.UTC(year, 0, 1) / MS_PER_DAY;
		firstDays.set(year, day);
	}
	return day;
}

function yearOf(day: number): number {
	const year = 1970 + Math.floor(day / DAYS_PER_YEAR);
	if (day < firstDayOfYear(year)) return year - 1;
	return day < firstDayOfYear(year + 1) ? year : year + 1;
}

/** Splits the days of the year, seen as a circle, at every silence longer than a season's; none for too many. */
function findSeasons(daysOfYear: readonly number[]): Season[] {
	const sorted = ascending(daysOfYear);
	let before = (sorted[sorted.length - 1] as number) - DAYS_PER_YEAR;
	const starts: number[] = [];
	for (const day of sorted) {
		if (day - before > MAX_GAP_WITHIN_SEASON) starts.push(day);
		// Nothing more is asked of a customer who buys all year round.
		if (starts.length > MAX_SEASONS) return [];
		before = day;
	}
	return starts.map((startDay, i) => {
		const nextStart = starts[i + 1] ?? (starts[0] as number) + DAYS_PER_YEAR;
		const members = sorted.map((day) => (day < startDay ? day + DAYS_PER_YEAR : day));
		return { startDay, endDay: Math.max(...members.filter((day) => day < nextStart)) };
	});
}

/** How many different years (of a season that may run over New Year) have an order in the season. */
function yearsIn(season: Season, orderDays: readonly number[]): number {
	const years = new Set<number>();
	for (const day of orderDays) {
		const year = yearOf(day);
		const dayOfYear = day - firstDayOfYear(year);
		if (dayOfYear >= season.startDay && dayOfYear <= season.endDay) years.add(year);
		else if (dayOfYear + DAYS_PER_YEAR <= season.endDay) years.add(year - 1);
	}
	return years.size;
}

/**
 * Recognises a customer who buys only at certain times of the year, such as before holidays.
 *
 * All order days must fall into at most two parts of the calendar with long silence between them,
 * each part must have been bought in in at least two years, and seasons at least three times in
 * all. For such a customer silence between the seasons is normal. Undefined for all others and for histories too short to tell.
 */
export function findSeasonalPattern(history: PurchaseHistory): SeasonalPattern | undefined {
	const { orderDays } = history;
	if (orderDays.length < MIN_ORDER_DAYS || isSummary(history)) return undefined;

	const lastDay = orderDays[orderDays.length - 1] as number;
	if (lastDay - (orderDays[0] as number) < MIN_DAYS_TO_RETURN) return undefined;

	const seasons = findSeasons(orderDays.map((day) => day - firstDayOfYear(yearOf(day))));
	if (seasons.length === 0) return undefined;
	const daysInSeason = seasons.reduce((sum, season) => sum + season.endDay - season.startDay, 0);
	if (daysInSeason > MAX_DAYS_IN_SEASON) return undefined;
	const yearsBought = seasons.map((season) => yearsIn(season, orderDays));
	if (yearsBought.some((years) => years < MIN_YEARS_PER_SEASON)) return undefined;
	if (yearsBought.reduce((sum, years) => sum + years, 0) < MIN_SEASONS_BOUGHT_IN) return undefined;

	const [next, following] = upcomingSeasons(seasons, lastDay);
	return (
		next &&
		following && {
			seasons,
			nextSeasonStart: next.startDay,
			nextSeasonEnd: next.endDay,
			followingSeasonEnd: following.endDay,
		}
	);
}

/** The first season after the last order that is running on a day or still to come then. */
export function seasonOn(
	pattern: SeasonalPattern,
	day: number,
): { startDay: number; endDay: number } {
	const { nextSeasonStart: startDay, nextSeasonEnd: endDay, seasons } = pattern;
	if (endDay >= day) return { startDay, endDay };
	// A year is enough: every season comes back within it.
	const [season] = seasonsAround(seasons, day).filter((one) => one.endDay >= day);
	return season!;
}

/** The seasons, as day numbers, that begin after the one in which the last order fell. */
function upcomingSeasons(seasons: readonly Season[], lastDay: number): Season[] {
	return seasonsAround(seasons, lastDay).filter(
		({ startDay }) => startDay - lastDay > MAX_GAP_WITHIN_SEASON,
	);
}

/** The seasons of the years around a day, as day numbers, in their order. */
function seasonsAround(seasons: readonly Season[], day: number): Season[] {
	return [-1, 0, 1, 2, 3]
		.flatMap((years) => {
			const newYear = firstDayOfYear(yearOf(day) + years);
			return seasons.map(({ startDay, endDay }) => ({
				startDay: Math.round(newYear + startDay),
				endDay: Math.round(newYear + endDay),
			}));
		})
		.sort((a, b) => a.startDay - b.startDay);
}
