import fc from 'fast-check';

import type { PlacedOrder } from '../../../nodes/core/history/OrderLedger';
import type { Cart, CartTrail } from '../../../nodes/core/lapse/CartLedger';
import { checkCartPolicy, type CartPolicy } from '../../../nodes/core/lapse/cartPolicy';
import { judgeCart, type CartFacts } from '../../../nodes/core/lapse/judgeCart';
import { LAPSE_STATUSES } from '../../../nodes/core/lapse/LapseVerdict';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { SegmentationError } from '../../../nodes/core/SegmentationError';
import { ANNA, orderHistory, UTC } from '../orderHistory';
import { cartRecord, HOUR, LEFT, trailOf } from './cartTrail';

const DAY = 24 * HOUR;

/** Reminders after 1, 24 and 72 hours, given up after 14 days. */
const POLICY: CartPolicy = {
	reminderAges: [HOUR, 24 * HOUR, 72 * HOUR],
	giveUpAge: 14 * DAY,
	minimumValue: 0,
	quietAge: 12 * HOUR,
};

interface Case {
	age?: number;
	cart?: Partial<Cart>;
	placed?: readonly PlacedOrder[];
	trail?: Partial<CartTrail>;
	facts?: CartFacts;
	policy?: Partial<CartPolicy>;
	zone?: TimeZone;
}

const WORTH = { value: 84.5, currency: 'EUR' };

function judge({
	age = 26 * HOUR,
	cart,
	placed = [],
	trail,
	facts = {},
	policy,
	zone = UTC,
}: Case) {
	const made = trailOf([cartRecord(WORTH)]);
	const judged: Cart = { ...made.carts[0]!, ...cart };
	return judgeCart(
		judged,
		{
			customerKey: ANNA,
			history: orderHistory([]),
			placed,
			trail: { ...made, carts: [judged], ...trail },
		},
		facts,
		{ policy: { ...POLICY, ...policy }, zone, asOf: judged.at + age },
	);
}

const paid = (at: number): PlacedOrder => ({ at, isPaid: true });
const unpaid = (at: number): PlacedOrder => ({ at, isPaid: false });

