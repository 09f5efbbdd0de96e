import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { z } from 'zod';

import { MAX_SEGMENTS } from '../../core/segment/checkSegmentNames';
import { isListName } from '../../core/attribute/attributeNames';
import { readList } from '../../core/attribute/readAttribute';
import type { Reading } from '../../core/reading/Reading';
import { inNaturalOrder, readFieldValues, valueKey } from '../../core/segment/values/fieldValues';
import { counted } from '../../core/wording/formatNumber';
import { configurationFault } from '../../shared/configurationFault';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { quoted } from '../../shared/Rejection';
import { note, warning } from '../../shared/tellUser';
import { readCampaign } from '../form/campaignFields';
import { plainGroup } from './plainGroup';
import { requiredField } from './requiredField';
import type { MakeScheme, SegmentGroup } from './Scheme';

/** So many values are named in one hint. */
const NAMED_VALUES = 20;

interface ListedValues {
	groups: SegmentGroup[];
	/** The place of each listed value, by its key. */
	placeOf: ReadonlyMap<string, number>;
}

function readListed(context: IExecuteFunctions, parameters: NodeParameters): ListedValues {
	const rows = parameters.constant('fieldValues.values', z.array(z.unknown()).default([]));
	const placeOf = new Map<string, number>();
	const groups = rows.map((_row, place): SegmentGroup => {
		const path = `fieldValues.values[${place}]`;
		const written = parameters.constant(`${path}.value`, schemas.text.default('')).trim();
		const name = parameters.constant(`${path}.name`, schemas.text.default('')).trim();
		const values = schemas.list.parse(written);
		if (values.length === 0) {
			throw configurationFault(
				context,
				`Segment ${place + 1} under Values has no value`,
				'Enter its Value, e.g. DE, or several with commas between',
			);
		}
		for (const value of values) {
			const key = valueKey(value);
			if (placeOf.has(key) && placeOf.get(key) !== place) {
				throw configurationFault(
					context,
					`The value "${value}" is listed twice under Values`,
					'Keep it in one segment: letter case makes no difference',
				);
			}
			placeOf.set(key, place);
		}
		return { name: name || written, ...readCampaign(parameters, path) };
	});
	return { groups, placeOf };
}

/**
 * How the values of an item are read. A list that was written into one text is taken apart where the
 * field has a usual name of lists, such as tags, or where a part of the text is a listed value.
 */
function valuesReader(fieldName: string, listed: ReadonlyMap<string, number>) {
	if (isListName(fieldName)) return readList;
	return (value: unknown): Reading<string[]> => {
		const whole = readFieldValues(value);
		if (typeof value !== 'string' || listed.size === 0 || !/[,;|\n]/.test(value)) return whole;
		const parts = readList(value);
		return parts.ok && parts.value.some((part) => listed.has(valueKey(part))) ? parts : whole;
	};
}

/** The values of the items that are not listed, as first written, in natural order. */
function otherValues(
	values: ReadonlyArray<readonly string[] | undefined>,
	listed: ReadonlyMap<string, number>,
): string[] {
	const written = new Map<string, string>();
	for (const texts of values) {
		for (const text of texts ?? []) {
			const key = valueKey(text);
			if (!listed.has(key) && !written.has(key)) written.set(key, text);
		}
	}
	return inNaturalOrder([...written.keys()]).map((key) => written.get(key)!);
}

/** The groups of values that were found, with names that no other group has. */
function groupsOfOthers(
	found: readonly string[],
	outputs: number,
	takenNames: readonly string[],
): SegmentGroup[] {
	const outputNames = Array.from({ length: outputs }, (_, i) => `Other ${i + 1}`);
	const taken = new Set([...takenNames, ...outputNames].map(valueKey));
	return outputNames.map((outputName, i) => {
		const value = found[i];
		if (value === undefined) return plainGroup(outputName);
		return plainGroup(taken.has(valueKey(value)) ? `${value} (${outputName})` : value);
	});
}

function toldValues(values: readonly string[]): string {
	const told = values.slice(0, NAMED_VALUES).map(quoted);
	const more = values.length - told.length;
	return [...told, ...(more > 0 ? [counted(more, 'other value')] : [])].join(', ');
}

