import type { LeadModelInput } from '../../../nodes/core/lead/LeadModel';
import { pointsOf, prepared, scoreOn } from './scoring';

const fit = (name: string, points: number, group?: string) =>
	({ name, category: 'fit', counts: 'lead', points, group }) as const;
const does = (name: string, points: number, more: object = {}) =>
	({ name, category: 'engagement', counts: 'activities', points, ...more }) as const;

/** So many of the same on one date. */
const times = (count: number, date: string): string[] => Array.from({ length: count }, () => date);

/*
 * HubSpot's combined score. Sources:
 * - points, and 50 each for fit and engagement: https://blog.thalox.com/combined-score-in-hubspot
 * - a limit for each group within that of the score: https://sponge.io/hubspot-lead-scoring/
 * - 25 % or 50 % less after one month: https://www.xcellimark.com/how-to-hubspot/control-lead-score-durations-with-decay-timeframe-settings-hubspot-lead-scoring-tips
 * - linear: https://leadvibe-ms-site.pages.dev/glossary/score-decay/
 * - A1 to C3: https://focus-scale.com/field-notes/hubspot-lead-scoring-model
 */
describe('A model as in HubSpot', () => {
	const model = prepared({
		rules: [
			fit('Industry', 20, 'Company'),
			fit('Revenue', 20, 'Company'),
			fit('Country', 10, 'Person'),
			fit('Area of interest', 10, 'Person'),
			does('Form submission', 15, { group: 'Marketing' }),
			does('Email open', 5, { group: 'Marketing' }),
			does('Meeting booked', 10, { group: 'Sales' }),
		],
		groups: [
			{ name: 'Company', pointsAtMost: 30 },
			{ name: 'Person', pointsAtMost: 20 },
			{ name: 'Marketing', pointsAtMost: 20, decay: { kind: 'step', percent: 25, months: 1 } },
			{ name: 'Sales', pointsAtMost: 30, decay: { kind: 'step', percent: 50, months: 1 } },
		],
		fitAtMost: 50,
		engagementAtMost: 50,
		scoreAtMost: 100,
	});
	const met = {
		Industry: true,
		Revenue: true,
		Country: true,
		'Form submission': ['2026-11-01', '2026-08-22'],
		'Email open': ['2026-11-21', '2026-10-23', '2026-10-22'],
		'Meeting booked': ['2026-11-20', '2026-10-10', '2026-09-22'],
	} as const;

	it('on 22 November', () => {
		const verdict = scoreOn('2026-11-22', { met }, model);
		/*
		 * Company 20 + 20, at most 30: Revenue keeps 10. Person 10. Fit 40 of 50 = 80 %: A.
		 * Forms: this month 15; three months ago a quarter of 15 = 3.75; together 18.75.
		 * Opens: 5; 5 (a month is over only tomorrow); three quarters of 5 = 3.75; together 13.75.
		 * Marketing 32.50, at most 20: opens lose 12.50 and keep 1.25.
		 * Meetings: 10; one month 5; two months 0. Engagement 20 + 15 = 35 of 50 = 70 %: 1.
		 */
		expect(verdict).toMatchObject({
			score: 75,
			maxScore: 100,
			fit: { points: 40, max: 50 },
			engagement: { points: 35, max: 50 },
			grade: 'A1',
			band: 'hot',
		});
		expect(pointsOf(verdict)).toEqual([
			['Industry', 20],
			['Form submission', 18.75],
			['Meeting booked', 15],
			['Revenue', 10],
			['Country', 10],
			['Email open', 1.25],
		]);
		expect(verdict.reasons.find(({ rule }) => rule === 'Email open')).toMatchObject({
			group: 'Marketing',
			points: 1.25,
			pointsAfterDecay: 13.75,
			pointsEarned: 15,
		});
	});

	it('a month later, when nothing more has happened', () => {
		const verdict = scoreOn('2026-12-22', { met, previousBand: 'hot' }, model);
		/*
		 * Forms: 11.25 and, after four months, 0. Opens: 3.75 + 3.75 + 2.50 = 10. Marketing 21.25, at most
		 * 20: opens keep 8.75. Meetings: 5 + 0 + 0. Engagement 25 of 50 = 50 %: 2. Score 65: within the
		 * margin of 5 below hot, which begins at 70.
		 */
		expect(verdict).toMatchObject({
			score: 65,
			engagement: { points: 25 },
			grade: 'A2',
			band: 'hot',
			bandChanged: false,
		});
		expect(pointsOf(verdict).slice(1)).toEqual([
			['Form submission', 11.25],
			['Revenue', 10],
			['Country', 10],
			['Email open', 8.75],
			['Meeting booked', 5],
		]);
		expect(scoreOn('2026-12-22', { met }, model).band).toBe('warm');
	});
});

/*
 * Account Engagement, once Pardot. Sources:
 * - points of activities: https://help.salesforce.com/apex/HTViewHelpDoc?id=mktg.pardot_leadqual_scoring_baseline.htm
 * - emails opened count once only: the same page
 * - grades by profile criteria, letters from A to F, of which D is where prospects begin:
 *   https://help.salesforce.com/apex/HTViewHelpDoc?id=mktg.pardot_leadqual_grading_guidelines.htm
 * - points off after inactivity, by days and points of one's own:
 *   https://thespotforpardot.com/2024/01/05/how-to-deal-with-score-decay-in-account-engagement/
 * - 20 points off for unsubscribing: http://support.soffront.com/knowledge-base/expire-stale-lead-scores/
 */
