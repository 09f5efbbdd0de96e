import fc from 'fast-check';

import { backtestText } from '../../../../nodes/core/lapse/backtest/backtestText';
import { anyReport, AS_OF, BACKTEST, EDGES, NOTHING, ROWS } from './someBacktest';

const linesOf = (name: string) => backtestText(EDGES[name]!, AS_OF).split('\n');

describe('backtestText', () => {
	it('tells it all', () => {
		expect(backtestText(BACKTEST, AS_OF).split('\n')).toEqual([
			'Who is gone? Backtest as of 2026-06-30',
			'',
			'Looked 90 days ahead from 2026-04-01 and 2026-01-01; a customer counts once for each of these days. Of 2,000 customers, 500 (25 %) came back in that time and 1,500 stayed away.',
			'',
			'Recommended setting: Own Rhythm, 3x the usual gap',
			'Set Method to Own Rhythm; in Options, set At Risk After (Intervals) to 2.3, Lapsed After (Intervals) to 3 and Lost After (Intervals) to 4.5.',
			'A customer counts as gone with no order for more than 3 times their usual gap.',
			'Of 1,418 customers it calls gone, 91 of 100 stayed away and 9 of 100 came back by themselves.',
			'It finds 86 of 100 who are gone.',
			'',
			'Best setting of each method',
			'Own Rhythm, 3x the usual gap: 80 % right on both sides. Calls 1,418 gone, 91 % rightly; 128 came back by themselves; finds 86 % of the gone.',
			// Of two that are equally good, the plainer one.
			'Predictive, chance below the average: 77 % right on both sides. Calls 1,400 gone, 89 % rightly; 150 came back by themselves; finds 83 % of the gone.',
			'Fixed Window, 60 days: 63 % right on both sides. Calls 1,600 gone, 81 % rightly; 300 came back by themselves; finds 87 % of the gone.',
			'Right on both sides is the mean of two shares: of the gone, those it finds; of those who came back, those it does not call gone. 50 % is no better than tossing a coin.',
			'',
			'Did the forecasts come true?',
			// (120 + 90 + 10.8) / 1512 and (96 + 87 + 6) / 1512; twelve customers say nothing by themselves.
			'15 % of the customers were forecast to come back and 13 % did. Forecasts of 0 to 20 % came true in 8 % and of 20 to 40 % in 29 %.',
		]);
	});

	// Source: definitions of the settings in LapseSetting.ts and backtestLapse.ts.
	it.each([
		[0, 'A customer counts as gone with no order for more than 60 days.'],
		[2, 'A customer counts as gone with no order for more than 3 times their usual gap.'],
		[
			3,
			'A customer counts as gone with no order for more than a long gap of theirs, one that 90 of 100 of their gaps stay within.',
		],
		[
			4,
			'A customer counts as gone when the next order is due and their chance to come back within 90 days is below the average.',
		],
		[
			5,
			'A customer counts as gone when the next order is due and their chance to come back within 90 days is below 20 %.',
		],
	])('says who is gone by setting %p', (place, rule) => {
		const text = backtestText({ ...BACKTEST, recommended: ROWS[place]! }, AS_OF);
		expect(text.split('\n')).toContain(rule);
	});

	it('speaks of the key action that is counted', () => {
		const text = backtestText(BACKTEST, { ...AS_OF, action: 'booking' });
		expect(text).toContain('with no booking for more than');
		expect(text).not.toContain('order');
	});

	it('tells of no dates', () => {
		expect(backtestText(NOTHING, AS_OF)).toBe(
			[
				'Who is gone? Backtest as of 2026-06-30',
				'',
				'There is no day in the past to look ahead from yet.',
				'',
				'No setting to recommend',
				'Keep the settings you have until more of the past is known.',
				'',
				'Good to know',
				'There is too little to look back on.',
			].join('\n'),
		);
	});

	it.each([
		[
			'nobody came back',
			'Nobody came back within 90 days, so nothing tells a good setting from a bad one. Look more days ahead.',
		],
		[
			'everybody came back',
			'Everybody came back within 90 days, so nobody was gone and nothing tells a good setting from a bad one. Look fewer days ahead.',
		],
		[
			'no better than a coin',
			'No setting did better than tossing a coin. Keep the settings you have.',
		],
		[
			'one customer',
			'Looked 1 day ahead from 2026-04-01. Of 1 customer, 0 (0 %) came back in that time and 1 stayed away.',
		],
		['one customer', '10 % of the customers were forecast to come back and 0 % did.'],
		['nobody flagged', 'It calls nobody gone.'],
		['nobody flagged', 'Fixed Window, 365 days: 50 % right on both sides, calls nobody gone.'],
		['few came back', 'Only 12 customers came back: take the figures as a hint, not as proof.'],
	])('%s: %s', (name, line) => {
		expect(linesOf(name)).toContain(line);
	});

	it('warns of few who stayed away as well, and not of thirty', () => {
		const withReturns = (cameBack: number) => backtestText({ ...BACKTEST, cameBack }, AS_OF);
		expect(withReturns(1971)).toContain('Only 29 customers stayed away');
		expect(withReturns(1970)).not.toContain('Only');
		expect(withReturns(29)).toContain('Only 29 customers came back');
		expect(withReturns(30)).not.toContain('Only');
	});

	it('leaves out what there is not', () => {
		expect(linesOf('no forecast')).not.toContain('Did the forecasts come true?');
		expect(linesOf('usual')).not.toContain('Good to know');
		for (const name of ['no rows', 'nobody came back', 'everybody came back', 'one customer']) {
			expect(linesOf(name)).not.toContain('Best setting of each method');
		}
	});

	it('stays short where nothing long is given', () => {
		for (const backtest of Object.values(EDGES)) {
			expect(backtestText(backtest, AS_OF).length).toBeLessThan(1600);
		}
	});

	it('never says what is not known: no null, NaN, undefined or Infinity', () => {
		for (const backtest of Object.values(EDGES)) {
			expect(backtestText(backtest, AS_OF)).not.toMatch(/null|NaN|undefined|Infinity/);
		}
	});

	it('fits a Telegram message, without a character of its Markdown or HTML, whatever is in it', () => {
		// Source: Telegram Bot API, sendMessage, "1-4096 characters"; "Formatting options".
		fc.assert(
			fc.property(anyReport, ({ backtest, setting }) => {
				const text = backtestText(backtest, setting);
				expect(text.length).toBeLessThanOrEqual(4096);
				expect(text).not.toMatch(/[_*[\]`\\<>&]/);
				expect(backtestText(backtest, setting)).toBe(text);
			}),
		);
	});
});
