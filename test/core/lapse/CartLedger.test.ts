import fc from 'fast-check';

import { CartLedger, type CartRecord } from '../../../nodes/core/lapse/CartLedger';
import { PersonRegistry } from '../../../nodes/core/reading/PersonRegistry';
import { cartRecord, HOUR, LEFT, trailOf } from './cartTrail';

describe('CartLedger', () => {
	it('brings the records of one cart together, each thing as the newest tells it', () => {
		const { carts } = trailOf([
			cartRecord({
				source: 1,
				ids: ['c'],
				value: 20,
				currency: 'EUR',
				products: ['Hat'],
				link: 'old',
			}),
			cartRecord({ source: 2, ids: ['c'], at: LEFT + 2 * HOUR, isInStock: false }),
			cartRecord({
				source: 3,
				ids: ['c'],
				at: LEFT + HOUR,
				value: 30,
				currency: 'EUR',
				products: ['Coat'],
			}),
		]);
		expect(carts).toEqual([
			{
				id: 'c',
				at: LEFT + 2 * HOUR,
				value: 30,
				currency: 'EUR',
				products: ['Coat'],
				viewed: [],
				isInStock: false,
				link: 'old',
				completedAt: undefined,
				sources: [2, 3, 1],
				ends: [],
			},
		]);
	});

	it('adds up lines where records with one id are lines, but no currencies', () => {
		const line = (source: number, value: number, currency: string, product: string) =>
			cartRecord({ source, ids: ['c'], at: LEFT + source, value, currency, products: [product] });
		const [cart] = trailOf(
			[line(1, 0.1, 'EUR', 'Hat'), line(2, 0.2, 'EUR', 'Coat')],
			undefined,
			'lineItems',
		).carts;
		expect(cart).toMatchObject({ value: 0.3, currency: 'EUR', products: ['Coat', 'Hat'] });
		const [mixed] = trailOf(
			[line(1, 1, 'EUR', 'Hat'), line(2, 2, 'USD', 'Coat')],
			undefined,
			'lineItems',
		).carts;
		expect(mixed).toMatchObject({ value: undefined, currency: undefined });
	});

	it('takes what one customer did in one instant for one cart where there is no id', () => {
		const { carts } = trailOf([
			cartRecord({ products: ['Hat'], value: 20 }),
			cartRecord({ products: ['Coat'], value: 30 }),
			cartRecord({ at: LEFT + 1 }),
		]);
		expect(carts).toMatchObject([
			{ at: LEFT + 1 },
			{ at: LEFT, value: 30, products: ['Coat', 'Hat'] },
		]);
	});

	it('gives a cart to whoever changed it last, in a shop of which ids are known', () => {
		const registry = new PersonRegistry({ prefer: 'email', joinBy: ['email'] });
		const [typo, right] = ['anna@shp.example', 'anna@shop.example'].map(
			(email) => registry.register({ email }, Number.NaN)!,
		);
		const cartsOf = (idScope: 'shop' | 'customer') => {
			const ledger = new CartLedger({ idScope, repeatedIds: 'sameOrder' });
			ledger.addCart(right!, cartRecord({ ids: ['c'], at: LEFT + 1 }));
			ledger.addCart(typo!, cartRecord({ ids: ['c'] }));
			const trails = ledger.trails(registry);
			return [typo, right].map((handle) => trails.get(handle!)?.carts.length ?? 0);
		};
		expect(cartsOf('shop')).toEqual([0, 1]);
		expect(cartsOf('customer')).toEqual([1, 1]);
	});

	it('ends a cart by any of its names, whoever ordered it', () => {
		const { carts } = trailOf(
			[cartRecord({ ids: ['1', 'token'] }), cartRecord({ at: 0 })],
			(ledger) => ledger.addEnd(['token', '9'], { at: LEFT + 5, standing: 'purchase' }),
		);
		expect(carts.map(({ ends }) => ends)).toEqual([[{ at: LEFT + 5, standing: 'purchase' }], []]);
	});

	it('keeps the highest number of orders, and what was viewed with the newest first', () => {
		const trail = trailOf([], (ledger, anna) => {
			ledger.addOrderCount(anna, 2);
			ledger.addOrderCount(anna, 1);
			ledger.addOrderedAt(anna, LEFT);
			ledger.addView(anna, { at: 1, names: ['Hat'] });
			ledger.addView(anna, { at: 2, names: ['Coat'] });
		});
		expect(trail).toEqual({
			carts: [],
			views: [
				{ at: 2, names: ['Coat'] },
				{ at: 1, names: ['Hat'] },
			],
			orderedAt: [LEFT],
			orderCount: 2,
			people: [99],
		});
	});

	it('comes to the same whatever the order of the records', () => {
		const record = fc.record({
			at: fc.constantFrom(LEFT, LEFT + 1, LEFT + HOUR),
			ids: fc.constantFrom<string[]>([], ['a'], ['b', 'a']),
			version: fc.constantFrom(undefined, 1, 2),
			value: fc.constantFrom(undefined, 10, 20),
			currency: fc.constantFrom(undefined, 'EUR', 'USD'),
			products: fc.subarray(['Hat', 'Coat']),
			viewed: fc.subarray(['Shoe']),
			isInStock: fc.constantFrom(undefined, true, false),
			link: fc.constantFrom(undefined, 'one', 'other'),
			completedAt: fc.constantFrom(undefined, LEFT + 2),
		});
		const both = fc.array(record, { maxLength: 8 }).chain((records) =>
			fc.record({
				records: fc.constant(records),
				shuffled: fc.shuffledSubarray(records, { minLength: records.length }),
				repeatedIds: fc.constantFrom('sameOrder' as const, 'lineItems' as const),
			}),
		);
		const withoutSources = (
			records: readonly Omit<CartRecord, 'source'>[],
			repeatedIds: 'sameOrder' | 'lineItems',
		) =>
			trailOf(
				records.map((one, source) => ({ ...one, source })),
				undefined,
				repeatedIds,
			).carts.map((cart) => ({ ...cart, sources: cart.sources.length }));
		fc.assert(
			fc.property(both, ({ records, shuffled, repeatedIds }) => {
				expect(withoutSources(shuffled, repeatedIds)).toEqual(withoutSources(records, repeatedIds));
			}),
		);
	});
});