describe('A model as in Account Engagement', () => {
	const model: LeadModelInput = {
		rules: [
			fit('Job title', 30),
			fit('Company size', 30),
			fit('Industry', 20),
			fit('Location', 20),
			does('Custom redirect click', 3),
			does('Email open', 1, { firstTimeOnly: true }),
			does('File access', 3),
			does('Form error', -5),
			does('Form submission', 50),
			does('Opportunity lost', -100),
			does('Page view', 1),
			{ ...fit('Unsubscribed', -20), category: 'engagement' },
		],
		engagementAtMost: 200,
		inactivity: { afterDays: 30, points: 10, everyDays: 30 },
		grades: { fit: [80, 60, 40, 20], engagement: [75, 50, 25] },
	};

	it('adds what was done and takes off for leaving and for silence', () => {
		const verdict = scoreOn(
			'2026-11-22',
			{
				met: {
					'Job title': true,
					'Company size': true,
					'Custom redirect click': times(2, '2026-08-19'),
					'Email open': times(4, '2026-08-01'),
					'File access': times(3, '2026-08-19'),
					'Form error': ['2026-08-19'],
					'Form submission': ['2026-07-01', '2026-08-19'],
					'Page view': times(12, '2026-08-19'),
					Unsubscribed: true,
				},
				idleDays: 95,
			},
			prepared(model),
		);
		/*
		 * 2 x 3 + 1 + 3 x 3 - 5 + 2 x 50 + 12 x 1 - 20 = 103. Silent for 95 days: after 30, 60 and 90 days
		 * 10 points each are gone, 73 are left of 200 = 36.5 %: the third of four.
		 * Fit 60 of 100: the second of five letters. 133 of 300 = 44 %: warm.
		 */
		expect(verdict).toMatchObject({
			score: 133,
			maxScore: 300,
			fit: { points: 60, max: 100 },
			engagement: { points: 73, max: 200 },
			grade: 'B3',
			band: 'warm',
		});
		expect(pointsOf(verdict)).toEqual([
			['Form submission', 100],
			['Job title', 30],
			['Company size', 30],
			['Inactivity', -30],
			['Unsubscribed', -20],
			['Page view', 12],
			['File access', 9],
			['Custom redirect click', 6],
			['Form error', -5],
			['Email open', 1],
		]);
	});

	it('leaves nothing of who was lost, and no less than nothing', () => {
		const met = { 'Form submission': ['2026-11-01'], 'Opportunity lost': ['2026-11-21'] };
		const verdict = scoreOn('2026-11-22', { met }, prepared(model));
		expect(verdict).toMatchObject({ score: 0, grade: 'E4', band: 'cold' });
		expect(pointsOf(verdict)).toEqual([
			['Opportunity lost', -50],
			['Form submission', 50],
		]);
	});

	it('goes below zero where that is allowed, as a score there can', () => {
		const met = { 'Form submission': ['2026-11-01'], 'Opportunity lost': ['2026-11-21'] };
		const below = prepared({ ...model, scoreAtLeast: -1000 });
		expect(scoreOn('2026-11-22', { met }, below).score).toBe(-50);
	});
});

/*
 * Person engagement scores of Marketo: what was done within the last 30 days counts, at most 20 times a
 * day of each type; older activities expire.
 * Source: https://experienceleague.adobe.com/en/docs/marketo-optimizer/user/audiences/engagement-scores
 * (weights are chosen here; scores are not normalised).
 */
describe('A model with time windows as in Marketo', () => {
	const model = prepared({
		rules: [
			does('Click', 2, { timesADay: 20 }),
			does('Visit', 1, { timesADay: 20 }),
			does('Form', 10, { timesADay: 20 }),
		],
		decay: { kind: 'window', days: 30 },
		engagementAtMost: 200,
	});

	it('counts the last 30 days, at most 20 of one day', () => {
		const met = {
			Click: [...times(25, '2026-11-22'), ...times(3, '2026-11-21')],
			Visit: [...times(4, '2026-10-23'), ...times(9, '2026-10-22')],
			Form: ['2026-10-01'],
		};
		// 20 + 3 clicks, 4 visits 30 days ago, none of 31 days ago, no form.
		const verdict = scoreOn('2026-11-22', { met }, model);
		expect(pointsOf(verdict)).toEqual([
			['Click', 46],
			['Visit', 4],
			['Form', 0],
		]);
		expect(verdict.reasons.map(({ pointsEarned }) => pointsEarned)).toEqual([46, 13, 10]);
		// One day later the visits are gone; 30 days later only the clicks of 22 November are left.
		expect(scoreOn('2026-11-23', { met }, model).score).toBe(46);
		expect(scoreOn('2026-12-22', { met }, model).score).toBe(40);
		expect(scoreOn('2026-12-23', { met }, model).score).toBe(0);
	});
});

/*
 * Points that expire with the last time: 50 for a clicked link, gone 30 days after it.
 * Source: http://support.soffront.com/knowledge-base/expire-stale-lead-scores/
 */
describe('A model with points that expire', () => {
	const model = prepared({
		rules: [
			does('Link clicked', 50, { timesAtMost: 2, decay: { kind: 'expiry', days: 30 } }),
			does('Unsubscribed', -20, { decay: { kind: 'expiry', days: 30 } }),
		],
		scoreAtLeast: -100,
	});

	it.each([
		['2026-11-22', 80],
		['2026-12-01', 80],
		['2026-12-02', -20],
	])('on %s leaves %p', (date, score) => {
		const met = {
			'Link clicked': ['2026-11-01', '2026-06-01', '2026-05-01'],
			Unsubscribed: ['2026-06-02'],
		};
		expect(scoreOn(date, { met }, model).score).toBe(score);
	});
});
