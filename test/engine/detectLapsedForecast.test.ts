import type { LapseVerdict } from '../../nodes/core/lapse/LapseVerdict';
import { orderDaysOf, SHOP_KINDS } from '../core/lapse/forecast/shops';
import { AS_OF, daysAgo, verdictsOf, watch } from './lapseOf';
import { resultOf, sourcesOf } from './resultOf';
import { runWorkflow, singleNodeWorkflow, type NodeRun, type SavedWorkflow } from './runWorkflow';

const END = SHOP_KINDS.poisson.knownDays;

/** Orders of 250 customers in the year before the day of the tests, by date as a shop gives them. */
const ORDERS = orderDaysOf({ ...SHOP_KINDS.poisson, customers: 250 }, 7, END)
	.flatMap((days, i) =>
		days.map((day, order) => ({
			email: `c${i}@shop.example`,
			date: daysAgo(END - day),
			amount: 20 + ((i * 7 + order) % 30),
			currency: 'EUR',
		})),
	)
	.sort((one, other) => Number(one.date > other.date) - Number(one.date < other.date));

const CUSTOMERS = new Set(ORDERS.map(({ email }) => email)).size;
const FEW = ORDERS.filter(({ email }) => /^c[0-9]@/.test(email));

const IN_EUROS = { method: 'predictive', options: { currencyField: 'currency' } };
/** A horizon that fits into the year before three times over. */
const SHORT = { horizonDays: 60 };

interface Report {
	recommended: { label: string } | null;
	settings: Array<{ label: string; balancedAccuracy: number | null }>;
	notes: string[];
	text: string;
	html: string;
	customers: number;
	horizonDays: number;
	lookedAheadFrom: string[];
	forecast: object | null;
}

function reportOf(run: NodeRun): Report {
	return resultOf<Report>(run.outputs[0]?.[0], 'backtest');
}

function byKey(run: NodeRun): Record<string, LapseVerdict> {
	return Object.fromEntries(verdictsOf(run).map((verdict) => [verdict.customerKey, verdict]));
}

