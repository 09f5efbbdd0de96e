import type { INodeProperties } from 'n8n-workflow';

import { contactRuleProperties } from '../../shared/memory/contactRuleProperties';

/** Rules that carts have no use for: each of their reminders is due at an age of its own. */
const RULES_OF_DAYS: ReadonlySet<string> = new Set(['againAfterDays', 'mostTimes']);

const whereRemembered = { memory: ['dataTable', 'workflow'] };
const whereToldOnce = { ...whereRemembered, tellOnce: ['claim', 'once'] };

/** A rule as it is shown where something other than carts is watched. */
function notForCarts(rule: INodeProperties): INodeProperties {
	if (!RULES_OF_DAYS.has(rule.name)) return rule;
	return { ...rule, displayOptions: { ...rule.displayOptions, hide: { '/watch': ['carts'] } } };
}

function rulesOfNode(property: INodeProperties): INodeProperties {
	if (property.type !== 'collection') return property;
	return { ...property, options: (property.options as INodeProperties[]).map(notForCarts) };
}

const [tellOnce, ...rules] = contactRuleProperties.map(rulesOfNode);

/** Under which name is remembered who was told, who is told once, and how. */
export const tellProperties: INodeProperties[] = [
	{
		displayName: 'Campaign Name',
		name: 'campaignName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Win-Back',
		description:
			'What customers are told is remembered under this name: nodes with the same name and memory tell nobody twice. Left empty, it is Win-Back for purchases, Abandoned Cart, Stuck Deals or Re-Engagement.',
		displayOptions: { show: whereRemembered },
	},
	...(tellOnce ? [tellOnce] : []),
	{
		displayName: 'Told Outputs',
		name: 'toldOutputs',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'First and Second',
				value: 'atRiskAndLapsed',
				description:
					'A message hangs on At Risk too: whoever is at risk is told once of that, and once more when lapsed',
			},
			{
				name: 'First Only',
				value: 'lapsed',
				description: 'A message hangs on the first output: Lapsed, Stuck or Inactive',
			},
		],
		default: 'lapsed',
		description: 'The outputs on which everybody leaves only when they are to be told',
		displayOptions: { show: whereToldOnce, hide: { watch: ['carts'] } },
	},
	{
		displayName: 'Contact Channel',
		name: 'contactChannel',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Ads', value: 'ads' },
			{ name: 'E-Mail', value: 'email' },
			{ name: 'Phone', value: 'phone' },
			{ name: 'Post', value: 'post' },
			{ name: 'SMS', value: 'sms' },
			{ name: 'Telegram', value: 'telegram' },
		],
		default: 'email',
		description:
			'How customers are told behind this node, for Cooldown per Channel and for the memory',
		displayOptions: { show: whereToldOnce },
	},
	...rules,
];
