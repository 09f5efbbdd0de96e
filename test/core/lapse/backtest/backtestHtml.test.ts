import fc from 'fast-check';

import { backtestHtml } from '../../../../nodes/core/lapse/backtest/backtestHtml';
import { backtestText } from '../../../../nodes/core/lapse/backtest/backtestText';
import { limitLabel } from '../../../../nodes/core/lapse/backtest/LapseSetting';
import { anyReport, AS_OF, BACKTEST, EDGES, ROWS } from './someBacktest';

/** The text between tags; throws where tags are not closed in the order in which they were opened. */
function readHtml(html: string): { tags: string[]; text: string } {
	const open: string[] = [];
	const tags: string[] = [];
	const text = html.replace(/<(\/?)([a-z0-9]+)((?:\s+[a-z-]+="[^"<>]*")*)>/g, (_, close, tag) => {
		if (close && open.pop() !== tag) throw new Error(`</${tag}> closes nothing`);
		if (!close) open.push(tag);
		tags.push(tag);
		return '';
	});
	if (open.length > 0) throw new Error(`not closed: ${open.join(', ')}`);
	if (/[<>]/.test(text)) throw new Error(`neither tag nor text: ${text.slice(0, 200)}`);
	return { tags, text: unescaped(text) };
}

function unescaped(text: string): string {
	return text
		.replace(/&nbsp;/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&#39;/g, "'")
		.replace(/&amp;/g, '&');
}

/** Rows of the table of settings: their cells as text. */
function settingRows(html: string): string[][] {
	return [...html.matchAll(/<tr><th scope="row".*?<\/tr>/g)].map(([row]) =>
		[...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => unescaped(cell!)),
	);
}

const ALLOWED = new Set(['table', 'tr', 'td', 'th', 'h1', 'h2', 'p', 'span']);

describe('backtestHtml', () => {
	const html = backtestHtml(BACKTEST, AS_OF);

	it('says all that the plain text says, but the figures that its table shows', () => {
		const { text } = readHtml(html);
		for (const line of backtestText(BACKTEST, AS_OF).split('\n')) {
			if (line.includes('right on both sides')) {
				expect(text).toContain(line.slice(0, line.indexOf('. Calls')));
			} else for (const part of line.split('setting: ')) expect(text).toContain(part);
		}
	});

	it('lists every setting with its figures, and marks the recommended one', () => {
		expect(settingRows(html)).toEqual([
			['60 days', '1,600', '300', '81 %', '87 %', '63 %'],
			['365 days', '0', '0', '–', '0 %', '50 %'],
			['3x the usual gap (recommended)', '1,418', '128', '91 %', '86 %', '80 %'],
			['1x the 90th percentile of own gaps', '1,500', '300', '80 %', '80 %', '60 %'],
			['chance below the average', '1,400', '150', '89 %', '83 %', '77 %'],
			['chance below 20 %', '1,200', '100', '92 %', '73 %', '77 %'],
		]);
		expect(html.match(/font-weight:bold;text-align:right/g)).toHaveLength(5);
	});

	it('marks the recommended row of findings that went through JSON as well', () => {
		const copied = JSON.parse(JSON.stringify(BACKTEST)) as typeof BACKTEST;
		expect(backtestHtml(copied, AS_OF)).toBe(html);
	});

	it('draws the best setting of each method, best first, and forecasts beside what came true', () => {
		const filled = [...html.matchAll(/<td width="(\d+)%" bgcolor/g)].map(([, width]) =>
			Number(width),
		);
		expect(filled).toEqual([80, 77, 63, 10, 8, 30, 29, 90, 50]);
	});

	it('names each method once above its settings', () => {
		const groups = [...html.matchAll(/<th scope="rowgroup"[^>]*>(.*?)<\/th>/g)].map(
			([, name]) => name,
		);
		expect(groups).toEqual(['Fixed Window', 'Own Rhythm', 'Predictive']);
	});

	it.each(Object.keys(EDGES))('is sound, with nothing to load or to run: %s', (name) => {
		const page = backtestHtml(EDGES[name]!, AS_OF);
		const { tags, text } = readHtml(page);
		expect(tags.filter((tag) => !ALLOWED.has(tag))).toEqual([]);
		expect(page).not.toMatch(/url\(|https?:|data:|\sbackground=|\son[a-z]+=|class=|(?<!-)color:/i);
		expect(text).not.toMatch(/null|NaN|undefined|Infinity/);
		expect(settingRows(page).map(([limit]) => limit!.replace(' (recommended)', ''))).toEqual(
			EDGES[name]!.rows.map(({ setting }) => limitLabel(setting)),
		);
		// Gmail clips a mail at 102 KB: all settings there are take about 46.
		expect(page.length).toBeLessThan(30_000);
	});

	it('leaves out what there is not', () => {
		expect(backtestHtml(EDGES['no dates']!, AS_OF)).not.toMatch(
			/All settings|Best setting|forecasts/,
		);
		expect(backtestHtml(EDGES['no forecast']!, AS_OF)).not.toContain('forecasts');
		expect(html).not.toContain('Good to know');
		const withoutBest = { ...BACKTEST, recommended: null, rows: ROWS };
		expect(backtestHtml(withoutBest, AS_OF)).not.toContain('(recommended)');
	});

	it('shows any text as it is, and takes none for tags', () => {
		fc.assert(
			fc.property(anyReport, ({ backtest, setting }) => {
				const page = backtestHtml(backtest, setting);
				const { tags, text } = readHtml(page);
				expect(tags.filter((tag) => !ALLOWED.has(tag))).toEqual([]);
				for (const note of backtest.notes) expect(text).toContain(note);
				if (backtest.recommended && backtest.recommended.setting.method !== 'predictive') {
					expect(text).toContain(`with no ${setting.action} for more than`);
				}
				expect(backtestHtml(backtest, setting)).toBe(page);
			}),
		);
	});
});
