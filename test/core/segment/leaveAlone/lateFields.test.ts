import { lateFields } from '../../../../nodes/core/segment/leaveAlone/lateFields';

const items = (...records: object[]) => records.map((json) => ({ json }));
const nobody = (count: number, record: object = { id: 1 }) =>
	Array.from({ length: count }, () => record);

describe('lateFields', () => {
	// Source: docstring of lateFields.
	it.each<[string, object[], string[] | undefined]>([
		['at the top', [...nobody(50), { optOut: true }], ['optOut']],
		[
			'in what a source puts around',
			[...nobody(50), { properties: { hs_email_optout: 'true' } }],
			['properties', 'hs_email_optout'],
		],
		[
			'of a record with its history',
			[{ properties: { hs_email_optout: { value: 'true' } } }],
			['properties', 'hs_email_optout', 'value'],
		],
		[
			'by a path',
			[{ customer: { email_marketing_consent: { state: 'unsubscribed' } } }],
			['customer', 'email_marketing_consent', 'state'],
		],
		[
			'behind many that are blank',
			[
				...nobody(50, { email_marketing_consent: null, optOut: ' ' }),
				{ email_marketing_consent: { state: 'unsubscribed' } },
			],
			['email_marketing_consent', 'state'],
		],
		['nowhere', nobody(50), undefined],
		['deeper than sources put it', [{ properties: { contact: { optOut: true } } }], undefined],
		['in what is no wrapper', [{ order: { optOut: true } }], undefined],
	])('finds a field %s', (_, records, path) => {
		expect(lateFields(items(...records), ['unsubscribed'], 0).get('unsubscribed')).toEqual(path);
	});

	it('looks at none before the given one', () => {
		const records = items({ optOut: true }, { id: 2 });
		expect(lateFields(records, ['unsubscribed'], 1).size).toBe(0);
		expect(lateFields(records, ['unsubscribed'], 0).size).toBe(1);
	});

	it('finds each of several, the one after the other', () => {
		const records = items(
			...nobody(5),
			{ optOut: true },
			{ id: 2 },
			{ bounced: 'yes', consent: 1 },
		);
		const found = lateFields(records, ['bounced', 'consent', 'unsubscribed'], 0);
		expect(Object.fromEntries(found)).toEqual({
			unsubscribed: ['optOut'],
			bounced: ['bounced'],
			consent: ['consent'],
		});
		expect(lateFields(records, ['consent'], 0).has('bounced')).toBe(false);
	});
});
