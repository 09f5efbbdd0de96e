import { CartLedger, type CartRecord, type CartTrail } from '../../../nodes/core/lapse/CartLedger';
import { PersonRegistry } from '../../../nodes/core/reading/PersonRegistry';
import { ANNA } from '../orderHistory';

export const HOUR = 3_600_000;

/** When the carts of these tests are left: not a midnight. */
export const LEFT = Date.parse('2026-11-21T10:00:00Z');

/** A record of a cart with nothing in it but what is given. */
export function cartRecord(more: Partial<CartRecord> = {}): CartRecord {
	return { source: 0, at: LEFT, ids: [], products: [], viewed: [], ...more };
}

/** The trail of one customer, as it is made of records. */
export function trailOf(
	records: readonly CartRecord[],
	gather: (ledger: CartLedger, handle: number) => void = () => {},
	repeatedIds: 'sameOrder' | 'lineItems' = 'sameOrder',
): CartTrail {
	const registry = new PersonRegistry({ prefer: 'email', joinBy: ['email'] });
	const anna = registry.register({ email: ANNA }, Number.NaN)!;
	const ledger = new CartLedger({ idScope: 'shop', repeatedIds });
	for (const record of records) ledger.addCart(anna, record);
	gather(ledger, anna);
	ledger.addPerson(anna, 99);
	return ledger.trails(registry).get(anna)!;
}
