import { seededRandom } from './seededRandom.mjs';

const STAGES = ['prospect', 'customer', 'advocate', 'lapsed', 'lost'];
const SHOPS = ['shop.example', 'shop.example', 'shop.example', 'second.example'];

/** Customers of a shop as they come out of a classification. */
export function customers(count) {
	const { below, oneOf } = seededRandom();
	return Array.from({ length: count }, (_, n) => ({
		email: `customer-${n}@${oneOf(SHOPS)}`,
		orders: below(14),
		spent: below(1_000),
		lifecycle: { stage: oneOf(STAGES), since: '2026-10-01' },
	}));
}
