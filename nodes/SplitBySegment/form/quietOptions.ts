import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { readClosings } from '../../core/history/closings';
import { QuietTimes } from '../../core/segment/leaveAlone/QuietTimes';
import { readClockTime } from '../../core/segment/leaveAlone/readClockTime';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { readWeekdays, weekdayChoices } from '../../shared/weekdays';

const FROM = '21:00';
const UNTIL = '08:00';

/** When nobody is contacted. */
export const quietOptions: INodeProperties[] = [
	{
		displayName: 'Quiet Dates',
		name: 'quietDates',
		type: 'string',
		default: '',
		placeholder: 'e.g. 12-25, 2026-08-01 to 2026-08-21',
		description:
			'Days on which nobody is contacted. Days as 2026-12-24, days of every year as 12-25, periods with "to", commas between.',
	},
	{
		displayName: 'Quiet From',
		name: 'quietFrom',
		type: 'string',
		default: FROM,
		placeholder: 'e.g. 21:00',
		description:
			'When the quiet hours begin, during which nobody is contacted but by post and ads; the same as Quiet Until for none',
	},
	{
		displayName: 'Quiet Until',
		name: 'quietUntil',
		type: 'string',
		default: UNTIL,
		placeholder: 'e.g. 08:00',
		description: 'When the quiet hours end; before Quiet From where they run over midnight',
	},
	{
		displayName: 'Quiet Weekdays',
		name: 'quietWeekdays',
		type: 'multiOptions',
		options: weekdayChoices,
		default: [],
		description: 'Weekdays on which nobody is contacted but by post and ads',
	},
	{
		displayName: 'Quiet Time Zone Field',
		name: 'timeZoneField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. timezone',
		description:
			'The field with the time zone of the person, e.g. Europe/Berlin, for quiet times; without one, that of the workflow holds',
	},
];

const clockTime = schemas.text.transform((text, issues) => {
	const reading = readClockTime(text);
	if (reading.ok) return reading.value;
	issues.addIssue({ code: 'custom', message: 'a time such as 21:00 is expected' });
	return z.NEVER;
});

/** The quiet times; undefined where there are none. One end of the hours brings the other. */
export function readQuietTimes(parameters: NodeParameters): QuietTimes | undefined {
	const begins = parameters.constant('leaveAlone.quietFrom', clockTime.optional());
	const ends = parameters.constant('leaveAlone.quietUntil', clockTime.optional());
	const hasHours = begins !== undefined || ends !== undefined;
	const from = begins ?? (hasHours ? clockTime.parse(FROM) : 0);
	const until = ends ?? (hasHours ? clockTime.parse(UNTIL) : 0);
	const weekdays = readWeekdays(parameters, 'leaveAlone.quietWeekdays');
	const dates = parameters.constant('leaveAlone.quietDates', schemas.text.optional()) ?? '';
	return parameters.withDomainFaults(() => {
		const periods = readClosings(dates, parameters.labelOf('leaveAlone.quietDates'));
		if (from === until && weekdays.length === 0 && periods.length === 0) return undefined;
		return new QuietTimes({ from, until, weekdays, periods });
	});
}
