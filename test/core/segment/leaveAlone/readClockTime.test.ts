import { readClockTime } from '../../../../nodes/core/segment/leaveAlone/readClockTime';

describe('readClockTime', () => {
	it.each<[string, number]>([
		['21:00', 1260],
		['8:05', 485],
		[' 08.30 ', 510],
		['0:00', 0],
		['23:59', 1439],
		['7', 420],
	])('reads %s', (text, minutes) => {
		expect(readClockTime(text)).toEqual({ ok: true, value: minutes });
	});

	it.each(['24:00', '12:60', '9 pm', '', ':30', '-1:00', '123', '8:5'])('refuses "%s"', (text) => {
		expect(readClockTime(text)).toMatchObject({ ok: false, problem: 'unreadable' });
	});
});
