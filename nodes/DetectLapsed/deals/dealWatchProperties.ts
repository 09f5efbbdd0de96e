import type { INodeProperties } from 'n8n-workflow';

/** Sources whose fields the user names; with Auto-Detect they are used where none is recognised. */
const NAMED_SOURCES = ['auto', 'custom'];

function dealField(
	property: Pick<
		INodeProperties,
		'displayName' | 'name' | 'default' | 'placeholder' | 'description'
	>,
): INodeProperties {
	return {
		...property,
		type: 'string',
		requiresDataPath: 'single',
		displayOptions: { show: { dealSource: NAMED_SOURCES } },
	};
}

/** Where deals are found, and when one is stuck. */
export const dealWatchProperties: INodeProperties[] = [
	{
		displayName: 'Deals From',
		name: 'dealSource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'ActiveCampaign',
				value: 'activeCampaign',
				description:
					'Does not tell activities or stage changes of a deal, so that Idle counts from its creation',
			},
			{
				name: 'Auto-Detect',
				value: 'auto',
				description:
					'Recognises the systems of this list and says which it was, else reads the fields named below',
			},
			{
				name: 'Custom',
				value: 'custom',
				description: 'Any items or rows of a sheet: you name the fields below',
			},
			{
				name: 'HubSpot',
				value: 'hubSpot',
				description:
					'Ask for dealstage, hs_is_closed, hs_is_closed_won, notes_last_updated, notes_next_activity_date and hs_v2_date_entered_current_stage',
			},
			{
				name: 'Pipedrive',
				value: 'pipedrive',
				description: 'Version 2 of the Pipedrive node does not tell the last and next activity',
			},
		],
		default: 'auto',
		description: 'Where the deals come from, one item each',
	},
	{
		...dealField({
			displayName: 'Deal ID Field',
			name: 'dealIdField',
			default: 'id',
			placeholder: 'e.g. deal_id',
			description: 'The field by which a deal that comes twice is recognised',
		}),
		required: true,
	},
	dealField({
		displayName: 'Deal Title Field',
		name: 'dealTitleField',
		default: '',
		placeholder: 'e.g. title',
		description: 'The field with the name of the deal',
	}),
	dealField({
		displayName: 'Deal Status Field',
		name: 'dealStatusField',
		default: 'status',
		placeholder: 'e.g. status',
		description:
			'The field that tells whether the deal is open, won or lost; empty is open unless its stage is called won or lost',
	}),
	dealField({
		displayName: 'Deal Stage Field',
		name: 'dealStageField',
		default: 'stage',
		placeholder: 'e.g. stage',
		description: 'The field with the stage in which the deal is',
	}),
	dealField({
		displayName: 'Deal Value Field',
		name: 'dealValueField',
		default: '',
		placeholder: 'e.g. amount',
		description: 'The field with what the deal is worth',
	}),
	dealField({
		displayName: 'Deal Created Field',
		name: 'dealCreatedField',
		default: 'created_at',
		placeholder: 'e.g. created_at',
		description: 'The field with the date on which the deal was created',
	}),
	dealField({
		displayName: 'Stage Changed Field',
		name: 'stageChangedField',
		default: '',
		placeholder: 'e.g. stage_changed_at',
		description:
			'The field with the date on which the deal came into its stage; where it is empty, the deal is in its first stage since it was created',
	}),
	dealField({
		displayName: 'Last Activity Field',
		name: 'lastActivityField',
		default: '',
		placeholder: 'e.g. last_activity_at',
		description: 'The field with the date of the last call, mail or meeting',
	}),
	dealField({
		displayName: 'Next Activity Field',
		name: 'nextActivityField',
		default: '',
		placeholder: 'e.g. next_activity_at',
		description: 'The field with the date of the next activity that is planned',
	}),
	{
		displayName: 'Measure',
		name: 'dealMeasure',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Age', value: 'age', description: 'Days since the deal was created' },
			{
				name: 'Idle',
				value: 'idle',
				description: 'Days since something was last done about the deal',
			},
			{
				name: 'Time in Stage',
				value: 'timeInStage',
				description: 'Days since the deal came into its stage',
			},
		],
		default: 'idle',
		description: 'Which days of an open deal are counted',
	},
	{
		displayName: 'Fields That Reset the Clock',
		name: 'clockFields',
		type: 'multiOptions',
		options: [
			{ name: 'Creation', value: 'created' },
			{ name: 'Last Activity', value: 'lastActivity' },
			{
				name: 'Last Change',
				value: 'lastChange',
				description: 'Any edit of the record, also one made by an automation',
			},
			{ name: 'Stage Change', value: 'stageChange' },
		],
		default: ['created', 'lastActivity', 'stageChange'],
		description:
			'Idle days count from the newest of these. A further date can be named under Other Activity Field in Options.',
		displayOptions: { show: { dealMeasure: ['idle'] } },
	},
	{
		displayName: 'Stuck After (Days)',
		name: 'stuckAfterDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 14,
		description: 'Days after which a deal is stuck, in stages that are not in the table below',
	},
	{
		displayName: 'Stage Limits',
		name: 'stageLimits',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Stage',
		default: {},
		description: 'Stages in which a deal may rest for longer, or less long, than in the others',
		options: [
			{
				displayName: 'Stage',
				name: 'values',
				values: [
					{
						displayName: 'Stage',
						name: 'stage',
						type: 'string',
						default: '',
						placeholder: 'e.g. Negotiation',
						description: 'The name or ID of the stage as the deals have it, in upper or lower case',
					},
					{
						displayName: 'Stuck After (Days)',
						name: 'days',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 14,
						description: 'Days after which a deal is stuck in this stage',
					},
				],
			},
		],
	},
	{
		displayName:
			'Deals that are won or lost are never stuck: they leave on the last output. So do deals with an activity planned for today or later.',
		name: 'dealNotice',
		type: 'notice',
		default: '',
	},
];

