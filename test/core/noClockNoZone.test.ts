import { ageOn, birthdayParts, readBirthday } from '../../nodes/core/attribute/birthday';
import { anniversaryTest, dayTest } from '../../nodes/core/attribute/comparison/dayTests';
import { readClosings } from '../../nodes/core/history/closings';
import { OpenDays } from '../../nodes/core/history/OpenDays';
import { OrderLedger } from '../../nodes/core/history/OrderLedger';
import { learnStoreRhythm } from '../../nodes/core/history/StoreRhythm';
import { detectInactive } from '../../nodes/core/lapse/detectInactive';
import { detectLapse } from '../../nodes/core/lapse/detectLapse';
import { detectStuckDeal, stageLimits } from '../../nodes/core/lapse/detectStuckDeal';
import { compileCounting, countActivities } from '../../nodes/core/lead/countActivities';
import { checkLeadModel, type Decay } from '../../nodes/core/lead/LeadModel';
import { prepareModel } from '../../nodes/core/lead/prepareModel';
import { tallyScore } from '../../nodes/core/lead/tallyScore';
import { ADVOCATE_RULES } from '../../nodes/core/lifecycle/advocateRules';
import { classifyLifecycle } from '../../nodes/core/lifecycle/classifyLifecycle';
import { summariseStages } from '../../nodes/core/lifecycle/summariseStages';
import { PersonRegistry } from '../../nodes/core/reading/PersonRegistry';
import { readDate } from '../../nodes/core/reading/readDate';
import { readMoney } from '../../nodes/core/reading/readMoney';
import { readPhone } from '../../nodes/core/reading/readPhone';
import { TimeZone } from '../../nodes/core/reading/TimeZone';
import { advocates, BREAD } from './lifecyclePolicy';
import { dayNumber, everyDays, noonOf, orderHistory } from './orderHistory';

/** What the ledger makes of an order that was changed, one without an id, and a guest's. */
function ledgerCustomers(zone: TimeZone, openDays: OpenDays) {
	const registry = new PersonRegistry({ prefer: 'email', joinBy: ['email', 'id'] });
	const ledger = new OrderLedger(
		{ zone, openDays, orderIdScope: 'shop', repeatedOrderIds: 'sameOrder' },
		3,
	);
	const at = noonOf(dayNumber('2026-03-29'));
	const anna = registry.register({ id: '7', email: 'anna@shop.example' }, at)!;
	const guest = registry.register({ email: 'anna@shop.example' }, at)!;
	const order = { at, amount: 5, currency: 'EUR', standing: 'purchase' } as const;
	ledger.addOrder(0, anna, { ...order, orderId: '1' });
	ledger.addOrder(1, anna, { ...order, orderId: '1', version: at + 1, amount: 4 });
	ledger.addOrder(2, guest, order);
	return ledger.customers(registry);
}

const FADING: Decay[] = [
	{ kind: 'halfLife', days: 30 },
	{ kind: 'step', percent: 10, months: 1 },
	{ kind: 'window', days: 30 },
	{ kind: 'expiry', days: 30 },
];

/** The score of a lead of a certain size who clicked twice and is silent since. */
function leadScore(decay: Decay, zone: TimeZone, asOf: number) {
	const rules = [
		{ name: 'Size', category: 'fit', counts: 'lead', points: 20 },
		{ name: 'Clicked', category: 'engagement', counts: 'activities', points: 5, timesADay: 1 },
	];
	const inactivity = { afterDays: 7, points: 1 };
	const model = prepareModel(checkLeadModel({ rules, decay, inactivity }, 'Model'), [['size']]);
	const clicks = countActivities(
		[noonOf(dayNumber('2026-09-01')), noonOf(dayNumber('2026-11-01'))],
		compileCounting(model.model.rules[1]!, decay, asOf, zone),
	);
	const outcomes = [{ rule: 1, ...clicks, evidence: '2 clicks' }];
	const findings = { key: 'anna@shop.example', outcomes, missing: ['size'], idleDays: 21 };
	return tallyScore(findings, model, zone.toIso(asOf));
}

