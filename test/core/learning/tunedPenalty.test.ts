import { leadColumns } from '../../../nodes/core/learning/LeadColumn';
import { learnPoints } from '../../../nodes/core/learning/learnPoints';
import { tunedPenalty } from '../../../nodes/core/learning/tunedPenalty';
import { fieldsOf } from './bankLeads';
import { noise, randomLeads } from './randomLeads';

type Labelled = ReturnType<typeof noise>;

function inputOf({ leads, outcomes }: Labelled) {
	const names = ['employees', 'industry', 'title', 'visits', 'tags', 'age', 'demo'];
	const columns = fieldsOf(leads)
		.filter(({ name }) => names.includes(name))
		.flatMap(leadColumns);
	const rows = Int32Array.from(leads, (_, i) => i);
	return [columns, rows, Uint8Array.from(outcomes, Number)] as const;
}

const tuned = (leads: Labelled, penalty?: number) => tunedPenalty(...inputOf(leads), penalty);

describe('tunedPenalty', () => {
	it('believes nothing of noise', () => {
		const found = [1, 2, 3, 4].map((seed) => tuned(noise(800, seed)));
		const mean = found.reduce((sum, { slope }) => sum + slope, 0) / found.length;
		expect(mean).toBeLessThan(0.5);
		for (const { penalty } of found) expect(penalty).toBeGreaterThanOrEqual(30);
	});

	it('believes what many leads say, and restrains few', () => {
		const many = tuned(randomLeads(4000, 1));
		expect(many.slope).toBeGreaterThan(0.85);
		expect(many.slope).toBeLessThan(1.15);
		expect(many.penalty).toBeLessThanOrEqual(10);
	});

	it('believes a light penalty less: it promises too much', () => {
		const leads = randomLeads(200, 4);
		const [light, heavy] = [tuned(leads, 0.01), tuned(leads, 30)];
		expect(light.penalty).toBe(0.01);
		expect(light.slope).toBeLessThan(0.7);
		expect(heavy.slope).toBeGreaterThan(light.slope + 0.2);
	});

	it('asks one part in five where there are many leads, and says much the same', () => {
		const { slope, penalty } = tuned(randomLeads(6000, 2));
		expect(slope).toBeGreaterThan(0.85);
		expect(slope).toBeLessThan(1.15);
		expect(penalty).toBeLessThanOrEqual(30);
	});

	it('is careful where there are too few leads to find out', () => {
		const { leads } = noise(40, 1);
		const few = { leads, outcomes: leads.map((_, i) => i < 4) };
		expect(tuned(few)).toEqual({ penalty: 30, slope: 1 });
		expect(tuned(few, 7)).toEqual({ penalty: 7, slope: 1 });
	});
});

describe('learnPoints', () => {
	it('lets probabilities differ by the slope', () => {
		const input = inputOf(randomLeads(500, 3));
		const at = (slope: number) =>
			learnPoints(...input, { pointsInAll: 100, tuning: { penalty: 3, slope } })!.probability;
		expect(at(0.5).perPoint).toBeCloseTo(at(1).perPoint / 2, 12);
		expect(at(0).perPoint).toBe(0);
		// Then every lead has the base rate.
		const [, , outcomes] = input;
		const rate = outcomes.reduce((sum, one) => sum + one, 0) / outcomes.length;
		expect(1 / (1 + Math.exp(-at(0).intercept))).toBeCloseTo(rate, 8);
	});
});
