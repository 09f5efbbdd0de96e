import fc from 'fast-check';

import { checkEarlierReport } from '../../../nodes/core/report/compareReports';
import { makeReport, type CollectedGroup } from '../../../nodes/core/report/makeReport';
import { personaCard } from '../../../nodes/core/report/personaCard';
import { segmentHtml } from '../../../nodes/core/report/segmentHtml';
import { segmentCard, segmentText } from '../../../nodes/core/report/segmentText';
import { collectedRun, type Person } from './collectedRun';

const LONGEST = 4096;

/** A shop with that many groups and everyone else, all that can be told of them known. */
function fullReport(
	nameOf: (i: number) => string,
	count: number,
	ofGroup: Partial<CollectedGroup> = {},
) {
	const names = [...Array.from({ length: count }, (_, i) => nameOf(i)), 'Everyone Else'];
	const people = Array.from({ length: count * 40 }, (_, i): Person => {
		const place = i % count;
		return {
			groups: [place],
			previous: names[(place + (i % 3)) % count]!,
			country: i % 7 === 0 ? 'Elsewhere' : `Country ${place}`,
			figures: {
				revenue: 1000 + i,
				orders: 3,
				margin: 300,
				marginPercent: 30,
				cost: place === 0 ? 400 : 20,
				costPoints: 4,
				score: i % 100,
				forecast: { orders: 0.6, probability: 0.4, horizonDays: 90, value: 30, currency: 'EUR' },
			},
		};
	});
	const earlier = names.map((name, i) => ({
		name,
		size: 30 + i,
		revenue: 20_000,
		currency: 'EUR',
	}));
	const outcomes = { contacted: { hits: 30, of: 200 }, control: { hits: 10, of: 200 } };
	return makeReport(
		collectedRun(
			names,
			people,
			{
				earlier: checkEarlierReport(earlier, 'Previous Report'),
				basis: 'forecast',
				hasControl: true,
				hasOutcomes: true,
				outcomes,
			},
			{ campaign: 'win-back', channel: 'email', owner: 'mia@shop.example', outcomes, ...ofGroup },
		),
	);
}

/** Every line ends as a sentence, a heading or a headline ends. */
function isWhole(text: string): boolean {
	return text
		.split('\n')
		.every(
			(line) => line === '' || /[.%)…]$|of all$|: switched off$|: [\d,]+$|^[^.:]+$/.test(line),
		);
}

