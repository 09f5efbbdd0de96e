import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { z } from 'zod';

import {
	BEST_SCORE,
	checkLimitsOf,
	quintilesOf,
	rfmScores,
	type RfmFigures,
	type RfmLimits,
} from '../../core/segment/rfm/rfmScores';
import { counted, formatNumber } from '../../core/wording/formatNumber';
import { listed } from '../../core/wording/listed';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { note, warning } from '../../shared/tellUser';
import { onePlaceScheme } from './onePlaceScheme';
import { readRfmGrouping } from './readRfmGrouping';
import { requiredField } from './requiredField';
import { fieldsInUse, figuresOf, type RfmFields } from './rfmFigures';
import type { MakeScheme } from './Scheme';

/** The limits that are set; undefined where the customers themselves give them. */
function readLimits(parameters: NodeParameters): RfmLimits | undefined {
	const kind = parameters.constant(
		'rfmScores',
		z.enum(['quintiles', 'fixed']).default('quintiles'),
	);
	if (kind === 'quintiles') return undefined;
	const limitsAt = (path: string, usual: string) => {
		const limits = parameters.constant(
			path,
			schemas.list.default(usual).pipe(z.array(schemas.number)),
		);
		parameters.withDomainFaults(() => checkLimitsOf(parameters.labelOf(path), limits));
		return limits;
	};
	return {
		recency: limitsAt('recencyLimits', '30, 90, 180, 365'),
		frequency: limitsAt('frequencyLimits', '2, 3, 5, 10'),
		monetary: limitsAt('monetaryLimits', '50, 150, 400, 1000'),
	};
}

/** Scores that nobody has, since too few values differ. */
function thinScores(scored: readonly RfmFigures[], fields: RfmFields): NodeExecutionHint[] {
	const figures = [
		{ field: fields.recency, read: (one: RfmFigures) => one.recencyDays },
		{ field: fields.frequency, read: (one: RfmFigures) => one.orders },
		{ field: fields.monetary, read: (one: RfmFigures) => one.spent },
	];
	const thin = figures.flatMap(({ field, read: valueOf }) => {
		const distinct = new Set<number>();
		for (const one of scored) {
			distinct.add(valueOf(one));
			if (distinct.size === BEST_SCORE) return [];
		}
		return [`${field.label} "${field.name}" has ${counted(distinct.size, 'different value')}`];
	});
	if (thin.length === 0) return [];
	return [
		note(
			`${listed(thin)} among ${counted(scored.length, 'customer')}: too few for five scores, so some of them nobody has. Fixed Limits under Scores do not depend on who comes in.`,
		),
	];
}

/** Groups by recency, frequency and monetary value. */
export function readRfmScheme(context: IExecuteFunctions, parameters: NodeParameters): MakeScheme {
	const named: RfmFields = {
		recency: requiredField(context, parameters, 'recencyField', 'lifecycle.lastOrderAt'),
		frequency: requiredField(context, parameters, 'frequencyField', 'lifecycle.orders'),
		monetary: requiredField(context, parameters, 'monetaryField', 'lifecycle.totalSpent'),
		isRecencyDate:
			parameters.constant('recencyIs', z.enum(['date', 'days']).default('date')) === 'date',
	};
	const fixed = readLimits(parameters);
	const grouping = readRfmGrouping(context, parameters);
	return (run) => {
		const fields = fieldsInUse(named, run);
		const figures = run.items.map((_item, i) => figuresOf(i, fields, run));
		const scored = figures.filter((one) => typeof one !== 'string');
		const limits = fixed ?? quintilesOf(scored);
		const scores = figures.map((one) =>
			typeof one === 'string' ? undefined : rfmScores(one, limits),
		);
		return onePlaceScheme({
			groups: grouping.groups,
			places: scores.map((one) => one && grouping.placeOf(one)),
			askedFields: [fields.recency.name, fields.frequency.name, fields.monetary.name],
			evidence(_place, i) {
				const { recencyDays, orders, spent } = figures[i] as RfmFigures;
				const { recency, frequency, monetary } = scores[i]!;
				return `recency ${recency} (${counted(recencyDays, 'day')}), frequency ${frequency} (${counted(orders, 'order')}), monetary ${monetary} (${formatNumber(spent)})`;
			},
			whyNone(i) {
				const found = figures[i];
				if (typeof found === 'string') return found;
				return `The scores ${scores[i]?.score ?? ''} are in no group.`;
			},
			details(i) {
				const found = figures[i];
				if (found === undefined || typeof found === 'string') return { rfm: null };
				const { recency, frequency, monetary, score } = scores[i]!;
				const { recencyDays, orders, spent } = found;
				return { rfm: { recency, frequency, monetary, score, recencyDays, orders, spent } };
			},
			hints() {
				if (scored.length === 0) return [];
				const { cellsLeft: left } = grouping;
				return [
					...(fixed ? [] : thinScores(scored, fields)),
					...(left > 0
						? [
								warning(
									`${counted(left, 'combination')} of the 125 of scores are in no group: who has them is with Everyone Else.`,
								),
							]
						: []),
				];
			},
		});
	};
}
