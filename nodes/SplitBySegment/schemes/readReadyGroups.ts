import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import { configurationFault } from '../../shared/configurationFault';
import type { NodeParameters, PerItem } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { readCampaign } from '../form/campaignFields';
import { plainGroup } from './plainGroup';
import type { SegmentGroup } from './Scheme';

/** The groups that a scheme has without the user making them. */
export interface ReadyGroups<K extends string> {
	/** Which parameter of a row under Group Settings tells the group. */
	choice: string;
	/** In the order of their outputs. */
	keys: readonly [K, ...K[]];
	names: Readonly<Record<K, string>>;
	/** The campaign of a group where the user names none. */
	campaigns?: Readonly<Record<string, string | undefined>>;
}

/** A value with another in its place where it is not set. */
function withDefault(value: PerItem<string | undefined>, ifUnset: string): PerItem<string> {
	if ('constant' in value) return { constant: value.constant ?? ifUnset };
	return { read: (item, itemIndex) => value.read(item, itemIndex) ?? ifUnset };
}

/**
 * Ready groups with what the user has set for them.
 *
 * @throws NodeOperationError where a group is set twice
 */
export function readReadyGroups<K extends string>(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	{ choice, keys, names, campaigns = {} }: ReadyGroups<K>,
): SegmentGroup[] {
	const rows = parameters.constant('groupSettings.values', z.array(z.unknown()).default([]));
	const groups = new Map<K, SegmentGroup>();
	rows.forEach((_row, i) => {
		const path = `groupSettings.values[${i}]`;
		const key = parameters.constant(
			`${path}.${choice}`,
			z.enum(keys as [K, ...K[]]).default(keys[0] as never),
		) as K;
		if (groups.has(key)) {
			throw configurationFault(
				context,
				`Group Settings has the group "${names[key]}" twice`,
				'Keep one row for each group',
			);
		}
		const name = parameters.constant(`${path}.name`, schemas.text.default('')).trim();
		groups.set(key, { name: name || names[key], ...readCampaign(parameters, path) });
	});
	return keys.map((key) => {
		const group = groups.get(key) ?? plainGroup(names[key]);
		const campaign = campaigns[key];
		if (campaign === undefined) return group;
		return { ...group, campaign: withDefault(group.campaign, campaign) };
	});
}