/** Options of the watch over deals. */
export const dealWatchOptions: INodeProperties[] = [
	{
		displayName: 'Deal At Risk From (% of Limit)',
		name: 'dealAtRiskFrom',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 75,
		description: 'Share of the limit beyond which a deal is at risk',
	},
	{
		displayName: 'Deal Contact Field',
		name: 'dealContactField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. contact.email',
		description:
			'The field with the ID or e-mail address of the person or company that the deal is with; known by itself of CRM systems',
	},
	{
		displayName: 'Deal Currency Field',
		name: 'dealCurrencyField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. currency',
		description:
			'The field with the currency of the value; without it, a sign or code beside the value tells',
	},
	{
		displayName: 'Deal Last Change Field',
		name: 'dealLastChangeField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. updated_at',
		description:
			'The field with the date of the last edit: of several records of one deal the newest counts. Known by itself of CRM systems.',
	},
	{
		displayName: 'Deal Owner Field',
		name: 'dealOwnerField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. owner',
		description: 'The field that tells who works on the deal; known by itself of CRM systems',
	},
	{
		displayName: 'Given Up After (Times the Limit)',
		name: 'givenUpAfterTimes',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 2 },
		default: 4,
		description: 'How many times its limit a deal lasts before it is to be closed',
	},
	{
		displayName: 'Lost Statuses',
		name: 'lostStatuses',
		type: 'string',
		default: '',
		placeholder: 'e.g. rejected, no budget',
		description:
			'Further statuses or stages of deals that are lost, with commas between; words such as lost, closedlost and cancelled are known',
	},
	{
		displayName: 'Other Activity Field',
		name: 'otherActivityField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. last_quote_sent_at',
		description:
			'A further field with a date that resets the clock of idle days, whatever the source',
	},
	{
		displayName: 'Planned Activity Suspends',
		name: 'plannedActivitySuspends',
		type: 'boolean',
		default: true,
		description:
			'Whether a deal with an activity planned for today or later is never stuck; an activity that is overdue does not help',
	},
	{
		displayName: 'Won Statuses',
		name: 'wonStatuses',
		type: 'string',
		default: '',
		placeholder: 'e.g. signed, 4711',
		description:
			'Further statuses or stages of deals that are won, with commas between; words such as won and closedwon are known',
	},
];
