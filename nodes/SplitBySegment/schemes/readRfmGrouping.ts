import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

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
import { BEST_SCORE, type RfmScores } from '../../core/segment/rfm/rfmScores';
import { configurationFault } from '../../shared/configurationFault';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { readCampaign } from '../form/campaignFields';
import { RFM_MAIN_NAMES, RFM_NAMES } from '../form/groupNames';
import { readReadyGroups } from './readReadyGroups';
import type { SegmentGroup } from './Scheme';

/** The groups, and the place of scores among them. */
export interface RfmGrouping {
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
		cellsLeft: cellsLeft(groups.filter(({ isEnabled }) => isEnabled)),
		placeOf(scores) {
			const place = groups.findIndex((group) => group.isEnabled && isInCells(scores, group));
			return place < 0 ? undefined : place;
		},
	};
}

/** The groups of RFM that the user chose: eleven or six ready ones, or their own. */
export function readRfmGrouping(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): RfmGrouping {
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