describe('judgeCart', () => {
	it('fills the contract', () => {
		const trail = trailOf([
			cartRecord({ ...WORTH, ids: ['c-17'], products: ['Scarf'], link: 'https://x' }),
		]);
		const verdict = judgeCart(
			trail.carts[0]!,
			{
				customerKey: ANNA,
				email: ANNA,
				history: { spent: new Map([['EUR', 40]]), pricedOrders: 1 },
				placed: [paid(LEFT - 30 * DAY)],
				trail,
			},
			{ previousStatus: 'atRisk' },
			{ policy: POLICY, zone: UTC, asOf: LEFT + 26.5 * HOUR },
		);
		expect(verdict).toEqual({
			customerKey: ANNA,
			email: ANNA,
			watch: 'carts',
			status: 'lapsed',
			previousStatus: 'atRisk',
			statusToSave: 'lapsed',
			episodeId: `${ANNA}/cart/c-17`,
			daysSince: 1,
			expectedIntervalDays: 0.0417,
			basis: 'fixed',
			confidence: 'high',
			dueAt: '2026-11-21T11:00:00.000Z',
			daysOverdue: 1,
			ratio: 26.5,
			returnProbability: null,
			horizonDays: null,
			expectedOrders: null,
			expectedValue: null,
			valueAtRisk: 84.5,
			newlyLapsed: true,
			lapsedSince: '2026-11-21T11:00:00.000Z',
			reactivated: null,
			daysAway: null,
			totalSpent: 40,
			averageOrderValue: 40,
			currency: 'EUR',
			spentByCurrency: null,
			contact: { count: null, lastAt: null, suppressedUntil: null },
			held: null,
			suggestedAction: 'remind',
			reason: 'Cart of 84.50 EUR left 26 hours ago and no order since; reminder 2 of 3 is due.',
			asOf: '2026-11-22T12:30:00.000Z',
			cart: {
				id: 'c-17',
				at: '2026-11-21T10:00:00.000Z',
				value: 84.5,
				currency: 'EUR',
				ageHours: 26.5,
				step: 2,
				nextStepAt: '2026-11-24T10:00:00.000Z',
				customerType: 'existing',
				orders: 1,
				lastOrderAt: '2026-10-22T10:00:00.000Z',
				orderedSince: null,
				isInStock: null,
				products: ['Scarf'],
				viewed: [],
				link: 'https://x',
			},
		});
	});

	// Source: docstring of judgeCart, "a limit is reached in its very instant".
	it.each([
		[
			0,
			'atRisk',
			'none',
			null,
			'Cart of 84.50 EUR left 0 minutes ago; abandoned after 60 minutes.',
		],
		[
			HOUR - 1,
			'atRisk',
			'none',
			null,
			'Cart of 84.50 EUR left 59 minutes ago; abandoned after 60 minutes.',
		],
		[
			HOUR,
			'lapsed',
			'remind',
			1,
			'Cart of 84.50 EUR left 60 minutes ago and no order since; reminder 1 of 3 is due.',
		],
		[
			DAY - 1,
			'lapsed',
			'remind',
			1,
			'Cart of 84.50 EUR left 23 hours ago and no order since; reminder 1 of 3 is due.',
		],
		[
			DAY,
			'lapsed',
			'remind',
			2,
			'Cart of 84.50 EUR left 24 hours ago and no order since; reminder 2 of 3 is due.',
		],
		[
			3 * DAY,
			'lapsed',
			'remind',
			3,
			'Cart of 84.50 EUR left 3 days ago and no order since; reminder 3 of 3 is due.',
		],
		[
			14 * DAY - 1,
			'lapsed',
			'remind',
			3,
			'Cart of 84.50 EUR left 13 days ago and no order since; reminder 3 of 3 is due.',
		],
		[
			14 * DAY,
			'lost',
			'leaveInPeace',
			null,
			'Cart of 84.50 EUR left 14 days ago and no order since; left in peace after 14 days.',
		],
		// Clocks differ: a cart of a moment ahead is one of now.
		[
			-5 * HOUR,
			'atRisk',
			'none',
			null,
			'Cart of 84.50 EUR left 0 minutes ago; abandoned after 60 minutes.',
		],
	])('after %p ms: %s, %s, step %p', (age, status, suggestedAction, step, reason) => {
		expect(judge({ age })).toMatchObject({ status, suggestedAction, reason, cart: { step } });
	});

	// Source: docstring of ordersAroundCart.
	it.each<[string, Case, string, string | null]>([
		[
			'3 hours later',
			{ placed: [paid(LEFT + 3 * HOUR)] },
			'Ordered 3 hours after the cart.',
			'2026-11-21T13:00:00.000Z',
		],
		[
			'in the same instant',
			{ placed: [paid(LEFT)] },
			'Ordered in the moment of the cart.',
			'2026-11-21T10:00:00.000Z',
		],
		[
			'not paid yet',
			{ placed: [unpaid(LEFT + HOUR)] },
			'Ordered 60 minutes after the cart, not paid yet.',
			'2026-11-21T11:00:00.000Z',
		],
		[
			'unpaid, then paid: the first one tells',
			{ placed: [paid(LEFT + 5 * HOUR), unpaid(LEFT + 2 * HOUR)] },
			'Ordered 2 hours after the cart, not paid yet.',
			'2026-11-21T12:00:00.000Z',
		],
		[
			'on that day, at a time nobody knows',
			{ placed: [paid(Date.parse('2026-11-21T00:00:00Z'))] },
			'Ordered on the day of the cart.',
			'2026-11-21T00:00:00.000Z',
		],
		[
			'by a field',
			{ trail: { orderedAt: [LEFT + HOUR] } },
			'Ordered 60 minutes after the cart.',
			'2026-11-21T11:00:00.000Z',
		],
		[
			'a completed checkout',
			{ cart: { completedAt: LEFT - 1 } },
			'The cart was ordered.',
			'2026-11-21T09:59:59.999Z',
		],
		[
			'an order that names the cart',
			{ cart: { ends: [{ at: LEFT - HOUR, standing: 'purchase' }] } },
			'The cart was ordered.',
			'2026-11-21T09:00:00.000Z',
		],
		[
			'an order without a date that names the cart',
			{ cart: { ends: [{ at: NaN, standing: 'pending' }] } },
			'The cart was ordered, not paid yet.',
			null,
		],
		[
			'an order that the cart became, cancelled',
			{ cart: { ends: [{ at: LEFT, standing: 'void' }] } },
			'The order that the cart became was cancelled or paid back.',
			null,
		],
	])('leaves in peace who ordered: %s', (_, given, reason, orderedSince) => {
		for (const age of [0, 26 * HOUR, 20 * DAY]) {
			expect(judge({ ...given, age })).toMatchObject({
				status: 'active',
				suggestedAction: 'none',
				lapsedSince: null,
				valueAtRisk: null,
				reason,
				cart: { orderedSince, step: null, nextStepAt: null },
			});
		}
	});

	it('knows the day of an order without a time by the zone of the workflow', () => {
		const zone = new TimeZone('Europe/Berlin');
		const day = paid(Date.parse('2026-11-20T23:00:00Z'));
		expect(judge({ placed: [day], zone }).status).toBe('active');
		expect(judge({ placed: [day] }).status).toBe('lapsed');
	});

	it.each<[string, Case, string]>([
		[
			'a newer cart',
			{ trail: { carts: [{ ...trailOf([cartRecord({ at: LEFT + 5 * HOUR })]).carts[0]! }] } },
			'The same customer left a newer cart 5 hours later.',
		],
		[
			'below the minimum',
			{ policy: { minimumValue: 100 } },
			'The cart of 84.50 EUR is below the minimum of 100.00 EUR.',
		],
		[
			'of no known value',
			{ cart: { value: undefined }, policy: { minimumValue: 1 } },
			'The value of the cart is not known, and reminders begin at 1.00 EUR.',
		],
		[
			'out of stock',
			{ cart: { isInStock: false } },
			'Nothing of the cart of 84.50 EUR is in stock.',
		],
		[
			'out of stock, of no known value',
			{ cart: { isInStock: false, value: undefined } },
			'Nothing of the cart is in stock.',
		],
		[
			'money that goes back',
			{ cart: { value: -1 } },
			'The cart of -1.00 EUR is below the minimum of 0.00 EUR.',
		],
	])('leaves a cart out: %s', (_, given, reason) => {
		expect(judge(given)).toMatchObject({ status: 'active', suggestedAction: 'none', reason });
	});

	it.each<[string, Case]>([
		['of just the minimum', { policy: { minimumValue: 84.5 } }],
		['of no known value where none is asked for', { cart: { value: undefined } }],
		['in stock', { cart: { isInStock: true } }],
	])('keeps a cart in: %s', (_, given) => {
		expect(judge(given)).toMatchObject({ status: 'lapsed', cart: { step: 2 } });
	});

	// Source: the issue, "reminder step 1, 2, 3"; contactCount is how many were sent.
	it.each<[number, number | undefined, string, number | null, string]>([
		[26 * HOUR, 0, 'lapsed', 2, 'reminder 2 of 3 is due.'],
		[26 * HOUR, 1, 'lapsed', 2, 'reminder 2 of 3 is due.'],
		[26 * HOUR, 2, 'atRisk', null, '2 of 3 reminders sent, the next is due in 46 hours.'],
		[26 * HOUR, 3, 'atRisk', null, 'all 3 reminders sent.'],
		[80 * HOUR, 2, 'lapsed', 3, 'reminder 3 of 3 is due.'],
		[80 * HOUR, 9, 'atRisk', null, 'all 3 reminders sent.'],
		[20 * DAY, 0, 'lost', null, 'left in peace after 14 days.'],
	])('after %p ms and %p reminders: %s, step %p', (age, contactCount, status, step, told) => {
		const verdict = judge({ age, facts: { contactCount } });
		expect(verdict).toMatchObject({ status, cart: { step } });
		expect(verdict.reason).toContain(told);
		expect(verdict.suggestedAction === 'remind').toBe(step !== null);
	});

	it('counts no reminder that was sent before the cart', () => {
		const facts = { contactCount: 3, lastContactAt: LEFT - 20 * HOUR };
		expect(judge({ facts, age: HOUR })).toMatchObject({ status: 'lapsed', cart: { step: 1 } });
	});

	it('takes a contact on the day of the cart, of which no time is known, for a reminder', () => {
		const facts = { contactCount: 1, lastContactAt: Date.parse('2026-11-21T00:00:00Z') };
		expect(judge({ facts, age: 5 * HOUR })).toMatchObject({
			status: 'atRisk',
			cart: { step: null },
		});
	});

	it('waits for the quiet hours after a contact, and no longer', () => {
		const lastContactAt = LEFT + 24 * HOUR;
		expect(judge({ age: 26 * HOUR, facts: { contactCount: 1, lastContactAt } })).toMatchObject({
			status: 'atRisk',
			suggestedAction: 'later',
			reason:
				'Cart of 84.50 EUR left 26 hours ago and no order since; reminder 2 of 3 is due, but the last contact was 2 hours ago.',
			contact: { count: 1, suppressedUntil: '2026-11-22T22:00:00.000Z' },
			cart: { step: null, nextStepAt: '2026-11-22T22:00:00.000Z' },
		});
		expect(judge({ age: 36 * HOUR, facts: { contactCount: 1, lastContactAt } })).toMatchObject({
			status: 'lapsed',
			contact: { suppressedUntil: null },
		});
	});

	// Source: docstring of isNewlyLapsed and of LapseVerdict.newlyLapsed.
	it.each<[CartFacts, number, boolean | null]>([
		[{}, 26, null],
		[{ previousStatus: 'atRisk' }, 26, true],
		[{ previousStatus: 'lapsed' }, 26, false],
		[{ previousStatus: 'lost' }, 26, false],
		[{ previousStatus: 'atRisk', contactCount: 1 }, 26, false],
		[{ previousStatus: 'active' }, 0.5, false],
	])('%j after %p hours: newly lapsed is %p', (facts, hours, expected) => {
		expect(judge({ facts, age: hours * HOUR }).newlyLapsed).toBe(expected);
	});

	it.each<[string, Case, 'new' | 'existing', number, string | null]>([
		['nothing known', {}, 'new', 0, null],
		[
			'bought before',
			{ placed: [paid(LEFT - DAY), paid(LEFT - 2 * DAY)] },
			'existing',
			2,
			'2026-11-20T10:00:00.000Z',
		],
		['unpaid before', { placed: [unpaid(LEFT - DAY)] }, 'new', 0, null],
		['bought since only', { placed: [paid(LEFT + DAY)], trail: { orderCount: 1 } }, 'new', 0, null],
		['counted by a field', { trail: { orderCount: 3 } }, 'existing', 3, null],
		[
			'counted less than is known',
			{ placed: [paid(LEFT - DAY)], trail: { orderCount: 0 } },
			'existing',
			1,
			'2026-11-20T10:00:00.000Z',
		],
		[
			'dated by a field',
			{ trail: { orderedAt: [LEFT - DAY] } },
			'existing',
			1,
			'2026-11-20T10:00:00.000Z',
		],
		[
			'the cart itself, begun earlier',
			{ placed: [paid(LEFT - HOUR)], cart: { ends: [{ at: LEFT - HOUR, standing: 'purchase' }] } },
			'new',
			0,
			null,
		],
	])('%s: %s customer', (_, given, customerType, orders, lastOrderAt) => {
		expect(judge(given).cart).toMatchObject({ customerType, orders, lastOrderAt });
	});

	it('tells what was viewed before, the newest first and each once', () => {
		const views = [
			{ at: LEFT + 1, names: ['Later'] },
			{ at: LEFT, names: ['Hat'] },
			{ at: LEFT - 1, names: ['Coat', 'Hat'] },
		];
		expect(judge({ trail: { views }, cart: { viewed: ['Shoe'] } }).cart.viewed).toEqual([
			'Hat',
			'Coat',
			'Shoe',
		]);
		const many = Array.from({ length: 30 }, (_, i) => ({ at: LEFT - i, names: [`p${i}`] }));
		expect(judge({ trail: { views: many } }).cart.viewed).toHaveLength(10);
	});

	it('keeps spend in another currency apart from the cart', () => {
		const history = { spent: new Map([['USD', 40]]), pricedOrders: 2 };
		const trail = trailOf([cartRecord(WORTH)]);
		const verdict = judgeCart(
			trail.carts[0]!,
			{ customerKey: ANNA, history, placed: [], trail },
			{},
			{ policy: POLICY, zone: UTC, asOf: LEFT },
		);
		expect(verdict).toMatchObject({
			currency: 'EUR',
			totalSpent: null,
			averageOrderValue: null,
			spentByCurrency: { USD: 40 },
		});
	});

	it('names an episode that lasts until the cart changes, in any zone', () => {
		const ids = [UTC, new TimeZone('Asia/Tokyo')].flatMap((zone) =>
			[HOUR, 20 * DAY].map((age) => judge({ age, zone }).episodeId),
		);
		expect(new Set(ids)).toEqual(new Set([`${ANNA}/cart/2026-11-21T10:00:00.000Z`]));
	});
});

