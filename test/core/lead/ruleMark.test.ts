import { leadModelSchema, type LeadModelInput } from '../../../nodes/core/lead/LeadModel';
import { ruleMark, type RecordRuleOfModel } from '../../../nodes/core/lead/ruleMark';

type Rule = LeadModelInput['rules'][number];

function markOf(rule: object): string {
	const base = { name: 'Rule', category: 'fit', points: 10, counts: 'lead' };
	const { rules } = leadModelSchema.parse({ rules: [{ ...base, ...rule } as Rule] });
	return ruleMark(rules[0] as RecordRuleOfModel);
}

const FROM_AUSTRIA = { field: 'country', operator: 'equals', value: 'AT' };

describe('The mark of a rule', () => {
	it('stays where name, points, limits or fading change', () => {
		const mark = markOf({ conditions: [FROM_AUSTRIA] });
		expect(mark).toMatch(/^[0-9a-f]{8}$/);
		for (const change of [
			{ name: 'Other' },
			{ points: -3 },
			{ category: 'engagement' },
			{ group: 'Place' },
			{ pointsAtMost: 5 },
			{ decay: { kind: 'halfLife', days: 7 } },
		]) {
			expect(markOf({ conditions: [FROM_AUSTRIA], ...change })).toBe(mark);
		}
	});

	it('is another where what decides changes', () => {
		const marks = [
			{ conditions: [FROM_AUSTRIA] },
			{ conditions: [{ ...FROM_AUSTRIA, value: 'DE' }] },
			{ conditions: [{ ...FROM_AUSTRIA, operator: 'notEquals' }] },
			{ conditions: [{ attribute: 'country', operator: 'equals', value: 'AT' }] },
			{ conditions: [{ expression: 'country', operator: 'equals', value: 'AT' }] },
			{ conditions: [FROM_AUSTRIA, FROM_AUSTRIA] },
			{ conditions: [FROM_AUSTRIA], match: 'any' },
			{ conditions: [FROM_AUSTRIA], caseSensitive: true },
			{ conditions: [FROM_AUSTRIA], strictTypes: true },
			{ conditions: [FROM_AUSTRIA], dateField: 'since' },
			{ conditions: [FROM_AUSTRIA], counts: 'counter', counter: { field: 'visits' } },
			{ conditions: [FROM_AUSTRIA], counts: 'counter', counter: { field: 'opens' } },
			{ conditions: [FROM_AUSTRIA], counts: 'counter', counter: { attribute: 'visits' } },
		].map(markOf);
		expect(new Set(marks).size).toBe(marks.length);
	});
});
