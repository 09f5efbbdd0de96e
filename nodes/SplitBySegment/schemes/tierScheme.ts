import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { readAmount } from '../../core/reading/readMoney';
import { notRead } from '../../core/reading/Reading';
import {
	checkLimits,
	checkShares,
	tiersByLimit,
	tiersByShare,
} from '../../core/segment/tiers/valueTiers';
import { counted, formatNumber } from '../../core/wording/formatNumber';
import { configurationFault } from '../../shared/configurationFault';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { note } from '../../shared/tellUser';
import { readCampaign } from '../form/campaignFields';
import { onePlaceScheme } from './onePlaceScheme';
import { requiredField } from './requiredField';
import type { MakeScheme } from './Scheme';
import { usualField } from './usualField';

const USUAL = 'lifecycle.totalSpent';

function readTiers(context: IExecuteFunctions, parameters: NodeParameters, isByShare: boolean) {
	const rows = parameters.constant('tiers.values', z.array(z.unknown()).default([]));
	if (rows.length === 0) {
		throw configurationFault(context, 'There is no tier', 'Add at least one under Tiers');
	}
	const tiers = rows.map((_row, i) => {
		const path = `tiers.values[${i}]`;
		return {
			name: parameters.constant(`${path}.name`, schemas.text.default('')).trim(),
			bound: isByShare
				? parameters.constant(`${path}.percent`, schemas.percent.default(20))
				: parameters.constant(`${path}.from`, schemas.number.default(0)),
			...readCampaign(parameters, path),
		};
	});
	const bounds = tiers.map(({ bound }) => bound);
	parameters.withDomainFaults(() => (isByShare ? checkShares(bounds) : checkLimits(bounds)));
	return { tiers, bounds };
}

/** A value that is not below zero, as tiers rank it. */
function readWorth(value: unknown) {
	const reading = readAmount(value);
	return reading.ok && reading.value < 0 ? notRead('negative') : reading;
}

/** Groups by what people are worth, the best first. */
export function readTierScheme(context: IExecuteFunctions, parameters: NodeParameters): MakeScheme {
	const isByShare =
		parameters.constant('tiersBy', z.enum(['people', 'value']).default('people')) === 'people';
	const named = requiredField(context, parameters, 'tierField', USUAL);
	const { tiers, bounds } = readTiers(context, parameters, isByShare);
	return (run) => {
		const field = usualField(named, USUAL, 'totalSpent', run);
		const worths = run.items.map((_item, i) => run.facts.by(field, i, readWorth));
		const known = worths.filter((worth) => worth !== undefined);
		const tierOf = isByShare ? tiersByShare(known, bounds) : tiersByLimit(bounds);
		const places = worths.map((worth) => (worth === undefined ? undefined : tierOf(worth)));
		const sizes = tiers.map(() => 0);
		for (const place of places) if (place !== undefined) sizes[place]! += 1;
		const all = counted(known.length, 'value');
		const placeTexts = bounds.map((bound, place) =>
			isByShare
				? `in a tier of ${formatNumber(sizes[place] ?? 0)} of ${all}`
				: `from ${formatNumber(bound)} on`,
		);

		return onePlaceScheme({
			groups: tiers,
			places,
			askedFields: [field.name],
			evidence: (place, i) =>
				`${field.name} is ${formatNumber(worths[i] ?? 0)}, ${placeTexts[place] ?? ''}`,
			whyNone(i) {
				const worth = worths[i];
				if (worth === undefined) {
					return `${field.label} "${field.name}" is empty, below zero or cannot be read.`;
				}
				return `${field.name} is ${formatNumber(worth)}, below the last tier.`;
			},
			hints() {
				const empty = tiers.filter((_tier, place) => sizes[place] === 0 && known.length > 0);
				if (!isByShare || empty.length === 0) return [];
				return [
					note(
						`Nobody is in ${empty.map(({ name }) => `"${name}"`).join(', ')}: of ${counted(known.length, 'value')} of "${field.name}" many are equal or few, and equal values share the better tier.`,
					),
				];
			},
		});
	};
}
