import { z } from 'zod';

import type { MappedAttribute } from '../../core/attribute/attributes';
import type { DerivationSettings } from '../../core/attribute/derived/derivations';
import type { RecognitionTables } from '../../core/attribute/recognition/RecognitionTables';
import { isBlank } from '../../core/reading/Reading';
import { readDate } from '../../core/reading/readDate';
import type { TimeZone } from '../../core/reading/TimeZone';
import { checkEarlierReport } from '../../core/report/compareReports';
import type { ItemField, NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';

/** What the report takes from the settings of the node. */
export interface SplitSettings {
	zone: TimeZone;
	attributeFields: ReadonlyMap<MappedAttribute, ItemField>;
	tables: RecognitionTables;
	derivation: DerivationSettings;
	/** The field with the segment of last time: no trait, since it tells the segment itself. */
	previousSegment: ItemField | undefined;
	/** The key of the node's own result. */
	outputField: string;
}

const PREVIOUS = 'reportOptions.previousReport';

/** What the Report output tells, checked. */
export function readReport(parameters: NodeParameters, settings: SplitSettings) {
	const field = (name: string) => parameters.field(`reportOptions.${name}`);
	const list = (name: string) =>
		parameters.constant(`reportOptions.${name}`, schemas.list.default(''));
	const previous = parameters.json(
		PREVIOUS,
		'Give what the Report output gave last time, as it is',
	);
	return {
		...settings,
		reportAs: parameters.constant(
			'reportOptions.reportAs',
			z.enum(['perSegment', 'message']).default('perSegment'),
		),
		revenue: field('revenueField'),
		orders: field('ordersField'),
		currency: field('currencyField'),
		margin: field('marginField'),
		marginIs: parameters.constant(
			'reportOptions.marginIs',
			z.enum(['percent', 'amount']).default('percent'),
		),
		cost: field('costField'),
		costIs: parameters.constant(
			'reportOptions.costIs',
			z.enum(['scale', 'amount']).default('scale'),
		),
		costPerPoint: parameters.constant('reportOptions.costPerPoint', schemas.notNegative.default(0)),
		score: field('scoreField'),
		/** 0 for as many as were forecast. */
		forecastDays: parameters.constant('reportOptions.forecastDays', schemas.notNegative.default(0)),
		outcome: field('outcomeField'),
		outcomeSince: outcomeSinceOf(parameters, settings.zone),
		traitFields: list('traitFields'),
		neverTraits: list('neverTraits'),
		earlier:
			previous === undefined
				? undefined
				: parameters.withDomainFaults(() =>
						checkEarlierReport(previous, parameters.labelOf(PREVIOUS)),
					),
		dotNotation: parameters.dotNotation,
	};
}

function outcomeSinceOf(parameters: NodeParameters, zone: TimeZone): number | undefined {
	return parameters.constant(
		'reportOptions.outcomeSince',
		z.unknown().transform((value, check) => {
			if (isBlank(value)) return undefined;
			const reading = readDate(value, zone);
			if (reading.ok) return reading.value;
			check.addIssue({ code: z.ZodIssueCode.custom, message: 'a date is expected' });
			return z.NEVER;
		}),
	);
}

export type ReportConfiguration = ReturnType<typeof readReport>;