describe('Detect Lapsed by forecast in the engine', () => {
	let run: NodeRun;

	beforeAll(async () => {
		run = await watch(IN_EUROS, ORDERS);
	});

	it('fills the figures of everybody, on the output of their status', () => {
		expect(run.error).toBeUndefined();
		expect(run.outputs).toHaveLength(4);
		expect(verdictsOf(run)).toHaveLength(CUSTOMERS);
		const statuses = ['lapsed', 'atRisk', 'lost', 'active'];
		run.outputs.forEach((items, output) => {
			expect(items.length).toBeGreaterThan(0);
			for (const item of items) {
				const verdict = resultOf<LapseVerdict>(item, 'lapse');
				expect(verdict.status).toBe(statuses[output]);
				expect(verdict).toMatchObject({ horizonDays: expect.any(Number), held: null });
				expect(verdict.returnProbability).toBeGreaterThan(0);
				expect(verdict.returnProbability).toBeLessThan(1);
				expect(verdict.expectedOrders).toBeGreaterThanOrEqual(verdict.returnProbability! - 0.001);
				expect(verdict.expectedValue).toBeGreaterThanOrEqual(0);
				expect(verdict.valueAtRisk).toBeGreaterThanOrEqual(0);
				expect(verdict.currency).toBe('EUR');
				expect(verdict.reason).toMatch(
					/% likely to order within \d+ days, (at risk|lapsed|lost|but not due)/,
				);
			}
		});
	});

	it('links each customer to all of their orders', () => {
		for (const item of run.outputs.flat()) {
			const { customerKey } = resultOf<LapseVerdict>(item, 'lapse');
			const expected = ORDERS.flatMap(({ email }, i) => (email === customerKey ? [i] : []));
			expect(sourcesOf(item)).toEqual(expected);
		}
	});

	it('says nothing of a fallback, as there is none', () => {
		expect(run.hints.filter((hint) => /Own Rhythm/.test(hint))).toEqual([]);
	});

	it('does not care in which order the orders come', async () => {
		const turned = await watch(IN_EUROS, [...ORDERS].reverse());
		expect(byKey(turned)).toEqual(byKey(run));
	});

	it('falls back on Own Rhythm for a few customers, and says what was missing', async () => {
		const few = await watch({ method: 'predictive' }, FEW);
		const own = await watch({ method: 'ownRhythm' }, FEW);
		expect(few.hints).toContain(
			'Own Rhythm was used instead of Predictive: 10 customers with an order, 50 are needed.',
		);
		expect(few.outputs).toEqual(own.outputs);
	});

	it('goes by the limits of the options', async () => {
		const limited = await watch(
			{
				method: 'predictive',
				options: { atRiskBelowPercent: 80, lapsedBelowPercent: 60, lostBelowPercent: 2 },
			},
			ORDERS,
		);
		for (const verdict of verdictsOf(limited)) {
			const { status, returnProbability: p, daysOverdue } = verdict;
			if (status === 'lost') expect(p).toBeLessThanOrEqual(0.02);
			if (status === 'lapsed') expect(p).toBeLessThanOrEqual(0.6);
			if (status === 'active' && daysOverdue! > 0) expect(p).toBeGreaterThanOrEqual(0.8);
		}
	});

	// The labels of the form, with what stands in them.
	it.each<[Record<string, number>, RegExp]>([
		[
			{ lapsedBelowPercent: 20, lostBelowPercent: 30 },
			/Lost Below \(30 %\) is not below Lapsed Below \(20 %\)/,
		],
		[
			{ atRiskBelowPercent: 20, lapsedBelowPercent: 20 },
			/Lapsed Below \(20 %\) is not below At Risk Below \(20 %\)/,
		],
		[{ atRiskBelowPercent: 120 }, /At Risk Below.*percentage up to 100/],
		[{ horizonDays: 0 }, /Horizon \(Days\)/],
		[{ ownGapPercentile: 100 }, /Own Gap Percentile.*percentile up to 99/],
	])('stops at %p before anything leaves', async (options, message) => {
		const stopped = await watch({ method: 'predictive', options }, ORDERS);
		expect(stopped.error?.message).toMatch(message);
		expect(stopped.outputs.flat()).toEqual([]);
	});

	it('goes on over records that cannot be read, and counts them', async () => {
		const bad = [
			{ email: 'c1@shop.example', date: 'soon', amount: 5 },
			{ email: '', date: '2026-11-01', amount: 5 },
			{ date: null },
		];
		const mixed = await watch(IN_EUROS, [...bad, ...ORDERS]);
		expect(mixed.error).toBeUndefined();
		expect(byKey(mixed)).toEqual(byKey(run));
		expect(mixed.hints.join(' ')).toMatch(/3 of [\d,]+ (orders|records|items) skipped/);
	});
});

describe('Detect Lapsed by what did best, in the engine', () => {
	it('says what it chose', async () => {
		const run = await watch({ method: 'auto' }, ORDERS);
		expect(run.error).toBeUndefined();
		expect(verdictsOf(run)).toHaveLength(CUSTOMERS);
		expect(run.hints).toContainEqual(
			expect.stringMatching(/^Auto chose .+ The operation Backtest/),
		);
		// Whatever decides, the figures are there.
		expect(verdictsOf(run).every(({ valueAtRisk }) => valueAtRisk !== null)).toBe(true);
	});

	it('chooses what Backtest recommends', async () => {
		const auto = await watch({ method: 'auto' }, ORDERS);
		const { recommended } = reportOf(await watch({ operation: 'backtest' }, ORDERS));
		expect(auto.hints).toContainEqual(
			expect.stringContaining(`Auto chose ${recommended?.label}: `),
		);
	});

	it('falls back on Own Rhythm for a few customers, and says why', async () => {
		const few = await watch({ method: 'auto' }, FEW);
		expect(few.hints).toContainEqual(
			expect.stringMatching(/^Auto used Own Rhythm\. There is too little to look back on/),
		);
		expect(few.outputs).toEqual((await watch({ method: 'ownRhythm' }, FEW)).outputs);
	});
});

