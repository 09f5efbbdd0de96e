import { holdoutEffect } from '../../../nodes/core/report/holdoutEffect';

describe('holdoutEffect', () => {
	it.each([
		[
			'more',
			{ hits: 30, of: 200 },
			{ hits: 10, of: 200 },
			true,
			'Of 200 people contacted, 15 % reached the outcome; of 200 people in the control group, 5 %: 10 points more by the campaign (likely 4.2 to 16).',
		],
		[
			'fewer',
			{ hits: 10, of: 200 },
			{ hits: 30, of: 200 },
			true,
			'Of 200 people contacted, 5 % reached the outcome; of 200 people in the control group, 15 %: 10 points fewer with the campaign (likely 4.2 to 16). It did harm.',
		],
		[
			'nothing sure',
			{ hits: 3, of: 20 },
			{ hits: 0, of: 1 },
			false,
			'Of 20 people contacted, 15 % reached the outcome; of 1 person in the control group, 0 %. Nothing can be said yet: the difference may as well be chance (likely -64.9 to 36 points).',
		],
	])('tells of %s', (_what, contacted, control, isSure, finding) => {
		expect(holdoutEffect(contacted, control)).toMatchObject({
			contacted: contacted.of,
			contactedOutcomes: contacted.hits,
			controlOutcomes: control.hits,
			isSure,
			finding,
		});
	});

	it('tells nothing without people on both sides', () => {
		expect(holdoutEffect({ hits: 1, of: 1 }, { hits: 0, of: 0 })).toBeUndefined();
	});
});