describe('segmentText', () => {
	it('tells all of a few groups', () => {
		const text = segmentText(fullReport((i) => ['VIP', 'Lapsed', 'New'][i]!, 3));
		expect(text).toMatch(/^Customer segments as of 2026-11-28\n\n120 people in 3 segments\./);
		expect(text).toContain(
			'VIP: 40 people (+10, +33 %), 33 % of all\nRevenue: 42,340 EUR, 33 % of all revenue, +112 % since the earlier report.',
		);
		expect(text).toContain('Next 90 days: 24 orders (');
		expect(text).toContain('Return: -4,000 EUR, -0.2 for each 1 of cost.');
		expect(text).toContain('Look into\nVIP costs more than it brings: 4,000 EUR more.');
		expect(text).toContain('Typical: ');
		expect(text).toContain(
			'Spends 352.83 EUR an order; reached by e-mail; campaign win-back; looked after by mia@shop.example.',
		);
		expect(text).toContain('Who moved\n');
		expect(text).toContain('points more by the campaign (likely');
		expect(text.length).toBeLessThanOrEqual(LONGEST);
		expect(isWhole(text)).toBe(true);
	});

	it.each([
		['short', (i: number) => `S${i}`],
		['usual', (i: number) => `Customers of group ${i}`],
		['long', (i: number) => `${i} ${'very long name '.repeat(20)}`],
		['endless', (i: number) => `${i} ${'x'.repeat(5000)}`],
		['of letters of two units', (i: number) => `${i} ${'🥖'.repeat(300)}`],
	])('fits into a message with 20 groups and %s names, in whole sentences', (_what, nameOf) => {
		const text = segmentText(fullReport(nameOf, 20));
		expect(text.length).toBeLessThanOrEqual(LONGEST);
		expect(text.length).toBeGreaterThan(400);
		expect(isWhole(text)).toBe(true);
		expect(text).toContain('This is a short form: the report has more in its data and as HTML.');
		expect(text).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
	});

	it('names all of 20 groups with usual names', () => {
		const text = segmentText(fullReport((i) => `Customers of group ${i}`, 20));
		for (let i = 0; i < 20; i++) expect(text).toContain(`Customers of group ${i}: 40 people`);
		expect(text).toContain('Everyone Else: 0 people');
	});

	it('says what is known and nothing else', () => {
		const text = segmentText(
			makeReport(collectedRun(['A', 'B'], [{ groups: [0] }, { groups: [1] }])),
		);
		expect(text).toBe(
			[
				'Customer segments as of 2026-11-28',
				'2 people in 1 segment. 50 % of them belong to a segment.',
				'A: 1 person, 50 % of all\nToo few people to tell what is typical of them.',
				'B: 1 person, 50 % of all\nToo few people to tell what is typical of them.',
			].join('\n\n'),
		);
	});

	it('is free of what Telegram takes for formatting, whatever the names are', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 3, maxLength: 3 }),
				(names) => {
					const report = fullReport((i) => `<b>*${names[i]}_&amp;[x](y)`, 3, {
						campaign: '_a_*b*`<i>',
					});
					const texts = [segmentText(report), ...report.segments.map(segmentCard)];
					for (const text of texts) expect(text).not.toMatch(/[&<>*_[\]`\\]/);
				},
			),
			{ numRuns: 20 },
		);
	});
});

describe('segmentCard', () => {
	it('tells of one group', () => {
		const { segments } = fullReport((i) => ['VIP', 'Lapsed', 'New'][i]!, 3);
		expect(segmentCard(segments[1]!)).toMatch(
			/^Lapsed: 40 people \(\+9, \+29 %\), 33 % of all\nRevenue: .*\nOrders: .*\nMargin: .*\nCost to serve: .*\nReturn: .*\nNext 90 days: .*\nAverage score: .*\nSince last time: .*\nTypical: from Country 1 \(\d+ %, 3 times as often as overall\)\. Spends .*\n\nOf 200 people contacted, 15 % /,
		);
	});

	it.each(['x'.repeat(5000), 'campaign '.repeat(1000)])('fits into a message', (long) => {
		const { segments } = fullReport((i) => `${i}${long}`, 3, { campaign: long });
		for (const segment of segments) {
			const card = segmentCard(segment);
			expect(card.length).toBeLessThanOrEqual(LONGEST);
			expect(isWhole(card)).toBe(true);
		}
	});
});

describe('personaCard', () => {
	const trait = { field: 'f', people: 62, baseShare: 0.295, share: 0.62, lift: 2.1 };
	const nothing = {
		size: 100,
		traits: [],
		averageOrder: null,
		currency: null,
		channel: null,
		campaign: null,
		owner: null,
	};

	it.each([
		[
			{
				...nothing,
				traits: [
					{ ...trait, words: 'from Austria' },
					{ ...trait, words: 'aged 25-34', share: 0.4, lift: 1.84 },
				],
				averageOrder: 54,
				currency: 'EUR',
				channel: 'email',
				campaign: 'win-back',
			},
			'Typical: from Austria (62 %, 2.1 times as often as overall); aged 25-34 (40 %, 1.8 times as often). Spends 54.00 EUR an order; reached by e-mail; campaign win-back.',
		],
		[nothing, 'Nothing sets these people apart from all others.'],
		[{ ...nothing, size: 0 }, 'Nobody is in it.'],
		[
			{ ...nothing, size: 3, channel: 'pigeon', owner: 'Mia' },
			'Too few people to tell what is typical of them. Reached by pigeon; looked after by Mia.',
		],
	])('describes a group', (segment, words) => {
		expect(personaCard(segment)).toBe(words);
	});
});

describe('segmentHtml', () => {
	it('escapes names and values', () => {
		const html = segmentHtml(
			fullReport((i) => `<script>${i}</script> & "Co"`, 3, { campaign: '<img src=x>' }),
		);
		expect(html).not.toMatch(/<script|<img|& "/);
		expect(html).toContain('&lt;script&gt;0&lt;/script&gt; &amp; &quot;Co&quot;');
		expect(html).toContain('campaign &lt;img src=x&gt;');
	});

	it('has nothing to load and balanced tags', () => {
		const html = segmentHtml(fullReport((i) => `Group ${i}`, 5));
		expect(html).not.toMatch(/<(?:img|link|style|script|svg)|url\(|https?:/);
		for (const tag of ['table', 'tr', 'td', 'th', 'p', 'ul', 'li', 'h1', 'h2', 'span']) {
			const opened = html.match(new RegExp(`<${tag}[ >]`, 'g')) ?? [];
			expect(html.match(new RegExp(`</${tag}>`, 'g')) ?? []).toHaveLength(opened.length);
		}
	});

	it('draws a bar for the size and one for the revenue of each group, and for moves and the control group', () => {
		const report = fullReport((i) => `Group ${i}`, 4);
		const bars = segmentHtml(report).match(/aria-hidden="true"/g) ?? [];
		const moves = report.movements!.filter(({ from, to }) => from !== to).length;
		// Everyone Else has nobody, and so no revenue.
		expect(bars).toHaveLength(4 * 2 + 1 + moves + 2);
	});

	it('stays below what Gmail shows of a mail, with 20 groups', () => {
		const html = segmentHtml(fullReport((i) => `Customers of group ${i} & friends`, 20));
		expect(new TextEncoder().encode(html).length).toBeLessThan(102_000);
	});
});
