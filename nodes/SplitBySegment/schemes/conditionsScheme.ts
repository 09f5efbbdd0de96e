import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { configurationFault } from '../../shared/configurationFault';
import type { AskedConditions, OnUnreadable } from '../../shared/conditions';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { idleConditions } from '../../shared/tellUser';
import { readCampaign } from '../form/campaignFields';
import { IdleSegments } from '../judging/IdleSegments';
import type { MakeScheme, Scheme, SegmentGroup, SplitRun } from './Scheme';
import { segmentConditions, type MakeConditions } from './segmentConditions';

interface AskedSegment extends SegmentGroup {
	makeConditions: MakeConditions;
}

interface ConditionSegment extends SegmentGroup {
	conditions: AskedConditions;
}

function readSegments(context: IExecuteFunctions, parameters: NodeParameters): AskedSegment[] {
	const rows = parameters.constant('segments.values', z.array(z.unknown()).default([]));
	if (rows.length === 0) {
		throw configurationFault(
			context,
			'There is no segment',
			'Add at least one under Segments, e.g. Advocates',
		);
	}
	return rows.map((_row, i) => {
		const path = `segments.values[${i}]`;
		const name = parameters.constant(`${path}.name`, schemas.text.default('')).trim();
		const campaign = readCampaign(parameters, path);
		return {
			name,
			...campaign,
			makeConditions: segmentConditions(context, parameters, path, name, campaign.isEnabled),
		};
	});
}

/** The segments with what they ask for in a run. */
function ofRun(
	context: IExecuteFunctions,
	asked: readonly AskedSegment[],
	run: SplitRun,
): ConditionSegment[] {
	const segments = asked.map(({ makeConditions, ...segment }) => ({
		...segment,
		conditions: makeConditions(run),
	}));
	// That a segment has no name is told before that it has no condition.
	const empty = segments.find(
		({ name, isEnabled, conditions }) => name !== '' && isEnabled && conditions.isEmpty,
	);
	if (empty) {
		throw configurationFault(
			context,
			`The segment "${empty.name}" has no condition`,
			'Add a condition that tells who belongs to it, or switch the segment off',
		);
	}
	return segments;
}

const NOWHERE: readonly number[] = Object.freeze([]);

/** Segments by conditions of their own, the first in the form first. */
export function readConditionsScheme(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): MakeScheme {
	const asked = readSegments(context, parameters);
	return (run) => schemeOf(ofRun(context, asked, run), run.items);
}

function schemeOf(
	segments: readonly ConditionSegment[],
	items: readonly INodeExecutionData[],
): Scheme {
	const idle = new IdleSegments(segments, items);
	const enabled = segments.flatMap(({ isEnabled, conditions }, place) =>
		isEnabled ? [{ place, conditions, alone: Object.freeze([place]) }] : [],
	);
	const first = (item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable) => {
		for (let i = 0; i < enabled.length; i++) {
			const { conditions, alone } = enabled[i]!;
			if (conditions.isMetBy(item, itemIndex, onUnreadable)) return alone;
		}
		return NOWHERE;
	};
	const all = (item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable) =>
		enabled.flatMap(({ conditions, place }) =>
			conditions.isMetBy(item, itemIndex, onUnreadable) ? [place] : [],
		);
	return {
		groups: segments,
		placesOf(item, itemIndex, matchesAll, onUnreadable) {
			const places = (matchesAll ? all : first)(item, itemIndex, onUnreadable);
			idle.note(itemIndex, places, matchesAll);
			return places;
		},
		evidence: (place, item, itemIndex) =>
			segments[place]?.conditions.evidence(item, itemIndex) ?? '',
		askedFields: (place) => segments[place]?.conditions.names ?? [],
		hints: () => [
			...idle.hints(),
			...idleConditions(
				segments.filter(({ isEnabled }) => isEnabled).map(({ conditions }) => conditions),
				items,
			),
		],
	};
}
