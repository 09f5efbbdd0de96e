import type { INodeProperties } from 'n8n-workflow';

import { contactRuleProperties } from '../../shared/memory/contactRuleProperties';
import { shownWhere } from '../../shared/shownWhere';

/** What is remembered of the people who are split, and how often they are told. */
export const rememberingProperties: INodeProperties[] = [
	...shownWhere(
		'memory',
		['dataTable', 'workflow'],
		[
			{
				displayName: 'Customer Field',
				name: 'customerField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. email',
				description:
					'The field that identifies a customer in the memory; without it the key of an earlier node, the e-mail address or the ID',
			},
		],
	),
	...contactRuleProperties,
	...shownWhere(
		'memory',
		['dataTable', 'workflow'],
		shownWhere(
			'tellOnce',
			['claim', 'once'],
			[
				{
					displayName:
						'The output of a segment now holds only who is to be told: the others leave with Everyone Else or, where it is on, on the output for the suppressed. A campaign is told once in each stay in its segment.',
					name: 'tellOnceNotice',
					type: 'notice',
					default: '',
				},
			],
		),
	),
];
