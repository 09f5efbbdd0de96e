import type { INodeProperties } from 'n8n-workflow';

/** n8n's own condition rows: letter case does not count, numbers written as text are numbers. */
export const conditionsProperty: INodeProperties = {
	displayName: 'Conditions',
	name: 'conditions',
	type: 'filter',
	placeholder: 'Add Condition',
	default: {},
	typeOptions: {
		filter: { caseSensitive: false, typeValidation: 'loose', version: 3 },
	},
};
