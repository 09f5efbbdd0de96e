import fc from 'fast-check';

import {
	CLOCK_FIELDS,
	dealClock,
	type DealClockPolicy,
	type DealDates,
} from '../../../nodes/core/lapse/dealClock';

/** Dates in the order in which they happened. */
const DATES: DealDates = {
	createdAt: 1,
	stageSince: 2,
	lastActivityAt: 3,
	otherActivityAt: 4,
	lastChangeAt: 5,
};

function idle(...clockFields: DealClockPolicy['clockFields']): DealClockPolicy {
	return { measure: 'idle', clockFields };
}

describe('dealClock', () => {
	it.each<[string, DealDates, DealClockPolicy, number | undefined]>([
		['age from the creation', DATES, { ...idle(...CLOCK_FIELDS), measure: 'age' }, 1],
		['time in stage from its start', DATES, { ...idle(), measure: 'timeInStage' }, 2],
		['idle from the newest that counts', DATES, idle(...CLOCK_FIELDS), 5],
		['an edit resets nothing unless chosen', DATES, idle('created', 'lastActivity'), 4],
		['the further date always resets', DATES, idle('created'), 4],
		['an older further date does not', { ...DATES, otherActivityAt: 0 }, idle('created'), 1],
		['idle by stage changes alone', { createdAt: 1, stageSince: 2 }, idle('stageChange'), 2],
		['a deal nothing else tells of', { createdAt: 1 }, idle('lastActivity'), 1],
		['no date at all', {}, idle(...CLOCK_FIELDS), undefined],
		['no creation date', { lastActivityAt: 3 }, { ...idle(), measure: 'age' }, undefined],
		['no stage date', { createdAt: 1 }, { ...idle(), measure: 'timeInStage' }, undefined],
	])('%s', (_name, dates, policy, since) => {
		expect(dealClock(dates, policy)).toBe(since);
	});

	it('never sets the clock back further by one more field that resets it', () => {
		const instant = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined });
		fc.assert(
			fc.property(
				fc.record({ createdAt: fc.integer({ min: 0, max: 1000 }), lastActivityAt: instant }),
				fc.subarray([...CLOCK_FIELDS]),
				fc.constantFrom(...CLOCK_FIELDS),
				(dates, fields, more) => {
					const without = dealClock(dates, idle('created', ...fields))!;
					expect(dealClock(dates, idle('created', ...fields, more))).toBeGreaterThanOrEqual(
						without,
					);
				},
			),
		);
	});
});
