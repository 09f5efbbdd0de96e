import fc from 'fast-check';

import { EVERY_DAY, OpenDays } from '../../../../nodes/core/history/OpenDays';
import type { Backtest } from '../../../../nodes/core/lapse/backtest/backtestLapse';
import { LAPSE_SETTINGS, settingLabel } from '../../../../nodes/core/lapse/backtest/LapseSetting';
import { summary } from '../../orderHistory';
import { customersOf, replay, rowsByName } from './pastOf';

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

/** As of day 1000, 100 days ahead: only from day 900 on is enough known. 11 of 20 come back, the last on day 1000. */
const TWENTY: number[][] = [
	...times(6, [790]),
	...times(2, [790, 950]),
	...times(3, [840]),
	...times(3, [840, 901]),
	...times(6, [890, 1000]),
];

describe('backtestLapse, worked out by hand', () => {
	const backtest = replay(customersOf(TWENTY), 1000);

	it('looks ahead from the days that are known long enough', () => {
		expect(backtest).toMatchObject({ days: [900], horizonDays: 100, customers: 20, cameBack: 11 });
	});

	// By hand: 6 + 2 are silent for 110 days, 3 + 3 for 60, 6 for 10; the preset interval is 20 days.
	const fourteen = [14, 5, 9 / 14, 1, (1 + 6 / 11) / 2];
	const eight = [8, 2, 6 / 8, 6 / 9, (6 / 9 + 9 / 11) / 2];
	const nobody = [0, 0, null, 0, 0.5];
	it.each<[string, Array<number | null>]>([
		['Fixed Window, 30 days', fourteen],
		['Fixed Window, 45 days', fourteen],
		['Fixed Window, 60 days', eight],
		['Fixed Window, 90 days', eight],
		['Fixed Window, 120 days', nobody],
		['Fixed Window, 365 days', nobody],
		['Own Rhythm, 2.5x the usual gap', fourteen],
		['Own Rhythm, 3x the usual gap', eight],
		['Own Rhythm, 6x the usual gap', nobody],
		['Own Rhythm, 1x the 80th percentile of own gaps', fourteen],
		['Own Rhythm, 2x the 95th percentile of own gaps', fourteen],
	])('%s', (name, expected) => {
		const row = rowsByName(backtest).get(name)!;
		const { flagged, cameBack, precision, recall, balancedAccuracy } = row;
		expect([flagged, cameBack, precision, recall, balancedAccuracy]).toEqual(expected);
	});

	it('recommends the plainest of the best', () => {
		expect(backtest.recommended?.setting).toEqual({ method: 'fixedWindow', days: 30 });
	});

	it('leaves Predictive out where there are too few customers, and says so', () => {
		expect(backtest.rows.map(({ setting }) => setting)).toEqual(
			LAPSE_SETTINGS.filter(({ method }) => method !== 'predictive'),
		);
		expect(backtest.calibration).toBeNull();
		expect(backtest.notes).toEqual([
			'Predictive was not tried: 20 customers with an order, 50 are needed.',
		]);
	});

	it('counts an order on the last day of the horizon, and none on the day after', () => {
		const later = TWENTY.map((days) => days.map((day) => (day === 1000 ? 1001 : day)));
		expect(replay(customersOf(later), 1000).cameBack).toBe(5);
		expect(replay(customersOf(later), 1001, { horizonDays: 101 }).cameBack).toBe(11);
	});

	it('goes by own gaps as they were then, not as they became', () => {
		// Own gaps of 30 days up to day 900; the long gap to day 1000 is not known yet.
		const steady = times(20, [780, 810, 840, 1000]);
		const rows = rowsByName(replay(customersOf(steady), 1000));
		// 60 days of silence on day 900.
		expect(rows.get('Own Rhythm, 1.5x the usual gap')?.flagged).toBe(20);
		expect(rows.get('Own Rhythm, 2x the usual gap')?.flagged).toBe(0);
	});

	it('looks ahead from three days at most, a horizon apart, the newest first', () => {
		const long = replay(customersOf(times(20, [0, 750])), 1000);
		expect(long).toMatchObject({ days: [900, 800, 700], customers: 60, cameBack: 20 });
	});

	it.each([
		[750, [900, 800]],
		[751, [900]],
	])('with the first order on day %p, looks ahead from %p', (first, days) => {
		expect(replay(customersOf(times(20, [first])), 1000).days).toEqual(days);
	});

	it('does not look ahead from days on which too few customers were known', () => {
		const growing = [...times(19, [500]), ...times(1, [801])];
		expect(replay(customersOf(growing), 1000).days).toEqual([900]);
	});

	it('shortens the horizon to half of what is known where the past is too short, and says so', () => {
		const short = replay(customersOf(TWENTY), 1000, { horizonDays: 500 });
		expect(short).toMatchObject({ days: [895], horizonDays: 105, customers: 20, cameBack: 11 });
		expect(short.notes[0]).toBe(
			'The past is too short to look 500 days ahead, so it was 105 days. To use what is found, set Horizon (Days) in Options to 105.',
		);
	});

	it.each<[string, number[][]]>([
		['nobody', []],
		['nobody who ever ordered', times(30, [])],
		['one customer', [[790, 950]]],
		['nineteen customers', TWENTY.slice(1)],
		['customers of today only', times(30, [1000])],
		['customers of tomorrow only', times(30, [1001, 1100])],
	])('finds nothing with %s, and says so', (_, orderDays) => {
		expect(replay(customersOf(orderDays), 1000)).toEqual({
			days: [],
			horizonDays: expect.any(Number),
			customers: 0,
			cameBack: 0,
			rows: [],
			recommended: null,
			calibration: null,
			notes: [expect.stringContaining('There is too little to look back on')],
		});
	});

	it('looks at complete histories only', () => {
		const one = summary(5, 700, 990);
		expect(replay([...customersOf(TWENTY), one], 1000)).toEqual(backtest);
	});

	// Who ordered three times and more is a summary, who ordered once or twice is not: the rest is no shop.
	it('looks at nothing where of many customers only a summary is known, and says so', () => {
		const found = replay([...customersOf(TWENTY), ...times(2, summary(5, 700, 990))], 1000);
		expect(found).toMatchObject({ days: [], rows: [], recommended: null, customers: 0 });
		expect(found.notes).toEqual([
			'Nothing can be looked back on: of 2 customers only the number of orders and the first and last date are known. Give the node their orders.',
		]);
	});

	it.each<[string, number[]]>([
		['nobody came back', [790]],
		['everybody came back', [790, 950]],
	])('recommends nothing where %s', (_, days) => {
		const same = replay(customersOf(times(20, days)), 1000);
		expect(same.recommended).toBeNull();
		expect(same.rows.every(({ balancedAccuracy }) => balancedAccuracy === null)).toBe(true);
	});

	it('recommends nothing where no setting is better than tossing a coin', () => {
		// Who is silent for long is the one who comes back.
		const upsideDown = [...times(10, [790, 950]), ...times(10, [890])];
		const { recommended, rows } = replay(customersOf(upsideDown), 1000);
		expect(Math.max(...rows.map(({ balancedAccuracy }) => balancedAccuracy!))).toBe(0.5);
		expect(recommended).toBeNull();
	});
});