describe('Backtest in the engine', () => {
	let run: NodeRun;

	beforeAll(async () => {
		run = await watch({ operation: 'backtest', options: SHORT }, ORDERS);
	});

	it('gives one item on one output, linked to all items', () => {
		expect(run.error).toBeUndefined();
		expect(run.outputs.map((items) => items.length)).toEqual([1]);
		expect(sourcesOf(run.outputs[0]?.[0])).toEqual(ORDERS.map((_, i) => i));
		expect(Object.keys(run.outputs[0]?.[0]?.json ?? {})).toEqual(['backtest']);
	});

	it('has findings, a text, HTML and a forecast', () => {
		const report = reportOf(run);
		expect(report.settings.map(({ label }) => label)).toContain(
			'Predictive, chance below the average',
		);
		expect(report.settings.map(({ label }) => label)).toContain(report.recommended?.label);
		expect(report.lookedAheadFrom.length).toBeGreaterThan(0);
		expect(report.text).toContain(report.recommended?.label);
		expect(report.html).toMatch(/<\w+/);
		expect(report.forecast).toMatchObject({
			customers: CUSTOMERS,
			value: { currency: '' },
			horizonDays: report.horizonDays,
		});
		expect(JSON.stringify(report)).not.toMatch(/NaN|undefined/);
	});

	it.each<[string, (report: Report) => unknown]>([
		['as it is', ({ forecast }) => forecast],
		['as text', ({ forecast }) => JSON.stringify(forecast)],
		['as text with line breaks', ({ forecast }) => JSON.stringify(forecast, null, 2)],
		['the whole finding', (report) => JSON.stringify(report)],
		['the whole item', (report) => JSON.stringify({ backtest: report })],
		['the list of items, as n8n copies it', (report) => JSON.stringify([{ backtest: report }])],
	])('gives a forecast for another node, %s', async (_, given) => {
		const direct = await watch({ method: 'predictive', options: SHORT }, ORDERS);
		const forecast = given(reportOf(run));
		const few = await watch({ method: 'predictive', options: { forecast } }, FEW);
		expect(few.error).toBeUndefined();
		expect(few.hints.filter((hint) => /Own Rhythm/.test(hint))).toEqual([]);
		const [found, expected] = [byKey(few), byKey(direct)];
		const figures = ({ returnProbability, expectedOrders, horizonDays }: LapseVerdict) => ({
			returnProbability,
			expectedOrders,
			horizonDays,
		});
		expect(Object.keys(found)).toHaveLength(10);
		for (const [key, verdict] of Object.entries(found)) {
			expect(figures(verdict)).toEqual(figures(expected[key]!));
		}
	});

	it('gives the same verdicts by the forecast as without it, on the same orders', async () => {
		const direct = await watch({ method: 'predictive', options: SHORT }, ORDERS);
		const forecast = JSON.stringify(reportOf(run).forecast);
		const again = await watch({ method: 'predictive', options: { forecast } }, ORDERS);
		expect(again.outputs).toEqual(direct.outputs);
	});

	it('hands its forecast over in a workflow, by an expression', async () => {
		const backtest = singleNodeWorkflow('detectLapsed', {
			operation: 'backtest',
			options: { asOf: AS_OF },
		});
		const [source, node] = backtest.nodes;
		// Both get the orders; n8n runs the upper one first.
		const apply = {
			...node!,
			id: '3',
			name: 'Apply',
			position: [200, 200] as [number, number],
			parameters: {
				method: 'predictive',
				options: {
					asOf: AS_OF,
					forecast: "={{ $('Node').first().json.backtest.forecast }}",
					lapsedBelowPercent: 30,
				},
			},
		};
		const workflow: SavedWorkflow = {
			nodes: [source!, node!, apply],
			connections: {
				Source: {
					main: [
						[
							{ node: 'Node', type: 'main', index: 0 },
							{ node: 'Apply', type: 'main', index: 0 },
						],
					],
				},
			},
		};
		const full = (await runWorkflow(workflow, ORDERS))('Apply');
		expect(full.error).toBeUndefined();
		expect(byKey(full)).toEqual(
			byKey(await watch({ method: 'predictive', options: { lapsedBelowPercent: 30 } }, ORDERS)),
		);
	});

	it.each<[string, unknown, RegExp]>([
		['no JSON', '{ horizonDays', /^Forecast is no JSON/],
		['something else', '{"a":1}', /^Forecast cannot be used/],
		['an empty list', '[]', /^Forecast cannot be used/],
		['the null of a shop with too little', '{"forecast":null}', /^Forecast cannot be used/],
	])('stops at a forecast that is %s', async (_, forecast, message) => {
		const stopped = await watch({ method: 'predictive', options: { forecast } }, FEW);
		expect(stopped.error?.message).toMatch(message);
		expect(stopped.outputs.flat()).toEqual([]);
	});

	it('says what is missing for a shop with too little, and gives no forecast', async () => {
		const few = await watch({ operation: 'backtest' }, FEW);
		expect(few.error).toBeUndefined();
		expect(reportOf(few)).toMatchObject({ recommended: null, settings: [], forecast: null });
		expect(few.hints).toContainEqual(expect.stringMatching(/^There is too little to look back on/));
	});
});

