import type { INodeProperties } from 'n8n-workflow';

/** What a good outcome is called by systems and people. */
export const GOOD_OUTCOMES = 'yes, true, 1, won, customer, closedwon, converted, success';

/** What is set to learn a model, in the order of the form. */
export const learnProperties: INodeProperties[] = [
	{
		displayName:
			'Give past leads, one item each, with what was known of them at the time and what became of them. The result is a model to paste under Model of a Score Lead node, with a report.',
		name: 'learnNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Outcome Field',
		name: 'outcomeField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. becameCustomer',
		description: 'The field that tells what became of the lead, e.g. won or lost',
	},
	{
		displayName: 'Good Outcomes',
		name: 'goodOutcomes',
		type: 'string',
		default: GOOD_OUTCOMES,
		placeholder: 'e.g. won, customer',
		description:
			'Values of Outcome Field that you wish for, with commas between; * for any that is given. Letter case, spaces and underscores do not matter. Every other value counts as not reached, a blank one leaves the lead out.',
	},
	{
		displayName: 'Learn From',
		name: 'learnFrom',
		type: 'string',
		default: '',
		placeholder: 'e.g. industry, company.employees, visits',
		description:
			'Fields to learn from, with commas between; all fields where left empty. A name stands for all fields inside it.',
	},
	{
		displayName: 'Leave Out',
		name: 'leaveOut',
		type: 'string',
		default: '',
		placeholder: 'e.g. dealAmount, closedAt',
		description: 'Fields not to learn from, such as those known only after the outcome',
	},
	{
		displayName: 'Engagement Fields',
		name: 'engagementFields',
		type: 'string',
		default: '',
		placeholder: 'e.g. visits, mailClicks',
		description:
			'Fields that tell what a lead does, with commas between; those with usual names such as visits are recognised, all others tell who the lead is',
	},
];

/** Options of learning. */
export const learnOptions: INodeProperties[] = [
	{
		displayName: 'Blank Outcomes',
		name: 'blankOutcomes',
		type: 'options',
		options: [
			{
				name: 'Leave Out',
				value: 'leaveOut',
				description: 'What became of the lead is not known yet',
			},
			{
				name: 'Not Reached',
				value: 'notReached',
				description: 'Only good outcomes are written down, such as a closing date or a mark',
			},
		],
		default: 'leaveOut',
		description: 'What a lead without a value in Outcome Field stands for',
	},
	{
		displayName: 'Held Back (%)',
		name: 'heldBackPercent',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 90 },
		default: 30,
		description:
			'Share of the leads on which the model is measured without having learned from them; the model given learns from all',
	},
	{
		displayName: 'Leave Out Suspects',
		name: 'leaveOutSuspects',
		type: 'boolean',
		default: true,
		description:
			'Whether fields are left out that look as if they were known only after the outcome; the report names them either way',
	},
	{
		displayName: 'Points in All',
		name: 'pointsInAll',
		type: 'number',
		typeOptions: { minValue: 10 },
		default: 100,
		description: 'The score of the best lead there can be',
	},
];
