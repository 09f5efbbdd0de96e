import type { IExecuteFunctions } from 'n8n-workflow';

import { LEAD_BANDS, type LeadBand } from '../../core/lead/LeadModel';
import { LIFECYCLE_STAGES, type LifecycleStage } from '../../core/lifecycle/LifecycleStage';
import { counted } from '../../core/wording/formatNumber';
import { named } from '../../core/wording/named';
import type { NodeParameters } from '../../shared/NodeParameters';
import { quoted } from '../../shared/Rejection';
import { warning } from '../../shared/tellUser';
import { tally } from '../../shared/wordTally';
import { BAND_NAMES, STAGE_NAMES } from '../form/groupNames';
import { onePlaceScheme } from './onePlaceScheme';
import { readReadyGroups, type ReadyGroups } from './readReadyGroups';
import { requiredField } from './requiredField';
import type { MakeScheme } from './Scheme';

/** So many unknown values are named in a hint. */
const NAMED_VALUES = 5;

/** A field that holds one of some permanent names, and its groups. */
interface NamedValue<K extends string> extends ReadyGroups<K> {
	fieldPath: string;
	example: string;
	noun: string;
}

function readNamedValueScheme<K extends string>(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	value: NamedValue<K>,
): MakeScheme {
	const { keys, noun } = value;
	const field = requiredField(context, parameters, value.fieldPath, value.example);
	const groups = readReadyGroups(context, parameters, value);
	return ({ items, facts }) => {
		const texts = items.map((_item, i) => facts.text(field, i));
		const unknown = new Map<string, number>();
		const places = texts.map((text) => {
			const key = named(keys, text);
			if (key !== undefined) return keys.indexOf(key);
			if (text !== undefined) tally(unknown, text);
			return undefined;
		});
		return onePlaceScheme({
			groups,
			places,
			askedFields: [field.name],
			evidence: (place) => `${noun} is ${keys[place] ?? ''}`,
			whyNone(i) {
				const text = texts[i];
				return text === undefined
					? `${field.label} "${field.name}" tells no ${noun}.`
					: `${quoted(text)} is no ${noun} of ${keys.join(', ')}.`;
			},
			hints() {
				if (unknown.size === 0) return [];
				const values = [...unknown].sort(([, one], [, other]) => other - one);
				const told = values
					.slice(0, NAMED_VALUES)
					.map(([text, count]) => `${quoted(text)} (${counted(count, 'item')})`);
				const more = values.length - told.length;
				if (more > 0) told.push(counted(more, 'other value'));
				return [
					warning(
						`${field.label} "${field.name}" has values that are no ${noun} of ${keys.join(', ')} and went to Everyone Else: ${told.join(', ')}.`,
					),
				];
			},
		});
	};
}

/** One group for each lifecycle stage. */
export function readStageScheme(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): MakeScheme {
	return readNamedValueScheme<LifecycleStage>(context, parameters, {
		fieldPath: 'stageField',
		example: 'lifecycle.stage',
		noun: 'stage',
		choice: 'stage',
		keys: LIFECYCLE_STAGES,
		names: STAGE_NAMES,
	});
}

/** One group for each lead band. */
export function readBandScheme(context: IExecuteFunctions, parameters: NodeParameters): MakeScheme {
	return readNamedValueScheme<LeadBand>(context, parameters, {
		fieldPath: 'bandField',
		example: 'leadScore.band',
		noun: 'band',
		choice: 'band',
		keys: LEAD_BANDS,
		names: BAND_NAMES,
	});
}
