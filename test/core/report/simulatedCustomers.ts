import { seeded } from '../seeded';

const PLACES = [
	['Austria', 'Vienna', 14],
	['Austria', 'Graz', 6],
	['Austria', 'Linz', 4],
	['Germany', 'Berlin', 24],
	['Germany', 'Munich', 18],
	['Germany', 'Hamburg', 15],
	['Switzerland', 'Zurich', 11],
	['Switzerland', 'Bern', 8],
] as const;

const INTERESTS = ['bread', 'coffee', 'tea', 'cakes', 'gifts'] as const;

/** Customers of a bakery's online shop, as Classify Lifecycle, Detect Lapsed and a CRM would leave them. */
export function simulatedCustomers(count: number, seed = 7) {
	const chance = seeded(seed);
	const below = (share: number) => chance() < share;
	const weighted = () => {
		let left = chance() * PLACES.reduce((sum, [, , weight]) => sum + weight, 0);
		return PLACES.find(([, , weight]) => (left -= weight) < 0) ?? PLACES[0];
	};
	return Array.from({ length: count }, (_, i) => {
		const [country, city] = weighted();
		const age = Math.floor(19 + 55 * chance());
		const source = ['organic', 'newsletter', 'partner', 'referral'][
			Math.floor(chance() ** 1.4 * 4)
		]!;
		const isSubscriber = below(age < 40 ? 0.35 : 0.12);
		const isFan = below(source === 'referral' ? 0.5 : 0.12);
		const orders = below(0.12) ? 0 : 1 + Math.floor(-Math.log(chance()) * (isFan ? 9 : 2.2));
		const average = 18 + 30 * chance() + (country === 'Switzerland' ? 22 : 0) + (isFan ? 12 : 0);
		const everyDays = Math.round(14 + 60 * chance());
		const silence = Math.floor(-Math.log(chance()) * (isSubscriber || isFan ? 40 : 130));
		const ratio = silence / everyDays;
		const stage =
			orders === 0
				? 'prospect'
				: ratio > 8
					? 'lost'
					: ratio > 3
						? 'lapsed'
						: orders > 10
							? 'advocate'
							: 'customer';
		const probability = orders === 0 ? 0 : Math.max(0.01, 0.92 * Math.exp(-ratio / 2.5));
		const expectedOrders = probability * Math.max(1, 60 / everyDays);
		const money = (value: number) => Math.round(value * 100) / 100;
		const spent = money(orders * average);
		const wasGone = stage === 'lapsed' ? below(0.75) : stage === 'lost' ? below(0.9) : below(0.04);
		const before =
			orders === 0
				? 'Prospects'
				: stage === 'lost' || stage === 'lapsed'
					? wasGone
						? stage === 'lost' && below(0.85)
							? 'Everyone Else'
							: 'Lapsed'
						: 'Regulars'
					: spent >= 450
						? below(0.9)
							? 'VIP'
							: 'Regulars'
						: orders === 1
							? below(0.1)
								? 'Newsletter'
								: 'First-Timers'
							: wasGone
								? 'Lapsed'
								: 'Regulars';
		return {
			id: 10_000 + i,
			email: `customer${i}@shop.example`,
			country,
			city,
			age,
			source,
			plan: isSubscriber ? 'weekly box' : 'none',
			channel: below(age > 55 ? 0.5 : 0.15) ? 'phone' : 'online',
			interests: INTERESTS.filter((interest) =>
				below(interest === 'gifts' && orders === 1 ? 0.6 : 0.25),
			),
			newsletter: below(0.6),
			unsubscribed: below(0.04),
			margin: 28 + Math.round(14 * chance()),
			costToServe:
				orders === 0 ? null : 1 + Math.floor((orders === 1 || below(0.4) ? 9 : 3) * chance()),
			crm: { segment: below(0.05) ? null : before },
			boughtSince: below(0.1 + 0.3 * probability),
			lifecycle: {
				customerKey: `customer${i}@shop.example`,
				stage,
				orders,
				totalSpent: spent,
				currency: 'EUR',
				averageOrderValue: orders === 0 ? null : money(average),
				daysSinceLastOrder: orders === 0 ? null : silence,
				expectedIntervalDays: orders === 0 ? null : everyDays,
				buyerType: orders === 0 ? 'none' : orders === 1 ? 'oneTime' : 'repeat',
				engagement: { level: below(0.5 * Math.exp(-silence / 90)) ? 'engaged' : 'dormant' },
			},
			lapse: {
				customerKey: `customer${i}@shop.example`,
				status: stage === 'lost' ? 'lost' : stage === 'lapsed' ? 'lapsed' : 'active',
				expectedOrders: Math.round(expectedOrders * 1000) / 1000,
				returnProbability: Math.round(probability * 1000) / 1000,
				expectedValue: money(expectedOrders * average),
				horizonDays: 60,
				currency: 'EUR',
			},
		};
	});
}
