import type { LearnedReport } from '../../../nodes/core/learning/LearnedLeadModel';
import { learnedHtml } from '../../../nodes/core/learning/learnedHtml';
import { learnedText } from '../../../nodes/core/learning/learnedText';
import { learnLeadModel } from '../../../nodes/core/learning/learnLeadModel';
import { fieldsOf } from './bankLeads';
import { noise, randomLeads } from './randomLeads';

/** A report with round figures. */
const REPORT: LearnedReport = {
	name: 'Spring leads',
	leads: 1000,
	learnedFrom: 700,
	heldBack: 300,
	outcomes: 125,
	baseRate: 0.125,
	quality: {
		leads: 300,
		outcomes: 36,
		auc: 0.781,
		aucFrom: 0.71,
		aucTo: 0.85,
		logLoss: 0.3,
		brier: 0.09,
		logLossOfBaseRate: 0.37,
		calibration: [
			{ from: 0.01, to: 0.05, leads: 150, forecast: 0.03, observed: 0.02 },
			{ from: 0.06, to: 0.6, leads: 150, forecast: 0.21, observed: 0.22 },
		],
		topDecile: { leads: 30, rate: 0.5, share: 0.4167, lift: 4.1667 },
		aucOfRegression: 0.782,
		logLossOfRegression: 0.3,
		brierOfRegression: 0.09,
	},
	pointsInAll: 100,
	pointStep: 1,
	pointStepReason:
		'Whole points: they rank leads as the regression does, to within 0.2 percentage points.',
	rules: 12,
	penalty: 3,
	slope: 1,
	bands: [
		{ band: 'hot', fromPoints: 60, leads: 100, rate: 0.48 },
		{ band: 'warm', fromPoints: 40, leads: 250, rate: 0.14 },
		{ band: 'cold', fromPoints: 0, leads: 650, rate: 0.06 },
	],
	drivers: [
		{
			field: 'job_title',
			category: 'fit',
			points: 30,
			best: { name: 'job_title is CEO', points: 30, leads: 200, rate: 0.4 },
			worst: { name: 'job_title is <none>', points: 0, leads: 800, rate: 0.05 },
			sentence:
				'job_title is CEO: 40 % of 200 became customers; job_title is <none>: 5 % of 800 became customers.',
		},
		{
			field: 'demo',
			category: 'engagement',
			points: 1,
			best: { name: 'demo is true', points: 1, leads: 10, rate: 0.2 },
			worst: { name: 'demo is false', points: 0, leads: 990, rate: 0.1 },
			sentence:
				'demo is true: 20 % of 10 became customers; demo is false: 10 % of 990 became customers.',
		},
	],
	suspects: [{ field: 'wonOn', reason: 'it seems to be filled in afterwards' }],
	leftOut: [
		{ field: 'wonOn', reason: 'may be known only after the outcome' },
		{ field: 'country', reason: 'the same value for every lead' },
	],
	warnings: ['Be careful & patient.'],
};

/** What a reader of the mail sees. */
function textOf(html: string): string {
	return html
		.replace(/<[^>]+>/g, ' ')
		.replace(/&nbsp;/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&')
		.replace(/\s+/g, ' ');
}

const SENTENCES = [
	'What makes a customer? Spring leads',
	'Learned from 1,000 leads, of which 125 (12.5 %) became customers. Measured on 300 of them with a model that knew only the other 700; the model given here is learned from all.',
	'Of two leads, one that became a customer and one that did not, it ranks the right one first in 78 % of cases (likely 71 % to 85 %); a coin does in 50 %.',
	'Of the tenth of leads with the most points 50 % became customers, 4.2 times as many as of all; they hold 42 % of all customers.',
	'wonOn: it seems to be filled in afterwards. It was left out.',
	'demo: up to 1 point',
	'Hot: from 60 points, 10 % of the leads; 48 % became customers.',
	'Warm: from 40 points, 25 % of the leads; 14 % became customers.',
	'Cold: all others, 65 % of the leads; 6 % became customers.',
	'country: the same value for every lead.',
];

describe('learnedText', () => {
	const text = learnedText(REPORT);

	it.each([
		...SENTENCES,
		'job title: up to 30 points. job title is CEO: 40 % of 200',
		'Be careful and patient.',
	])('says: %s', (sentence) => expect(text).toContain(sentence));

	it('names a suspect once, and has no markup', () => {
		expect(text.match(/wonOn/g)).toHaveLength(1);
		expect(text).not.toMatch(/[<>&*_[\]`\\]/);
	});

	it('says that a suspect is in the model where it is', () => {
		expect(learnedText({ ...REPORT, leftOut: [] })).toContain('It is in the model all the same.');
	});

	it('leaves out what is not known', () => {
		const bare = learnedText({
			...REPORT,
			quality: null,
			heldBack: 0,
			name: null,
			suspects: [],
			warnings: [],
		});
		expect(bare).toContain('Points learned from past leads');
		expect(bare).not.toContain('How good');
		expect(bare).not.toContain('Measured');
		expect(bare).not.toContain('Take care');
		expect(bare).not.toMatch(/null|undefined|NaN/);
	});

	it('stays within a message however many fields there are', () => {
		const many = <T>(one: T) => Array.from({ length: 200 }, () => one);
		const long = learnedText({
			...REPORT,
			drivers: many(REPORT.drivers[0]!),
			leftOut: many({ field: 'x'.repeat(300), reason: 'y'.repeat(300) }),
			warnings: many('z'.repeat(100)),
		});
		expect(long.length).toBeLessThanOrEqual(4096);
		expect(long.endsWith('…')).toBe(true);
		expect(learnedText({ ...REPORT, drivers: many(REPORT.drivers[1]!) })).toContain(
			'And 193 more.',
		);
	});
});

describe('learnedHtml', () => {
	const html = learnedHtml(REPORT);

	it.each([
		...SENTENCES,
		'job_title is <none>: 5 % of 800',
		'Be careful & patient.',
		'It said that 12 % of the leads it had not seen would become customers, and 12 % did; of those given 1 to 5 %, 2 % became customers; of those given 6 to 60 %, 22 % became customers.',
		'Given 6 to 60 %: 150 leads',
		'Forecast 21 %',
		'Became customers 22 %',
		'12 rules; scores run from 0 to 100.',
		'Whole points: they rank leads as the regression does',
	])('says: %s', (sentence) => expect(textOf(html)).toContain(sentence));

	it('draws a bar for each driver by its points, and two for each group', () => {
		expect(html.match(/aria-hidden="true"/g)).toHaveLength(2 + 2 * 2);
		expect(html).toContain('<td width="100%" bgcolor');
		expect(html).toContain('<td width="3%" bgcolor');
	});

	it('lets no name of a field become a tag, and loads nothing', () => {
		expect(html).not.toContain('<none>');
		expect(html).not.toMatch(/<img|<script|<style|https?:/);
	});
});

it.each([
	['leads from a form', randomLeads(300, 2)],
	['noise', noise(300, 2)],
])('has words for all that is learned from %s', (_, { leads, outcomes }) => {
	const { report } = learnLeadModel({ fields: fieldsOf(leads), outcomes });
	for (const words of [learnedText(report), textOf(learnedHtml(report))]) {
		expect(words).not.toMatch(/null|undefined|NaN|Infinity|\[object/);
	}
});
