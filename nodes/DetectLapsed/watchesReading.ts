import type { INodeProperties } from 'n8n-workflow';

import type { Watch } from '../core/lapse/LapseVerdict';

/** Options on how values are read that other watches than the one over purchases have as well. */
const ALSO_READ_BY: Readonly<Record<string, readonly Watch[]>> = Object.freeze({
	dateFormat: ['deals', 'subscribers'],
	decimalSeparator: ['deals'],
	ignorePlusTags: ['subscribers'],
});

/** The watches that read one of the options of purchases. */
export function watchesReading({ name }: INodeProperties): Watch[] {
	return ['purchases', ...(ALSO_READ_BY[name] ?? [])];
}
