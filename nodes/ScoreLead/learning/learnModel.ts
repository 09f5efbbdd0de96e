import { cloneDeepWith } from 'es-toolkit';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';

import { learnedHtml } from '../../core/learning/learnedHtml';
import { learnedText } from '../../core/learning/learnedText';
import { learnLeadModel } from '../../core/learning/learnLeadModel';
import { compileFieldPath } from '../../core/reading/fieldPath';
import { isBlank } from '../../core/reading/Reading';
import { counted } from '../../core/wording/formatNumber';
import { configurationFault, withDomainFaults } from '../../shared/configurationFault';
import { linksTo } from '../../shared/enrichedItem';
import { absentField, note, tellUser, warning } from '../../shared/tellUser';
import { leadFields, type FieldChoice } from './leadFields';
import type { LearningConfiguration } from './readLearning';

/** The most values of the outcome that a message names. */
const NAMED_VALUES = 6;

/** The most fields that a message names. */
const NAMED_FIELDS = 12;

/** An outcome as outcomes are compared: "Closed Won" of one system is "closedwon" of another. */
function folded(value: unknown): string {
	return String(value)
		.toLowerCase()
		.replace(/[\s_]+/g, '');
}

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
	const told: unknown[] = [];
	const seen = new Map<string, string>();
	items.forEach((item, itemIndex) => {
		const value = outcome.read(item, itemIndex);
		if (isBlank(value)) return;
		rows.push(itemIndex);
		told.push(value);
		const key = folded(value);
		outcomes.push(good.has(key));
		if (!seen.has(key)) seen.set(key, String(value));
	});
	const named = (values: readonly string[]) =>
		`${values.slice(0, NAMED_VALUES).join(', ')}${values.length > NAMED_VALUES ? ', …' : ''}`;
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
			`No lead has a good outcome: ${outcome.label} "${outcome.name}" holds ${named([...seen.values()])}`,
			'Name the values that you wish for under Good Outcomes',
		);
	}
	const without = items.length - rows.length;
	if (without > 0 && !outcomes.includes(false)) {
		throw configurationFault(
			context,
			`Every lead has a good outcome, but for ${counted(without, 'lead')} of which ${outcome.label} "${outcome.name}" is blank`,
			'A blank outcome is one that is not known yet: write e.g. "lost" for leads that were not won, in an Edit Fields node before this one',
		);
	}
	const fields = leadFields(items, rows, {
		...choice,
		leaveOut: [...choice.leaveOut, outcome.name],
	}).filter(({ values }) => values.some((value, i) => value !== told[i]));
	const others = [...seen].filter(([key]) => !good.has(key)).map(([, value]) => value);
	const { model, report } = withDomainFaults(context, () =>
		learnLeadModel({ fields, outcomes }, options),
	);
	tellUser(context, [
		...absentNames(items, choice),
		...(others.length > 1
			? [
					note(
						`Taken for not reached: ${named(others)}. Leads of which nothing is decided yet are better left out, by a Filter node before this one.`,
					),
				]
			: []),
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