describe('Held Back in the engine', () => {
	/** Three customers, each of four orders every 10 days and silent for 25: lapsed after 20. */
	const silent = ['a', 'b', 'c'].flatMap((name, i) =>
		[25, 35, 45, 55].map((ago) => ({
			email: `${name}@shop.example`,
			date: daysAgo(ago),
			amount: 10 * (i + 1),
			was: name === 'a' ? 'lapsed' : name === 'b' ? 'atRisk' : '',
		})),
	);

	function heldOf(run: NodeRun) {
		return (run.outputs[4] ?? []).map((item) => {
			const { customerKey, held, suggestedAction } = resultOf<LapseVerdict>(item, 'lapse');
			return [customerKey, held, suggestedAction];
		});
	}

	function keysOf(items: NodeRun['outputs'][number] | undefined) {
		return items?.map((item) => resultOf<LapseVerdict>(item, 'lapse').customerKey);
	}

	it('has no such output where nobody is to be held', async () => {
		expect((await watch({}, silent)).outputs).toHaveLength(4);
	});

	it('keeps back who is known, and says how many', async () => {
		const run = await watch(
			{ options: { newlyLapsedOnly: true, previousStatusField: 'was' } },
			silent,
		);
		expect(run.outputs).toHaveLength(5);
		expect(heldOf(run)).toEqual([['a@shop.example', 'knownBefore', 'none']]);
		expect(keysOf(run.outputs[0])).toEqual(['b@shop.example', 'c@shop.example']);
		expect(run.hints).toContain('1 item left on Held Back: "held" tells why.');
		expect(sourcesOf(run.outputs[4]?.[0])).toEqual([0, 1, 2, 3]);
	});

	it.each(['newlyLapsedOnly', 'silentFirstRun'])(
		'%s without Previous Status Field stops the run, by its labels',
		async (option) => {
			const run = await watch({ options: { [option]: true } }, silent);
			expect(run.error?.message).toMatch(
				/^(Newly Lapsed Only|Silent First Run) is on, but Previous Status Field in Options is empty$/,
			);
			expect(run.outputs.flat()).toEqual([]);
		},
	);

	it('takes note only on a first run', async () => {
		const options = { silentFirstRun: true, previousStatusField: 'was' };
		const first = await watch(
			{ options },
			silent.map((order) => ({ ...order, was: '' })),
		);
		expect(heldOf(first).map(([, held]) => held)).toEqual(['baseline', 'baseline', 'baseline']);
		expect(heldOf(await watch({ options }, silent))).toEqual([]);
	});

	it('ignores who lapsed long ago', async () => {
		// Lapsed on the 21st day of silence, four days ago.
		expect(heldOf(await watch({ options: { lapsedLongAgoDays: 4 } }, silent))).toEqual([]);
		const run = await watch({ options: { lapsedLongAgoDays: 3 } }, silent);
		expect(heldOf(run)).toHaveLength(3);
		expect(heldOf(run)[0]?.slice(1)).toEqual(['lapsedLongAgo', 'leaveInPeace']);
	});

	it('lets so many go, those who spent most first', async () => {
		const run = await watch({ options: { mostLapsedPerRun: 1 } }, silent);
		expect(keysOf(run.outputs[0])).toEqual(['c@shop.example']);
		expect(heldOf(run)).toEqual([
			['b@shop.example', 'later', 'later'],
			['a@shop.example', 'later', 'later'],
		]);
	});

	it('lets so many go, those with most value at risk first, by forecast', async () => {
		const all = await watch({ method: 'predictive' }, ORDERS);
		const lapsed = (all.outputs[0] ?? []).map((item) => resultOf<LapseVerdict>(item, 'lapse'));
		const most = [...lapsed].sort((one, other) => other.valueAtRisk! - one.valueAtRisk!);
		const run = await watch({ method: 'predictive', options: { mostLapsedPerRun: 5 } }, ORDERS);
		expect(keysOf(run.outputs[0])).toEqual(most.slice(0, 5).map(({ customerKey }) => customerKey));
		expect(run.outputs[4]).toHaveLength(lapsed.length - 5);
		expect(run.outputs.flat()).toHaveLength(CUSTOMERS);
		// The others are where they were.
		for (const output of [1, 2, 3]) {
			expect(new Set(keysOf(run.outputs[output]))).toEqual(new Set(keysOf(all.outputs[output])));
		}
	});
});