describe('backtestLapse in a shop that is closed on Sundays', () => {
	const SUNDAYS = new OpenDays([0]);
	/** A Saturday; day 10005 is a Saturday too. */
	const SATURDAY = 10_999;

	it('counts open days, and looks ahead from the last day that shows so many', () => {
		const { days } = replay(customersOf(times(20, [10_500]), SUNDAYS), SATURDAY, {
			openDays: SUNDAYS,
		});
		expect(days.length).toBeGreaterThan(1);
		days.forEach((day, i) => {
			expect(SUNDAYS.between(day, SATURDAY)).toBe(100 * (i + 1));
			expect(SUNDAYS.between(day + 1, SATURDAY)).toBe(100 * (i + 1) - 1);
		});
	});

	it('knows nothing of an order on the closed day after the last that counts', () => {
		const orders = times(20, [10_850, SATURDAY + 1]);
		expect(SUNDAYS.between(SATURDAY, SATURDAY + 1)).toBe(0);
		const { customers, cameBack } = replay(customersOf(orders, SUNDAYS), SATURDAY, {
			openDays: SUNDAYS,
		});
		expect([customers, cameBack]).toEqual([20, 0]);
	});
});

/** Customers who come at a pace of their own and stop at some time: formulas see them leaving. */
const anyShop = fc.array(
	fc
		.record({
			first: fc.integer({ min: 0, max: 140 }),
			gaps: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
			isQuick: fc.boolean(),
		})
		.map(({ first, gaps, isQuick }) => {
			const days = [first];
			for (const gap of gaps)
				days.push(days[days.length - 1]! + (isQuick ? Math.ceil(gap / 6) : gap));
			return days;
		}),
	{ minLength: 60, maxLength: 110 },
);

