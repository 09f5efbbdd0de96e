import { leadColumns } from '../../../nodes/core/learning/LeadColumn';
import { leakageSuspects } from '../../../nodes/core/learning/leakageSuspects';
import { plannedFields } from '../../../nodes/core/learning/plannedFields';
import { fieldsOf } from './bankLeads';
import { chanceOf, noise } from './randomLeads';

/** A thousand leads, three in ten customers, with one field that knows the outcome and a chance. */
function suspectsOf(
	name: string,
	value: (won: boolean, chance: () => number) => unknown,
	length = 1000,
) {
	const chance = chanceOf(5);
	const outcomes = Uint8Array.from({ length }, (_, i) => (i % 10 < 3 ? 1 : 0));
	const leads = Array.from(outcomes, (won) => ({ [name]: value(won === 1, chance) }));
	const columns = fieldsOf(leads).flatMap(leadColumns);
	const rows = Int32Array.from(outcomes, (_, i) => i);
	return leakageSuspects(columns, plannedFields(columns, rows, outcomes).fields, rows, outcomes);
}

describe('leakageSuspects', () => {
	it.each<[string, string, (won: boolean, chance: () => number) => unknown, RegExp]>([
		[
			'a date that only customers have',
			'wonOn',
			(won) => (won ? '2025-01-31' : null),
			/^every lead with wonOn given became a customer, and they are 100 % of all who did:/,
		],
		[
			'an invoice of half the customers',
			'billing',
			(won, chance) => (won && chance() < 0.5 ? `R-${chance()}` : ''),
			/^every lead with billing given became a customer, and they are \d+ % of all who did:/,
		],
		[
			'a reason that only the others have',
			'why',
			(won, chance) => (won ? null : chance() < 0.5 ? 'price' : 'time'),
			/did not become a customer/,
		],
		[
			'a status that tells the outcome',
			'status',
			(won, chance) => (won ? 'active' : chance() < 0.01 ? 'active' : 'open'),
			/status is (active|open)/,
		],
		[
			'a number that grows afterwards',
			'seconds',
			(won, chance) => chance() * 300 + (won ? 200 : 0),
			/tells which is which in \d\d % of cases all by itself: fields that tell so much/,
		],
		[
			'a number that falls afterwards',
			'stepsLeft',
			(won, chance) => chance() * 300 - (won ? 200 : 0),
			/all by itself/,
		],
		[
			'a tag that comes with the sale',
			'tags',
			(won, chance) => (won && chance() < 0.6 ? ['onboarding'] : []),
			/has onboarding/,
		],
		[
			'a weaker number with a telling name',
			'callDuration',
			(won, chance) => chance() * 300 + (won ? 85 : 0),
			/its name tells of the time after the outcome/,
		],
		[
			'a small share with a telling name',
			'contractNumber',
			(won, chance) => (won && chance() < 0.12 ? 'C' : null),
			/contractNumber given/,
		],
	])('points out %s', (_, name, value, reason) => {
		const suspects = suspectsOf(name, value);
		expect(suspects.map(({ field }) => field)).toEqual([name]);
		expect(suspects[0]!.reason).toMatch(reason);
	});

	it.each<[string, string, (won: boolean, chance: () => number) => unknown]>([
		['a good number', 'visits', (won, chance) => chance() * 300 + (won ? 85 : 0)],
		[
			'the result of an earlier campaign',
			'previousCallDuration',
			(won, chance) => chance() * 300 + (won ? 85 : 0),
		],
		['a good answer', 'title', (won, chance) => (chance() < (won ? 0.5 : 0.2) ? 'boss' : 'other')],
		['a small share', 'voucher', (won, chance) => (won && chance() < 0.12 ? 'C' : null)],
		['a telling name that tells nothing', 'outcome', (_, chance) => (chance() < 0.5 ? 'a' : 'b')],
		[
			'no visit, without which nobody buys',
			'visits',
			(won, chance) => (won || chance() < 0.6 ? 1 + chance() * 9 : 0),
		],
	])('does not accuse %s', (_, name, value) => {
		expect(suspectsOf(name, value)).toEqual([]);
	});

	it('accuses nobody of a few leads and chance', () => {
		for (let seed = 1; seed <= 30; seed++) {
			const { leads, outcomes } = noise(120, seed);
			const columns = fieldsOf(leads).flatMap(leadColumns);
			const rows = Int32Array.from(leads, (_, i) => i);
			const own = Uint8Array.from(outcomes, Number);
			expect(leakageSuspects(columns, plannedFields(columns, rows, own).fields, rows, own)).toEqual(
				[],
			);
		}
	});

	it('needs more than a few leads to accuse', () => {
		// The same chance, with many leads and with few: AUC 0.83 with a standard error of 0.01, and of 0.08.
		const number = (won: boolean, chance: () => number) => chance() * 300 + (won ? 130 : 0);
		expect(suspectsOf('number', number, 1000)).toHaveLength(1);
		expect(suspectsOf('number', number, 30)).toEqual([]);
		const text = (won: boolean, chance: () => number) => (!won && chance() < 0.3 ? 'a' : 'b');
		expect(suspectsOf('text', text, 1000)).toHaveLength(1);
		expect(suspectsOf('text', text, 100)).toEqual([]);
	});

	it('looks at numbers themselves and not at their bins alone, rising or falling', () => {
		for (const sign of [1, -1]) {
			const number = (won: boolean, chance: () => number) =>
				sign * (chance() * 300 + (won ? 108 : 0));
			expect(suspectsOf('number', number)).toHaveLength(1);
		}
	});
});