const someAge = fc.integer({ min: 0, max: 30 * DAY });
const somePolicy = fc
	.uniqueArray(fc.integer({ min: 1, max: 20 * DAY }), { minLength: 1, maxLength: 3 })
	.map((ages) => ({ ...POLICY, reminderAges: ages.sort((a, b) => a - b) }));

describe('The laws of carts', () => {
	it('an older cart has never a lower step, nor an earlier status', () => {
		const order = ['atRisk', 'lapsed', 'lost'];
		fc.assert(
			fc.property(someAge, someAge, somePolicy, (one, other, policy) => {
				const [younger, older] = [Math.min(one, other), Math.max(one, other)].map((age) =>
					judge({ age, policy }),
				);
				expect(order.indexOf(older!.status)).toBeGreaterThanOrEqual(order.indexOf(younger!.status));
				if (older!.status === 'lost') return;
				expect(older!.cart.step ?? 0).toBeGreaterThanOrEqual(younger!.cart.step ?? 0);
			}),
		);
	});

	const someOrder = fc.record({
		at: fc.integer({ min: LEFT - 3 * DAY, max: LEFT + 3 * DAY }),
		isPaid: fc.boolean(),
	});

	it('nobody with an order since is abandoned, and the order of orders makes no difference', () => {
		fc.assert(
			fc.property(fc.array(someOrder), someAge, (placed, age) => {
				const verdict = judge({ placed, age });
				const hasSince = placed.some(({ at }) => at >= LEFT);
				if (hasSince) expect(verdict.status).toBe('active');
				expect(judge({ placed: [...placed].reverse(), age })).toEqual(verdict);
			}),
		);
	});

	it('only what is abandoned has a step, and only it suggests to remind', () => {
		const someFacts = fc.record({
			contactCount: fc.option(fc.nat(4), { nil: undefined }),
			lastContactAt: fc.option(fc.integer({ min: LEFT - DAY, max: LEFT + 9 * DAY }), {
				nil: undefined,
			}),
			previousStatus: fc.option(fc.constantFrom(...LAPSE_STATUSES), { nil: undefined }),
		});
		fc.assert(
			fc.property(
				fc.array(someOrder, { maxLength: 2 }),
				someAge,
				somePolicy,
				someFacts,
				(placed, age, policy, facts) => {
					const verdict = judge({ placed, age, policy, facts });
					const isLapsed = verdict.status === 'lapsed';
					expect(verdict.cart.step !== null).toBe(isLapsed);
					expect(verdict.suggestedAction === 'remind').toBe(isLapsed);
					if (isLapsed) expect(verdict.contact.suppressedUntil).toBeNull();
					if (isLapsed)
						expect(verdict.cart.step).toBeGreaterThan(
							(facts.lastContactAt ?? LEFT) < LEFT ? 0 : (facts.contactCount ?? 0),
						);
				},
			),
		);
	});
});

describe('checkCartPolicy', () => {
	it.each<[string, Partial<CartPolicy>, string]>([
		[
			'two reminders at once',
			{ reminderAges: [HOUR, HOUR] },
			'Reminder 2 is due after 60 minutes, which is not after reminder 1 (60 minutes)',
		],
		[
			'a third before the second',
			{ reminderAges: [HOUR, 3 * HOUR, 2 * HOUR] },
			'Reminder 3 is due after 2 hours, which is not after reminder 2 (3 hours)',
		],
		[
			'giving up at once',
			{ giveUpAge: HOUR },
			'Give Up After is 60 minutes, which is not after Abandoned After (60 minutes)',
		],
	])('refuses %s', (_, change, message) => {
		expect(() => checkCartPolicy({ ...POLICY, ...change })).toThrow(SegmentationError);
		expect(() => checkCartPolicy({ ...POLICY, ...change })).toThrow(message);
	});

	it.each<Partial<CartPolicy>>([{}, { reminderAges: [HOUR] }, { giveUpAge: 2 * HOUR }])(
		'takes %j',
		(change) => {
			expect(() => checkCartPolicy({ ...POLICY, ...change })).not.toThrow();
		},
	);
});