/** Everything the domain can say about some customers and a lead. */
function everyVerdict() {
	const zone = new TimeZone('Asia/Kathmandu');
	const asOf = noonOf(dayNumber('2026-11-22'));
	const last = dayNumber('2026-10-20');
	const histories = [
		orderHistory([]),
		orderHistory([last], { amount: 5, currency: 'EUR' }),
		orderHistory(['2023-12-20', '2024-12-20', '2025-12-20'].map(dayNumber)),
		...Array.from({ length: 25 }, (_, i) => orderHistory(everyDays(7 + i, 4, last))),
	];
	const openDays = new OpenDays([0], readClosings('2026-08-01 to 2026-08-21, 12-25'));
	const run = { rhythm: learnStoreRhythm(histories), zone, asOf, openDays };
	const interval = { method: 'learned', fallbackDays: 90, recogniseSeasons: true } as const;
	const silence = { lapsedAfter: { times: 2 }, lostAfter: { times: 4 } };
	const policy = advocates(
		{ rules: [...ADVOCATE_RULES], minSpend: 10, periods: 2 },
		{ ...BREAD, interval, silence },
	);
	const judged = histories.map((history) => ({
		history,
		verdict: classifyLifecycle(
			history,
			{ activities: [{ activity: 'click', lastAt: noonOf(last) }] },
			{ ...run, policy },
		),
	}));
	return [
		...judged,
		...summariseStages(judged, policy.labels, zone.toIso(asOf)),
		...histories.map((history) =>
			detectLapse(
				history,
				{ lastContactAt: noonOf(last) },
				{ ...run, policy: { interval, silence, quietDaysAfterContact: 14, action: 'order' } },
			),
		),
		detectStuckDeal(
			{
				id: '7',
				customerKey: '7',
				standing: 'open',
				createdAt: noonOf(last),
				nextActivityAt: noonOf(last + 1),
			},
			{
				measure: 'idle',
				clockFields: ['created'],
				stuckAfterDays: 14,
				stageLimits: stageLimits([]),
				atRiskShare: 75,
				givenUpAfterTimes: 4,
				plannedActivitySuspends: true,
				quietDaysAfterContact: 14,
			},
			{ zone, asOf },
		),
		detectInactive(
			{
				customerKey: 'anna@shop.example',
				mails: { sentAt: [noonOf(last + 1)] },
				isClickKnown: true,
				subscribedAt: noonOf(last),
				orders: 'known',
				isSubscribed: true,
			},
			{
				mails: 1,
				days: 2,
				boughtWithinDays: 2,
				countOpens: true,
				atRiskShare: 50,
				sunsetAfterTimes: 2,
				quietDaysAfterContact: 14,
			},
			{ zone, asOf },
		),
		...ledgerCustomers(zone, openDays),
		...FADING.map((decay) => leadScore(decay, zone, asOf)),
		...['2026-11-22', '20261122', '2026-11-22 10:00', '1735689600', '45000', '03/04/2025'].map(
			(text) => readDate(text, zone, 'dayFirst'),
		),
		readMoney('1.234,50 €'),
		readPhone('(0171) 234 5678', 'DE'),
		readBirthday('1992-02-29', { zone, order: 'auto' }),
		ageOn('1992-02-29', zone.dayOf(asOf)),
		anniversaryTest(120, zone.dayOf(asOf)).tell(birthdayParts('--02-29')),
		dayTest('inLastDays', 40, zone.dayOf(asOf)).tell(last),
	];
}

describe('The domain', () => {
	afterEach(() => {
		jest.restoreAllMocks();
		jest.useRealTimers();
	});

	it('reads no clock and draws no lots', () => {
		const expected = everyVerdict();
		const now = jest.spyOn(Date, 'now').mockImplementation(() => {
			throw new Error('The domain read the clock');
		});
		const random = jest.spyOn(Math, 'random').mockImplementation(() => {
			throw new Error('The domain drew lots');
		});
		const verdicts = everyVerdict();
		now.mockRestore();
		random.mockRestore();
		expect(verdicts).toEqual(expected);
	});

	it.each(['1999-12-31T23:59:59Z', '2026-03-29T01:00:00Z', '2050-06-01T00:00:00Z'])(
		'says the same whatever the clock of the machine shows: %s',
		(time) => {
			const expected = everyVerdict();
			jest.useFakeTimers({ now: Date.parse(time) });
			expect(new Date().toISOString()).toContain(time.slice(0, 19));
			expect(everyVerdict()).toEqual(expected);
		},
	);

	it('asks no date for the zone of the machine', () => {
		const expected = everyVerdict();
		const localGetters = [
			'getTimezoneOffset',
			'getFullYear',
			'getMonth',
			'getDate',
			'getDay',
			'getHours',
			'getMinutes',
			'toString',
			'toDateString',
			'toLocaleString',
			'toLocaleDateString',
			'setHours',
			'setDate',
		] as const;
		const spies = localGetters.map((getter) =>
			jest.spyOn(Date.prototype, getter).mockImplementation(() => {
				throw new Error(`The domain used ${getter}`);
			}),
		);
		let verdicts: unknown;
		try {
			expect(() => new Date(0).getHours()).toThrow('The domain used getHours');
			verdicts = everyVerdict();
		} finally {
			for (const spy of spies) spy.mockRestore();
		}
		expect(verdicts).toEqual(expected);
	});
});
