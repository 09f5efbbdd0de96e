import type { AttributeName } from '../AttributeName';
import type { Attribute, WorkedOutAttribute } from '../attributes';
import { COMPANY_SIZES, REVENUE_BANDS } from './sizeBands';

/** What attributes are called that are worked out from others by figures. */
export const DERIVED_NAMES: Readonly<Record<WorkedOutAttribute, Omit<AttributeName, 'fields'>>> =
	Object.freeze({
		ageBand: {
			label: 'Age Band',
			description: 'From the age: 0-17, 18-24, 25-34, 35-44, 45-54, 55-64, 65+, or your own bands',
			kind: 'text',
		},
		companySize: {
			label: 'Company Size',
			description: `From the employees, as the European Union counts: ${COMPANY_SIZES.join(', ')}`,
			kind: 'text',
		},
		return: {
			label: 'Return',
			description:
				'What the customer brings in major units: total spent times margin, less the cost to serve; below zero the customer costs more',
			kind: 'amount',
		},
		revenueBand: {
			label: 'Revenue Band',
			description: `From the yearly revenue in its own currency: ${REVENUE_BANDS.join(', ')}`,
			kind: 'text',
		},
	});

/** Whether an attribute is worked out from others by figures. */
export function isWorkedOut(attribute: Attribute): attribute is WorkedOutAttribute {
	return attribute in DERIVED_NAMES;
}
