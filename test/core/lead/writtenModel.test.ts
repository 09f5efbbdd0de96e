import { checkLeadModel, type LeadModelInput } from '../../../nodes/core/lead/LeadModel';
import { TEMPLATES, TEMPLATE_NAMES } from '../../../nodes/core/lead/templates/templates';
import { writtenModel } from '../../../nodes/core/lead/writtenModel';

const SMALL: LeadModelInput = {
	name: 'Small',
	version: null,
	rules: [
		{
			name: 'In Bern',
			category: 'fit',
			counts: 'lead',
			points: 10,
			conditions: [{ field: 'city', operator: 'equals', value: 'Bern' }],
		},
	],
	bands: { hotFrom: 80, warmFrom: 50, margin: 5 },
};

describe('writtenModel', () => {
	it('leaves out what goes without saying', () => {
		expect(writtenModel(checkLeadModel(SMALL, 'Model'))).toEqual(SMALL);
	});

	it('keeps what differs from that', () => {
		const [rule] = SMALL.rules;
		const model: LeadModelInput = {
			...SMALL,
			rules: [{ ...rule!, match: 'any', caseSensitive: true, decay: { kind: 'none' } }],
			grades: { fit: [75, 50, 25], engagement: [50] },
			scoreAtLeast: -20,
			decay: { kind: 'halfLife', days: 30 },
		};
		expect(writtenModel(checkLeadModel(model, 'Model'))).toEqual(model);
	});

	it.each(TEMPLATE_NAMES)('is read again as the same model: %s', (name) => {
		for (const hasActivities of [true, false]) {
			const model = checkLeadModel(
				TEMPLATES[name].model(
					{ targetCountries: ['AT'], ownCompetitors: ['Rival'] },
					hasActivities,
				),
				'Model',
			);
			const written: unknown = JSON.parse(JSON.stringify(writtenModel(model)));
			expect(checkLeadModel(written, 'Model')).toEqual(model);
		}
	});
});
