import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { SECTORS } from '../../core/attribute/recognition/recognised';
import {
	CHOICE_NAMES,
	DEFAULT_CHOICES,
	type TemplateChoice,
	type TemplateChoices,
} from '../../core/lead/templates/TemplateChoices';
import { TEMPLATES, TEMPLATE_NAMES } from '../../core/lead/templates/templates';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { inAlphabeticalOrder } from '../../shared/runOptions';

const CHOICES = Object.keys(DEFAULT_CHOICES) as TemplateChoice[];

/** A name in camelCase as people read it. */
function inWords(name: string): string {
	return name.replace(/^./, (letter) => letter.toUpperCase()).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

function propertyOf(choice: TemplateChoice): INodeProperties {
	const { label, description, placeholder } = CHOICE_NAMES[choice];
	const templates = TEMPLATE_NAMES.filter((name) => TEMPLATES[name].choices.includes(choice));
	const common = {
		displayName: label,
		name: choice,
		description,
		displayOptions: { show: { '/template': [...templates] } },
	};
	const value = DEFAULT_CHOICES[choice];
	if (choice === 'targetSectors') {
		return {
			...common,
			type: 'multiOptions',
			options: SECTORS.map((sector) => ({ name: inWords(sector), value: sector })).sort((a, b) =>
				a.name.localeCompare(b.name, 'en'),
			),
			default: [],
		};
	}
	return typeof value === 'number'
		? { ...common, type: 'number', typeOptions: { minValue: 0 }, placeholder, default: value }
		: { ...common, type: 'string', placeholder, default: value.join(', ') };
}

/** What fits a template to the user's market. */
export const templateChoicesProperty: INodeProperties = {
	displayName: 'Your Market',
	name: 'market',
	type: 'collection',
	placeholder: 'Add what you know',
	default: {},
	description:
		'Whom you sell to and what you sell; rules of a template that ask for more are left out',
	options: inAlphabeticalOrder(CHOICES.map(propertyOf)),
};

/** What the user has said of the market; the template's own figures for the rest. */
export function readTemplateChoices(parameters: NodeParameters): Partial<TemplateChoices> {
	return Object.fromEntries(
		CHOICES.map((choice) => {
			const path = `market.${choice}`;
			const value = DEFAULT_CHOICES[choice];
			if (choice === 'targetSectors') {
				return [choice, parameters.constant(path, z.array(z.enum(SECTORS)).optional())];
			}
			const schema = typeof value === 'number' ? schemas.notNegative : schemas.list;
			return [choice, parameters.constant(path, schema.optional())];
		}),
	);
}