function hintsOfOthers(
	fieldName: string,
	found: readonly string[],
	outputs: number,
): NodeExecutionHint[] {
	const placed = found.slice(0, outputs);
	const left = found.slice(outputs);
	const hints: NodeExecutionHint[] = [];
	if (placed.length > 0) {
		const outputsOf = placed.map((value, i) => `${quoted(value)} on Other ${i + 1}`).join(', ');
		hints.push(
			note(
				`Values of "${fieldName}" that are not listed: ${outputsOf}. A new value moves those behind it to other outputs: to fix them, add a row under Values for each, e.g. ${toldValues(placed)}.`,
			),
		);
	}
	if (left.length > 0) {
		hints.push(
			warning(
				`There is no output left for ${counted(left.length, 'value')} of "${fieldName}", which went to Everyone Else: ${toldValues(left)}. Raise Outputs for Other Values, or list under Values those that belong together.`,
			),
		);
	}
	return hints;
}

/** One group for each value of a field, as listed, as found in the items, or both. */
export function readFieldValueScheme(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	everyoneElse: string,
): MakeScheme {
	const field = requiredField(context, parameters, 'valueField', 'country');
	const listed = readListed(context, parameters);
	const isForOthers =
		parameters.constant(
			'otherValues',
			z.enum(['everyoneElse', 'outputs']).default('everyoneElse'),
		) === 'outputs';
	const others = parameters.constant('otherOutputs', schemas.wholePositive.default(5));
	const outputs = isForOthers || listed.groups.length === 0 ? others : 0;

	return ({ items, facts }) => {
		const readValues = valuesReader(field.name, listed.placeOf);
		const values = items.map((_item, i) => facts.by(field, i, readValues));
		const found = outputs === 0 ? [] : otherValues(values, listed.placeOf);
		const takenNames = [everyoneElse, ...listed.groups.map(({ name }) => name)];
		const groups = [...listed.groups, ...groupsOfOthers(found, outputs, takenNames)];
		if (outputs > 0 && groups.length > MAX_SEGMENTS) {
			throw configurationFault(
				context,
				`There are ${counted(groups.length, 'output')} for values, the most are ${MAX_SEGMENTS}`,
				`Lower Outputs for Other Values, which is ${outputs}, or list fewer values`,
			);
		}
		const placeOf = new Map(listed.placeOf);
		found.slice(0, outputs).forEach((value, i) => {
			placeOf.set(valueKey(value), listed.groups.length + i);
		});
		const one = groups.map((_group, place) => [place]);
		const none: readonly number[] = [];

		/** The text of an item that led to a group. */
		const textAt = (itemIndex: number, place: number) =>
			values[itemIndex]?.find((text) => placeOf.get(valueKey(text)) === place) ?? '';

		return {
			groups,
			placesOf(_item, itemIndex, matchesAll) {
				const texts = values[itemIndex];
				if (!texts) return none;
				const places = new Set<number>();
				for (const text of texts) {
					const place = placeOf.get(valueKey(text));
					if (place !== undefined && groups[place]!.isEnabled) places.add(place);
				}
				if (places.size === 0) return none;
				if (!matchesAll || places.size === 1) return one[Math.min(...places)] ?? none;
				return [...places].sort((a, b) => a - b);
			},
			evidence(place, _item, itemIndex) {
				const verb = (values[itemIndex]?.length ?? 0) > 1 ? 'contains' : 'is';
				return `${field.name} ${verb} ${textAt(itemIndex, place)}`;
			},
			whyNone(_item, itemIndex) {
				const texts = values[itemIndex];
				if (!texts) return `${field.label} "${field.name}" is empty or cannot be read.`;
				const off = texts.find((text) => placeOf.has(valueKey(text)));
				return off === undefined
					? `${field.name} is ${texts.join(', ')}, which no segment has.`
					: `${field.name} is ${off}, whose segment is switched off.`;
			},
			askedFields: () => [field.name],
			hints: () => hintsOfOthers(field.name, found, outputs),
		};
	};
}
