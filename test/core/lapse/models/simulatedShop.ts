import { seeded } from '../../seeded';

/** What is drawn by the distributions of the models. */
function draws(seed: number) {
	const uniform = seeded(seed);
	const exponential = (rate: number) => -Math.log(uniform()) / rate;
	const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
	/** Marsaglia and Tsang 2000, with a rate of 1. */
	const gamma = (shape: number): number => {
		if (shape < 1) return gamma(shape + 1) * uniform() ** (1 / shape);
		const d = shape - 1 / 3;
		for (;;) {
			const z = normal();
			const v = (1 + z / Math.sqrt(9 * d)) ** 3;
			if (v > 0 && Math.log(uniform()) < z * z * 0.5 + d - d * v + d * Math.log(v)) return d * v;
		}
	};
	const beta = (a: number, b: number) => {
		const part = gamma(a);
		return part / (part + gamma(b));
	};
	return { uniform, exponential, gamma, beta };
}

type Chance = ReturnType<typeof draws>;

/** How the customers of a shop leave it. */
type Leaving =
	| { after: 'anyOrder' | 'repeatOrder'; a: number; b: number }
	| { after: 'time'; s: number; beta: number };

export interface Shop {
	customers: number;
	r: number;
	alpha: number;
	leaving: Leaving;
	/** Customers are observed for this many days, or for half to all of them. */
	days: number;
	seed: number;
}

export interface SimulatedCounts {
	x: number[];
	tx: number[];
	T: number[];
	/** Orders of each customer in as many days after T as they were observed before. */
	later: number[];
}

function lifetime(leaving: Leaving, chance: Chance): number {
	return leaving.after === 'time'
		? chance.exponential(chance.gamma(leaving.s) / leaving.beta)
		: Number.POSITIVE_INFINITY;
}

/** Plays the story the models tell, customer by customer. Times have fractions. */
export function simulateShop({ customers, r, alpha, leaving, days, seed }: Shop): SimulatedCounts {
	const chance = draws(seed);
	const counts: SimulatedCounts = { x: [], tx: [], T: [], later: [] };
	for (let customer = 0; customer < customers; customer++) {
		const T = days * (0.5 + 0.5 * chance.uniform());
		const rate = chance.gamma(r) / alpha;
		const risk = leaving.after === 'time' ? 0 : chance.beta(leaving.a, leaving.b);
		const end = lifetime(leaving, chance);
		let [x, tx, later, t] = [0, 0, 0, 0];
		let isAlive = leaving.after !== 'anyOrder' || chance.uniform() >= risk;
		while (isAlive) {
			t += chance.exponential(rate);
			if (t > Math.min(end, 2 * T)) break;
			if (t <= T) {
				x += 1;
				tx = t;
			} else later += 1;
			isAlive = chance.uniform() >= risk;
		}
		counts.x.push(x);
		counts.tx.push(tx);
		counts.T.push(T);
		counts.later.push(later);
	}
	return counts;
}
