import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import type { HoldPolicy } from '../core/lapse/holdBack';
import type { Watch } from '../core/lapse/LapseVerdict';
import { configurationFault } from '../shared/configurationFault';
import type { NodeParameters } from '../shared/NodeParameters';
import { schemas } from '../shared/parameterSchemas';
import type { CommonConfiguration } from './readCommonConfiguration';

/** Who is held back, alike for everything that is watched. */
export const holdOptions: INodeProperties[] = [
	{
		displayName: 'Ignore Lapsed Longer Than (Days)',
		name: 'lapsedLongAgoDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 365,
		description:
			'Customers who lapsed more days ago than this leave on Held Back, so that no old silence is stirred up',
	},
	{
		displayName: 'Most Lapsed per Run',
		name: 'mostLapsedPerRun',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		description:
			'So many customers leave on Lapsed in one run, those with most value at risk first (or most spent, without forecasts). The others leave on Held Back, marked for later.',
	},
	{
		displayName: 'Newly Lapsed Only',
		name: 'newlyLapsedOnly',
		type: 'boolean',
		default: false,
		// Of a cart each reminder is due once: it is known before, and still to be sent.
		displayOptions: { show: { '/watch': ['purchases', 'deals', 'subscribers'] } },
		description:
			'Whether those who had the same status last time leave on Held Back. Needs Previous Status Field or a memory. With Tell Once, who was told counts in place of the status.',
	},
	{
		displayName: 'Silent First Run',
		name: 'silentFirstRun',
		type: 'boolean',
		default: false,
		description:
			'Whether all who are not active leave on Held Back as long as nobody has a previous status or, with a memory, in the first run of the campaign: it only takes note. Needs Previous Status Field or a memory.',
	},
];

/** Reads who is held back; undefined where nobody is. */
export function readHoldPolicy(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	watch: Watch,
	{ previousStatus, lastContact, memory }: CommonConfiguration,
): HoldPolicy | undefined {
	const needsPrevious = (path: string): boolean => {
		const isOn = parameters.constant(path, schemas.flag.default(false));
		if (!isOn || previousStatus || memory) return isOn;
		throw configurationFault(
			context,
			`${parameters.labelOf(path)} is on, but ${parameters.labelOf('options.previousStatusField')} in Options is empty`,
			'Name the field that holds the status of last time, choose a memory under Memory, or switch it off',
		);
	};
	const tellsOnce = memory?.telling !== undefined;
	const policy: HoldPolicy = {
		knownBefore: watch !== 'carts' && needsPrevious('options.newlyLapsedOnly'),
		lapsedLongAgoDays: parameters.constant(
			'options.lapsedLongAgoDays',
			schemas.positive.optional(),
		),
		firstRun: needsPrevious('options.silentFirstRun'),
		// A cart tells by itself whether its reminder has to wait.
		contacted: (lastContact !== undefined || tellsOnce) && watch !== 'carts',
		atMost: parameters.constant('options.mostLapsedPerRun', schemas.wholePositive.optional()),
	};
	const isSet =
		tellsOnce ||
		policy.knownBefore ||
		policy.firstRun ||
		policy.contacted ||
		policy.lapsedLongAgoDays !== undefined ||
		policy.atMost !== undefined;
	return isSet ? policy : undefined;
}
