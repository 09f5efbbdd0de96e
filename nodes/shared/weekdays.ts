import type { INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod';

import type { NodeParameters } from './NodeParameters';

/** In the order in which they are counted: 0 is Sunday. */
const WEEKDAYS = [
	'sunday',
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
] as const;

const weekdaysSchema = z.array(z.enum(WEEKDAYS)).default([]);

/** Weekdays to choose from. */
export const weekdayChoices: INodePropertyOptions[] = [
	{ name: 'Friday', value: 'friday' },
	{ name: 'Monday', value: 'monday' },
	{ name: 'Saturday', value: 'saturday' },
	{ name: 'Sunday', value: 'sunday' },
	{ name: 'Thursday', value: 'thursday' },
	{ name: 'Tuesday', value: 'tuesday' },
	{ name: 'Wednesday', value: 'wednesday' },
];

/** The weekdays that the user chose, 0 for Sunday. */
export function readWeekdays(parameters: NodeParameters, path: string): number[] {
	return parameters.constant(path, weekdaysSchema).map((day) => WEEKDAYS.indexOf(day));
}