describe('Who must not be written to twice, or at all', () => {
	// Every second day for a month, what was to be saved read back: the limits move with every run.
	it.each(['predictive', 'auto'])('%s: nobody leaves twice for one silence', async (method) => {
		const saved = new Map<string, string>();
		const left: string[] = [];
		let returned = 0;
		for (let ago = 30; ago >= 0; ago -= 6) {
			const records = ORDERS.filter(({ date }) => date <= daysAgo(ago)).map((order) => ({
				...order,
				was: saved.get(order.email) ?? '',
			}));
			const run = await watch(
				{
					method,
					options: {
						asOf: daysAgo(ago),
						previousStatusField: 'was',
						newlyLapsedOnly: true,
						silentFirstRun: true,
						horizonDays: 60,
					},
				},
				records,
			);
			const out = run.outputs[0] ?? [];
			left.push(...out.map((item) => resultOf<LapseVerdict>(item, 'lapse').episodeId));
			for (const verdict of verdictsOf(run)) {
				saved.set(verdict.customerKey, verdict.statusToSave);
				if (verdict.previousStatus !== null && verdict.reactivated) {
					returned += 1;
					expect(verdict.daysSince).toBeLessThanOrEqual(verdict.expectedIntervalDays);
				}
			}
		}
		expect(left.length).toBeGreaterThan(0);
		expect(new Set(left).size).toBe(left.length);
		expect(returned).toBeGreaterThanOrEqual(0);
	});

	it.each(['yesterday', '11/12/2026', daysAgo(2)])(
		'holds back who was written to at "%s", which may be today',
		async (mailed) => {
			const run = await watch(
				{ options: { lastContactField: 'mailed', lapsedAfterTimes: 1, atRiskAfterTimes: 0.5 } },
				[300, 270, 240, 210].map((ago) => ({
					email: 'a@shop.example',
					date: daysAgo(ago - 150),
					amount: 1,
					mailed,
				})),
			);
			expect(run.outputs[0]).toEqual([]);
			expect(verdictsOf(run).map(({ held, status }) => [held, status])).toEqual([
				['contacted', 'lapsed'],
			]);
		},
	);

	it('tells who compares currencies, and who lets the same customers go first every time', async () => {
		const records = ORDERS.map((order, i) => ({ ...order, currency: i % 2 ? 'JPY' : 'EUR' }));
		const mixed = await watch(
			{ options: { mostLapsedPerRun: 2, currencyField: 'currency' } },
			records,
		);
		expect(mixed.hints.join(' ')).toMatch(/several currencies as they stand/);
		expect(mixed.hints.join(' ')).toMatch(/same customers go first in every run/);
		const calm = await watch(
			{ options: { mostLapsedPerRun: 2, lastContactField: 'mailed' } },
			ORDERS.map((order) => ({ ...order, mailed: '' })),
		);
		expect(calm.hints.join(' ')).not.toMatch(/go first in every run|as they stand/);
	});

	it('says what does not go with a forecast that is given', async () => {
		const report = await watch({ operation: 'backtest', options: SHORT }, ORDERS);
		const { forecast } = reportOf(report);
		const run = await watch(
			{
				method: 'predictive',
				options: { forecast, horizonDays: 90, forecastModel: 'bgNbd', currencyField: 'currency' },
			},
			ORDERS.map((order) => ({ ...order, currency: 'JPY' })),
		);
		const told = run.hints.join(' ');
		expect(told).toMatch(/looks 60 days ahead: Horizon \(Days\) does nothing/);
		expect(told).toMatch(/Forecast Model does nothing/);
		expect(told).toMatch(/in which nobody here pays/);
	});

	it('fits the forecast of a backtest anew, whatever is pasted', async () => {
		const old = reportOf(await watch({ operation: 'backtest', options: SHORT }, ORDERS)).forecast;
		const report = await watch(
			{ operation: 'backtest', options: { horizonDays: 45, forecast: old } },
			ORDERS,
		);
		expect(reportOf(report).forecast).toMatchObject({ horizonDays: 45 });
	});
});