const anyPast = fc.record({
	orderDays: anyShop,
	asOfDay: fc.integer({ min: 200, max: 400 }),
	horizonDays: fc.integer({ min: 15, max: 200 }),
	recogniseSeasons: fc.boolean(),
	openDays: fc.constantFrom(EVERY_DAY, new OpenDays([0, 6], [{ fromDay: 3800, toDay: 3830 }])),
});

type Past = typeof anyPast extends fc.Arbitrary<infer T> ? T : never;

/** Far enough from 1970 for days to be closed. */
const LATER = 3660;

function replayed({ orderDays, asOfDay, ...more }: Past, order?: readonly number[]): Backtest {
	const days = orderDays.map((one) => one.map((day) => LATER + day));
	const histories = customersOf(days, more.openDays);
	// One plain formula: all three take half a minute. The usual way is seen at CDNOW.
	return replay(order ? order.map((i) => histories[i]!) : histories, LATER + asOfDay, {
		model: 'bgNbd',
		...more,
	});
}

/** Flags by settings that are the same but for one limit, in the order of that limit. */
function flagsByLimit({ rows }: Backtest): Record<string, number[]> {
	const lines: Record<string, Array<[number, number]>> = {};
	for (const { setting, flagged } of rows) {
		const [line, limit] =
			setting.method === 'fixedWindow'
				? ['fixedWindow', setting.days]
				: setting.method === 'ownRhythm'
					? [`ownRhythm ${setting.ownGapPercentile}`, setting.times]
					: ['predictive', setting.below === 'balanced' ? NaN : -setting.below];
		if (!Number.isNaN(limit)) (lines[line] ??= []).push([limit, flagged]);
	}
	return Object.fromEntries(
		Object.entries(lines).map(([line, flags]) => [
			line,
			flags.sort(([a], [b]) => a - b).map(([, flagged]) => flagged),
		]),
	);
}

