import { assignSegment, suppress } from '../../../nodes/core/segment/assignSegment';

describe('assignSegment', () => {
	const fans = {
		name: 'Fans',
		priority: 2,
		campaign: 'Spring',
		channel: 'email',
		owner: 'mia@shop.example',
	};
	const free = { previousName: null, suppression: undefined, control: null };
	const rest = {
		name: 'The Rest',
		priority: null,
		campaign: null,
		channel: null,
		owner: null,
	};
	const late = {
		by: 'contactedLately',
		reason: 'Written to 3 hours ago.',
		until: '2026-11-29T08:00:00.000Z',
	} as const;

	it('fills the contract for an item of a segment', () => {
		expect(
			assignSegment(fans, 'Fans: orders is 12.', ['Fans', 'Recent'], {
				previousName: 'Recent',
				suppression: late,
				control: false,
			}),
		).toEqual({
			name: 'Fans',
			matched: ['Fans', 'Recent'],
			priority: 2,
			campaign: 'Spring',
			channel: 'email',
			owner: 'mia@shop.example',
			suppressed: true,
			suppressedBy: 'contactedLately',
			suppressedReason: 'Written to 3 hours ago.',
			suppressedUntil: '2026-11-29T08:00:00.000Z',
			control: false,
			previousName: 'Recent',
			changed: true,
			reason: 'Fans: orders is 12.',
		});
	});

	it('fills the contract for everyone else', () => {
		expect(assignSegment(rest, 'Meets the conditions of no segment.', [], free)).toEqual({
			name: 'The Rest',
			matched: [],
			priority: null,
			campaign: null,
			channel: null,
			owner: null,
			suppressed: false,
			suppressedBy: null,
			suppressedReason: null,
			suppressedUntil: null,
			control: null,
			previousName: null,
			changed: null,
			reason: 'Meets the conditions of no segment.',
		});
	});

	it.each([
		[null, null],
		['Fans', false],
		['Lost', true],
	])('after %p, changed is %p', (previousName, changed) => {
		expect(assignSegment(fans, '', ['Fans'], { ...free, previousName }).changed).toBe(changed);
	});

	it('takes a suppression that was found out later', () => {
		const verdict = assignSegment(fans, '', ['Fans'], free);
		suppress(verdict, late);
		expect(verdict).toEqual(assignSegment(fans, '', ['Fans'], { ...free, suppression: late }));
	});
});
