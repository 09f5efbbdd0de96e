import { cloneDeepWith } from 'es-toolkit';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { learnedHtml } from '../../core/learning/learnedHtml';
import { learnedText } from '../../core/learning/learnedText';
import { learnLeadModel } from '../../core/learning/learnLeadModel';
import { isBlank } from '../../core/reading/Reading';
import { counted } from '../../core/wording/formatNumber';
import { configurationFault, withDomainFaults } from '../../shared/configurationFault';
import { linksTo } from '../../shared/enrichedItem';
import { note, tellUser, warning } from '../../shared/tellUser';
import { leadFields } from './leadFields';
import type { LearningConfiguration } from './readLearning';

/** The most values of the outcome that a message names. */
const NAMED_VALUES = 6;

/** The most fields that a message names. */
const NAMED_FIELDS = 12;

function folded(value: unknown): string {
	return String(value).trim().toLowerCase();
}

/** A figure of the report as people copy it; undefined for what is no figure. */
function shortened(value: unknown): number | undefined {
	return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : undefined;
}

/** Learns a model from past leads: one item with the model and a report, made from all incoming items. */
export function learnModel(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ outcome, goodOutcomes, options, ...choice }: LearningConfiguration,
): INodeExecutionData[] {
	const good = new Set(goodOutcomes.map(folded));
	const rows: number[] = [];
	const outcomes: boolean[] = [];
	const seen = new Map<string, string>();
	items.forEach((item, itemIndex) => {
		const value = outcome.read(item, itemIndex);
		if (isBlank(value)) return;
		rows.push(itemIndex);
		outcomes.push(good.has(folded(value)));
		if (seen.size < NAMED_VALUES) seen.set(folded(value), String(value));
	});
	if (rows.length === 0) {
		const names = Object.keys(items[0]?.json ?? {}).slice(0, NAMED_FIELDS);
		throw configurationFault(
			context,
			`No lead has a value in ${outcome.label} "${outcome.name}"`,
			`Choose the field that tells what became of each lead, e.g. won or lost. Fields of the first item: ${names.join(', ')}`,
		);
	}
	if (!outcomes.includes(true)) {
		throw configurationFault(
			context,
			`No lead has a good outcome: ${outcome.label} "${outcome.name}" holds ${[...seen.values()].join(', ')}`,
			'Name the values that you wish for under Good Outcomes',
		);
	}
	const fields = leadFields(items, rows, {
		...choice,
		leaveOut: [...choice.leaveOut, outcome.name],
	});
	const { model, report } = withDomainFaults(context, () =>
		learnLeadModel({ fields, outcomes }, options),
	);
	const without = items.length - rows.length;
	tellUser(context, [
		...(without > 0 ? [note(`${counted(without, 'lead')} without an outcome left out.`)] : []),
		...report.warnings.map(warning),
	]);
	const learning = {
		...cloneDeepWith(report, shortened),
		text: learnedText(report),
		html: learnedHtml(report),
	};
	return [
		{
			json: {
				leadModel: model as unknown as IDataObject,
				learning: learning as unknown as IDataObject,
			},
			pairedItem: linksTo(items.map((_, item) => item)),
		},
	];
}
