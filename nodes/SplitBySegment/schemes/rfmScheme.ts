import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { z } from 'zod';

import { readCount } from '../../core/reading/readCount';
import { readDate } from '../../core/reading/readDate';
import { readAmount } from '../../core/reading/readMoney';
import { read } from '../../core/reading/Reading';
import {
	RFM_GROUPS,
	RFM_MAIN_GROUPS,
	rfmGroup,
	rfmMainGroup,
} from '../../core/segment/rfm/rfmGroups';
import {
	cellsLeft,
	checkRfmCells,
	isInCells,
	type RfmCells,
} from '../../core/segment/rfm/RfmCells';
import {
	BEST_SCORE,
	checkLimitsOf,
	quintilesOf,
	rfmScores,
	type RfmFigures,
	type RfmLimits,
	type RfmScores,
} from '../../core/segment/rfm/rfmScores';
import { counted, formatNumber } from '../../core/wording/formatNumber';
import { configurationFault } from '../../shared/configurationFault';
import type { ItemField, NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { note, warning } from '../../shared/tellUser';
import { readCampaign } from '../form/campaignFields';
import { RFM_MAIN_NAMES, RFM_NAMES } from '../form/groupNames';
import { onePlaceScheme } from './onePlaceScheme';
import { readReadyGroups } from './readReadyGroups';
import { requiredField } from './requiredField';
import type { MakeScheme, SegmentGroup, SplitRun } from './Scheme';
import { usualField } from './usualField';

/** The groups, and the place of scores among them. */
interface RfmGrouping {
	groups: readonly SegmentGroup[];
	placeOf(scores: RfmScores): number | undefined;
	/** How many of the 125 combinations of scores are in no group. */
	cellsLeft: number;
}

function readOwnGroups(context: IExecuteFunctions, parameters: NodeParameters): RfmGrouping {
	const rows = parameters.constant('rfmCells.values', z.array(z.unknown()).default([]));
	if (rows.length === 0) {
		throw configurationFault(
			context,
			'There is no group',
			'Add at least one under Groups by Scores, or choose 11 or 6 ready groups',
		);
	}
	const groups = rows.map((_row, i): SegmentGroup & RfmCells => {
		const path = `rfmCells.values[${i}]`;
		const score = (name: string, usual: number) =>
			parameters.constant(`${path}.${name}`, schemas.number.default(usual));
		return {
			name: parameters.constant(`${path}.name`, schemas.text.default('')).trim(),
			recency: { from: score('recencyFrom', 1), to: score('recencyTo', BEST_SCORE) },
			frequency: { from: score('frequencyFrom', 1), to: score('frequencyTo', BEST_SCORE) },
			monetary: { from: score('monetaryFrom', 1), to: score('monetaryTo', BEST_SCORE) },
			...readCampaign(parameters, path),
		};
	});
	parameters.withDomainFaults(() => checkRfmCells(groups));
	return {
		groups,
		cellsLeft: cellsLeft(groups),
		placeOf(scores) {
			const place = groups.findIndex((group) => isInCells(scores, group));
			return place < 0 ? undefined : place;
		},
	};
}

function readGrouping(context: IExecuteFunctions, parameters: NodeParameters): RfmGrouping {
	switch (parameters.constant('rfmGroups', z.enum(['eleven', 'six', 'own']).default('eleven'))) {
		case 'eleven':
			return {
				groups: readReadyGroups(context, parameters, {
					choice: 'rfmGroup',
					keys: RFM_GROUPS,
					names: RFM_NAMES,
				}),
				placeOf: (scores) => RFM_GROUPS.indexOf(rfmGroup(scores)),
				cellsLeft: 0,
			};
		case 'six':
			return {
				groups: readReadyGroups(context, parameters, {
					choice: 'rfmMainGroup',
					keys: RFM_MAIN_GROUPS,
					names: RFM_MAIN_NAMES,
				}),
				placeOf: (scores) => RFM_MAIN_GROUPS.indexOf(rfmMainGroup(scores)),
				cellsLeft: 0,
			};
		case 'own':
			return readOwnGroups(context, parameters);
	}
}

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

interface RfmFields {
	recency: ItemField;
	frequency: ItemField;
	monetary: ItemField;
	isRecencyDate: boolean;
}

function fieldsInUse(fields: RfmFields, run: SplitRun): RfmFields {
	const { recency, frequency, monetary, isRecencyDate } = fields;
	return {
		isRecencyDate,
		recency: isRecencyDate
			? usualField(recency, 'lifecycle.lastOrderAt', 'lastOrder', run)
			: recency,
		frequency: usualField(frequency, 'lifecycle.orders', 'orders', run),
		monetary: usualField(monetary, 'lifecycle.totalSpent', 'totalSpent', run),
	};
}

/** The figures of an item, or the sentence why it has none. */
function figuresOf(
	itemIndex: number,
	{ recency, frequency, monetary, isRecencyDate }: RfmFields,
	{ facts, zone, asOf, dateOrder }: SplitRun,
): RfmFigures | string {
	const recencyDays = facts.by(recency, itemIndex, (value) => {
		if (!isRecencyDate) return readAmount(value);
		const date = readDate(value, zone, dateOrder);
		return date.ok ? read(zone.dayOf(asOf) - zone.dayOf(date.value)) : date;
	});
	const orders = facts.by(frequency, itemIndex, readCount);
	const spent = facts.by(monetary, itemIndex, readAmount);
	if (orders === 0) return 'No order yet.';
	const lacking = ({ label, name }: ItemField) =>
		`No scores: ${label} "${name}" is empty or cannot be read.`;
	if (recencyDays === undefined) return lacking(recency);
	if (orders === undefined) return lacking(frequency);
	if (spent === undefined) return lacking(monetary);
	if (recencyDays < 0) return 'No scores: the last order is after the day as of which is judged.';
	return { recencyDays, orders, spent };
}

/** Scores that nobody has, since too few values differ. */
function thinScores(scored: readonly RfmFigures[], fields: RfmFields): NodeExecutionHint[] {
	const figures = [
		{ field: fields.recency, read: (one: RfmFigures) => one.recencyDays },
		{ field: fields.frequency, read: (one: RfmFigures) => one.orders },
		{ field: fields.monetary, read: (one: RfmFigures) => one.spent },
	];
	return figures.flatMap(({ field, read: valueOf }) => {
		const distinct = new Set<number>();
		for (const one of scored) {
			distinct.add(valueOf(one));
			if (distinct.size === BEST_SCORE) return [];
		}
		return [
			note(
				`${field.label} "${field.name}" has ${counted(distinct.size, 'different value')} among ${counted(scored.length, 'customer')}: too few for five scores, so some of them nobody has. Fixed Limits under Scores do not depend on who comes in.`,
			),
		];
	});
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
	const grouping = readGrouping(context, parameters);
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
