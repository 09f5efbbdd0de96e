import { leadColumns } from '../../../nodes/core/learning/LeadColumn';
import { levelName } from '../../../nodes/core/learning/Level';
import { planField } from '../../../nodes/core/learning/planField';

const OUTCOMES = Uint8Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 1 : 0));

/** How a field of 400 leads is planned, of which every fourth became a customer. */
function planOf(value: (i: number) => unknown, name = 'field', leads = 400) {
	const values = Array.from({ length: 400 }, (_, i) => value(i));
	const [column] = leadColumns({ name, category: 'fit', values });
	const rows = Int32Array.from({ length: leads }, (_, i) => i);
	return { column: column!, plan: planField(column!, rows, OUTCOMES) };
}

/** The name of the level that each of some leads is on. */
function levelsOf(value: (i: number) => unknown, rows: readonly number[], leads = 400) {
	const { column, plan } = planOf(value, 'field', leads);
	if ('reason' in plan) throw new Error(plan.reason);
	return rows.map((row) => {
		const level = plan.levelOf[column.codes[row]!]!;
		return level < 0 ? null : levelName(plan.levels[level]!);
	});
}

describe('planField', () => {
	it.each<[string, string, (i: number) => unknown, string]>([
		['never given', 'field', () => ' ', 'never given'],
		['alike', 'field', () => 'x', 'the same value for every lead'],
		['a number that tells nothing', 'field', (i) => Math.floor(i / 4) % 7, 'tells nothing'],
		['a date', 'field', (i) => `2025-01-${10 + (i % 9)}`, 'a date'],
		['nested', 'field', (i) => ({ i }), 'nested records'],
		['a text of its own', 'field', (i) => `lead ${i}`, 'an ID or free text'],
		['a running number', 'field', (i) => 5000 - i, 'a running number'],
		['an id', 'orderNo', (i) => (i * 7919) % 100_003, 'an ID or a running number'],
		[
			'too many texts',
			'field',
			(i) => `town ${i % 150}`,
			'too many different values: those that are frequent cover 0 % of the leads',
		],
		['given too rarely', 'field', (i) => (i < 5 ? 'x' : null), 'given for 5 of 400 leads only'],
		['a rare tag', 'field', (i) => (i < 5 ? ['x'] : []), 'too few leads have it'],
	])('leaves out what is %s', (_, name, value, reason) => {
		const { plan } = planOf(value, name);
		expect('reason' in plan && plan.reason).toContain(reason);
	});

	it('names frequent texts, pools rare ones, and takes a missing one for a level', () => {
		const value = (i: number) =>
			i < 200 ? 'Retail' : i < 300 ? ' retail' : i < 360 ? 'Health' : i < 390 ? `rare ${i}` : null;
		expect(levelsOf(value, [0, 250, 350, 370, 395])).toEqual([
			'is Retail',
			'is Retail',
			'is Health',
			'is anything else',
			'not given',
		]);
	});

	it('treats texts that were not learned from like the rare ones, where there were any', () => {
		const rare = (i: number) => (i < 150 ? 'a' : i < 295 ? 'b' : i < 300 ? `r${i}` : 'new');
		expect(levelsOf(rare, [0, 299, 350], 300)).toEqual([
			'is a',
			'is anything else',
			'is anything else',
		]);
		const none = (i: number) => (i < 150 ? 'a' : i < 300 ? 'b' : 'new');
		expect(levelsOf(none, [0, 350], 300)).toEqual(['is a', null]);
	});

	it('puts numbers into bins, whether they were learned from or not, and keeps other texts', () => {
		const value = (i: number) =>
			i % 10 === 9 ? 'unknown' : i % 4 === 0 ? 100 + (i % 50) : i === 399 ? 1e6 : `${i % 40}`;
		expect(levelsOf(value, [4, 5, 9], 300)).toEqual(['from 100 up', 'below 100', 'is unknown']);
	});

	it('counts of numbers only whether they are given, where only that tells something', () => {
		const value = (i: number) => (i % 4 === 0 ? 7 + (i % 3) : null);
		expect(levelsOf(value, [0, 1])).toEqual(['given', 'not given']);
	});

	it('counts of an ID only whether it is given', () => {
		const { plan } = planOf((i) => (i % 2 ? `+49 171 ${1000 + i}` : ''), 'phone');
		expect(plan).toMatchObject({ onlyWhetherGiven: expect.stringContaining('an ID or free text') });
		expect('levels' in plan && plan.levels.map(levelName)).toEqual(['given', 'not given']);
	});
});
