import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { leadModel, type LeadCategory } from '../core/lead/scoreLead';
import { onBadDataSchema } from '../shared/BadRecords';
import { Conditions } from '../shared/conditions';
import { configurationFault, withDomainFaults } from '../shared/configurationFault';
import { NodeParameters } from '../shared/NodeParameters';
import { schemas } from '../shared/parameterSchemas';
import { properties } from './ScoreLead.description';

/** One rule of the form, ready to be asked about any lead. */
export interface LeadRule {
	name: string;
	category: LeadCategory;
	points: number;
	conditions: Conditions;
}

function readRules(context: IExecuteFunctions, parameters: NodeParameters): LeadRule[] {
	const rows = parameters.constant('rules.values', z.array(z.unknown()).default([]));
	return rows.map((_row, i) => {
		const path = `rules.values[${i}]`;
		const name = parameters.constant(`${path}.name`, schemas.text.default(`Rule ${i + 1}`));
		const conditions = new Conditions(parameters, `${path}.conditions`, name);
		if (conditions.isEmpty) {
			throw configurationFault(
				context,
				`The rule "${name}" has no condition`,
				'Add a condition that a lead must meet to get the points, or remove the rule',
			);
		}
		return {
			name,
			category: parameters.constant(
				`${path}.category`,
				z.enum(['fit', 'engagement']).default('fit'),
			),
			points: parameters.constant(`${path}.points`, schemas.number.default(10)),
			conditions,
		};
	});
}

/** All that the user has set, checked, with the defaults in place of what is not set. */
export function readConfiguration(context: IExecuteFunctions) {
	const parameters = new NodeParameters(context, properties);
	const rules = readRules(context, parameters);
	const zone = parameters.zone();
	return {
		lead: parameters.field('leadField'),
		rules,
		zone,
		asOf: zone.toIso(parameters.asOf(zone).instant),
		model: withDomainFaults(context, () =>
			leadModel(rules, {
				name: parameters.constant('options.modelName', schemas.text.optional()),
				version: parameters.constant('options.modelVersion', schemas.text.optional()),
				caps: {
					fit: parameters.constant('options.fitMax', schemas.notNegative.optional()),
					engagement: parameters.constant('options.engagementMax', schemas.notNegative.optional()),
				},
				hotFrom: parameters.constant('options.hotFrom', schemas.percent.default(70)),
				warmFrom: parameters.constant('options.warmFrom', schemas.percent.default(40)),
			}),
		),
		onBadData: parameters.constant('options.onBadData', onBadDataSchema),
		outputField: parameters.constant('options.outputField', schemas.text.default('leadScore')),
		previousBand: parameters.field('options.previousBandField'),
	};
}
