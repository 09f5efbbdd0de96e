import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';

import type { LearnedReport } from '../../core/learning/LearnedLeadModel';
import { learnedHtml } from '../../core/learning/learnedHtml';
import { learnedText } from '../../core/learning/learnedText';
import { learnLeadModel } from '../../core/learning/learnLeadModel';
import { compileFieldPath } from '../../core/reading/fieldPath';
import { counted } from '../../core/wording/formatNumber';
import { withDomainFaults } from '../../shared/configurationFault';
import { linksTo } from '../../shared/enrichedItem';
import { absentField, note, tellUser, warning } from '../../shared/tellUser';
import { leadFields, type FieldChoice } from './leadFields';
import type { LearningConfiguration } from './readLearning';
import { namedValues, readOutcomes } from './readOutcomes';

/** Names of fields under which no item has anything: a slip of the pen would change the model in silence. */
function absentNames(
	items: readonly INodeExecutionData[],
	{ learnFrom, leaveOut, engagementFields }: FieldChoice,
): NodeExecutionHint[] {
	const named: Array<[string, readonly string[]]> = [
		['Learn From', learnFrom],
		['Leave Out', leaveOut],
		['Engagement Fields', engagementFields],
	];
	return named.flatMap(([label, names]) =>
		names
			.filter((name) => {
				const read = compileFieldPath(name, { dotNotation: true });
				return items.every(({ json }) => read(json) === undefined);
			})
			.map((name) => absentField({ label, name }, items)),
	);
}

/** The report as people copy it: figures to four decimals. */
function inShortFigures(report: LearnedReport): LearnedReport {
	return JSON.parse(JSON.stringify(report), (_key, value: unknown) =>
		typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value,
	) as LearnedReport;
}

/** Learns a model from past leads: one item with the model and a report, made from all incoming items. */
export function learnModel(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ outcome, goodOutcomes, isBlankNotReached, options, ...choice }: LearningConfiguration,
): INodeExecutionData[] {
	const { rows, reached, told, others } = readOutcomes(context, items, {
		outcome,
		goodOutcomes,
		isBlankNotReached,
	});
	const fields = leadFields(items, rows, {
		...choice,
		leaveOut: [...choice.leaveOut, outcome.name],
		// A copy of the outcome under another name tells it too.
	}).filter(({ values }) => values.some((value, i) => value !== told[i]));
	const { model, report } = withDomainFaults(context, () =>
		learnLeadModel({ fields, outcomes: reached }, options),
	);
	const without = items.length - rows.length;
	tellUser(context, [
		...absentNames(items, choice),
		...(others.length > 1
			? [
					note(
						`Taken for not reached: ${namedValues(others)}. Leads of which nothing is decided yet are better left out, by a Filter node before this one.`,
					),
				]
			: []),
		...(without > 0 ? [note(`${counted(without, 'lead')} without an outcome left out.`)] : []),
		...report.warnings.map(warning),
	]);
	const learning = {
		...inShortFigures(report),
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