describe('The laws of backtestLapse', () => {
	it('counts stay within bounds and belong together', () => {
		fc.assert(
			fc.property(anyPast, (past) => {
				const { customers, cameBack, rows, recommended, calibration, days } = replayed(past);
				expect(cameBack).toBeLessThanOrEqual(customers);
				expect(customers).toBeLessThanOrEqual(days.length * past.orderDays.length);
				for (const row of rows) {
					expect(row.flagged).toBeLessThanOrEqual(customers);
					expect(row.cameBack).toBeLessThanOrEqual(Math.min(row.flagged, cameBack));
					expect(row.precision === null).toBe(row.flagged === 0);
					expect((row.precision ?? 0) * row.flagged + row.cameBack).toBeCloseTo(row.flagged, 9);
					expect((row.recall ?? 0) * (customers - cameBack)).toBeCloseTo(
						row.flagged - row.cameBack,
						9,
					);
				}
				const best = Math.max(0.5, ...rows.map(({ balancedAccuracy }) => balancedAccuracy ?? 0));
				expect(recommended?.balancedAccuracy ?? 0.5).toBeCloseTo(best, 8);
				if (rows.some(({ setting }) => setting.method === 'predictive')) {
					const seen = calibration!.bins.reduce((sum, bin) => sum + bin.customers, 0);
					expect(seen).toBe(customers);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('the order of customers changes nothing, not even a last digit', () => {
		const shuffled = anyPast.chain((past) => {
			const places = past.orderDays.map((_, i) => i);
			return fc.record({
				past: fc.constant(past),
				order: fc.shuffledSubarray(places, { minLength: places.length }),
			});
		});
		fc.assert(
			fc.property(shuffled, ({ past, order }) => {
				expect(replayed(past, order)).toEqual(replayed(past));
			}),
			{ numRuns: 40 },
		);
	});

	it('what happens after the last day that counts changes nothing', () => {
		fc.assert(
			fc.property(anyPast, (past) => {
				const known = past.orderDays.map((days) => days.filter((day) => day <= past.asOfDay));
				expect(replayed(past)).toEqual(replayed({ ...past, orderDays: known }));
			}),
			{ numRuns: 40 },
		);
	});

	it('a longer window, more gaps or a lower probability never flags more', () => {
		fc.assert(
			fc.property(anyPast, (past) => {
				for (const flags of Object.values(flagsByLimit(replayed(past)))) {
					expect(flags).toEqual([...flags].sort((a, b) => b - a));
				}
			}),
			{ numRuns: 40 },
		);
	});

	it('a shop given twice has twice the counts and the same shares', () => {
		fc.assert(
			fc.property(anyPast, (past) => {
				const fixed = (backtest: Backtest) =>
					backtest.rows.filter(({ setting }) => setting.method === 'fixedWindow');
				const once = replayed(past);
				const twice = replayed({ ...past, orderDays: [...past.orderDays, ...past.orderDays] });
				// With more customers, more days may be looked ahead from.
				fc.pre(once.days.length === twice.days.length);
				expect(fixed(twice).map(({ flagged }) => flagged)).toEqual(
					fixed(once).map(({ flagged }) => 2 * flagged),
				);
				expect(fixed(twice).map(({ precision }) => precision)).toEqual(
					fixed(once).map(({ precision }) => precision),
				);
			}),
			{ numRuns: 25 },
		);
	});

	it('leaves the histories as they are, and gives the same a second time', () => {
		const freeze = <T>(value: T): T => {
			if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
			return Object.freeze(value);
		};
		const histories = freeze(customersOf(TWENTY).reverse());
		const keys = histories.map(({ customerKey }) => customerKey);
		expect(replay(histories, 1000)).toEqual(replay(histories, 1000));
		expect(histories.map(({ customerKey }) => customerKey)).toEqual(keys);
	});

	it('tries Predictive in a fair share of such shops', () => {
		// Else the laws above would say nothing about forecasts.
		const shops = fc.sample(anyPast, { numRuns: 30, seed: 7 }).map((past) => replayed(past));
		const withForecasts = shops.filter(({ rows }) =>
			rows.some(({ setting }) => settingLabel(setting).startsWith('Predictive')),
		);
		expect(withForecasts.length).toBeGreaterThan(5);
	});
});

describe('A shop that forecasts have too little to go by at first', () => {
	/** Customers who order by chance and may leave at any order; no two runs differ. */
	function customersFrom(firstDay: number, count: number, seed: number): number[][] {
		let state = seed;
		const chance = () => {
			state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
			return (state + 0.5) / 2_147_483_648;
		};
		return Array.from({ length: count }, () => {
			const days: number[] = [];
			let day = firstDay + 60 * chance();
			const gap = 10 - 30 * Math.log(chance());
			const leaves = 0.6 * chance();
			while (day < LATER + 1200) {
				days.push(Math.floor(day));
				if (chance() < leaves) break;
				day -= gap * Math.log(chance());
			}
			return days;
		});
	}

	const orderDays = [...customersFrom(LATER, 30, 7), ...customersFrom(LATER + 800, 300, 11)];
	const backtest = replay(customersOf(orderDays), LATER + 1200, { horizonDays: 150 });

	it('is looked at from the days on which all methods can be compared', () => {
		expect(backtest.days).toEqual([LATER + 1050, LATER + 900]);
		expect(backtest.rows.some(({ setting }) => setting.method === 'predictive')).toBe(true);
		expect(backtest.notes).toEqual([
			expect.stringMatching(/^Days before \d{4}-\d\d-\d\d were left out/),
		]);
	});
});
