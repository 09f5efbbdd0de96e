import type { INodeProperties } from 'n8n-workflow';

/** The reference date, alike in all nodes that judge by dates. */
export const asOfOption: INodeProperties = {
	displayName: 'As Of',
	name: 'asOf',
	type: 'dateTime',
	default: '',
	description:
		'The day as of which to judge, for repeatable results and for looking back; empty for now. Orders after it are left out.',
};

/** How dates in text are read, alike in all nodes that read them. */
export const dateFormatOption: INodeProperties = {
	displayName: 'Date Format',
	name: 'dateFormat',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'auto',
			description:
				'Year first, seconds, milliseconds and serial numbers; 03/04/2026, which can be read in two ways, is refused',
		},
		{ name: 'Day First', value: 'dayFirst', description: '31/12/2026 or 31.12.2026' },
		{ name: 'Month First', value: 'monthFirst', description: '12/31/2026' },
	],
	default: 'auto',
	description: 'How dates written as text are read',
};

/** What becomes of records that cannot be read. */
export function onBadDataOption(skipDescription: string): INodeProperties {
	return {
		displayName: 'On Bad Data',
		name: 'onBadData',
		type: 'options',
		options: [
			{
				name: 'Send to Error Output',
				value: 'errorOutput',
				description: 'Needs On Error in Settings to be Continue (using error output)',
			},
			{ name: 'Skip and Report', value: 'skip', description: skipDescription },
			{
				name: 'Stop the Workflow',
				value: 'stop',
				description: 'Stop at the first one with a message that names it',
			},
		],
		default: 'skip',
		description: 'What to do with values that cannot be read',
	};
}

/** The key under which a node puts its result. */
export function outputFieldOption(name: string): INodeProperties {
	return {
		displayName: 'Output Field',
		name: 'outputField',
		type: 'string',
		default: name,
		description: 'The field under which the result is added to the item',
	};
}

/** How field names are read, alike in all nodes. */
export const disableDotNotationOption: INodeProperties = {
	displayName: 'Disable Dot Notation',
	name: 'disableDotNotation',
	type: 'boolean',
	default: false,
	description:
		'Whether to take field names to the letter, so that customer.email is one field and not a field in a field',
};

/** Options in the alphabetical order in which n8n shows them. */
export function inAlphabeticalOrder(options: INodeProperties[]): INodeProperties[] {
	return [...options].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}
