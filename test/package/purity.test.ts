import {
	createSourceFile,
	forEachChild,
	isCallExpression,
	isIdentifier,
	isNewExpression,
	isPropertyAccessExpression,
	ScriptTarget,
	type Node,
} from 'typescript';

import { EVERY_DAY } from '../../nodes/core/history/OpenDays';
import { learnStoreRhythm } from '../../nodes/core/history/StoreRhythm';
import { checkSilencePolicy } from '../../nodes/core/history/silenceLimits';
import { summarisedHistory } from '../../nodes/core/history/summarisedHistory';
import { CartLedger } from '../../nodes/core/lapse/CartLedger';
import { checkCartPolicy } from '../../nodes/core/lapse/cartPolicy';
import { detectLapse } from '../../nodes/core/lapse/detectLapse';
import { judgeCart } from '../../nodes/core/lapse/judgeCart';
import { compileCounting, countActivities } from '../../nodes/core/lead/countActivities';
import { checkLeadModel } from '../../nodes/core/lead/LeadModel';
import { prepareModel } from '../../nodes/core/lead/prepareModel';
import { tallyScore } from '../../nodes/core/lead/tallyScore';
import { ADVOCATE_RULES, type AdvocatePolicy } from '../../nodes/core/lifecycle/advocateRules';
import { checkLifecyclePolicy } from '../../nodes/core/lifecycle/lifecyclePolicy';
import { classifyLifecycle } from '../../nodes/core/lifecycle/classifyLifecycle';
import { PersonRegistry } from '../../nodes/core/reading/PersonRegistry';
import { TimeZone } from '../../nodes/core/reading/TimeZone';
import { compileFieldPath } from '../../nodes/core/reading/fieldPath';
import { readAmount } from '../../nodes/core/reading/readMoney';
import { readCustomerKey } from '../../nodes/core/reading/readCustomerKey';
import { readDate } from '../../nodes/core/reading/readDate';
import { assignSegment } from '../../nodes/core/segment/assignSegment';
import { checkSegmentNames } from '../../nodes/core/segment/checkSegmentNames';
import { filesUnder, textOf } from './sourceFiles';

jest.mock('n8n-workflow', () => {
	throw new Error('The core asked for n8n');
});

const sources = filesUnder('nodes/core', '.ts');

/** Getters and setters of Date that depend on the machine's zone. */
const LOCAL_TIME =
	/^(?:[gs]et(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)|to(?:Locale)?(?:Date|Time)?String)$/;
const CLOCKS_AND_CHANCE = new Set([
	'Date.now',
	'Date.parse',
	'Math.random',
	'performance.now',
	'Intl.DateTimeFormat',
]);
const GLOBALS_OUT_OF_REACH = new Set(['crypto', 'performance', 'process', 'globalThis', 'require']);

/** Whether a date format is asked for a zone that the caller names, not for the machine's. */
function isFormatOfNamedZone(node: Node): boolean {
	return (
		(isNewExpression(node) || isCallExpression(node)) &&
		node.expression.getText() === 'Intl.DateTimeFormat' &&
		/\btimeZone:/.test(node.arguments?.[1]?.getText() ?? '')
	);
}

/** Where a source text reads a clock, the machine's zone or chance. */
function impurities(text: string): string[] {
	const found: string[] = [];
	const visit = (node: Node) => {
		const isOfDate =
			(isNewExpression(node) || isCallExpression(node)) &&
			isIdentifier(node.expression) &&
			node.expression.text === 'Date';
		if (isOfDate) {
			// No argument is the clock, several are a time of the machine's zone, no "new" is both.
			if (!isNewExpression(node) || node.arguments?.length !== 1) found.push(node.getText());
		} else if (isFormatOfNamedZone(node)) {
			return;
		} else if (isPropertyAccessExpression(node)) {
			const name = node.getText();
			if (CLOCKS_AND_CHANCE.has(name)) found.push(name);
			if (LOCAL_TIME.test(node.name.text) && node.name.text !== 'toString') found.push(name);
		} else if (isIdentifier(node) && GLOBALS_OUT_OF_REACH.has(node.text)) {
			found.push(node.text);
		}
		forEachChild(node, visit);
	};
	visit(createSourceFile('source.ts', text, ScriptTarget.ES2022, true));
	return found;
}

describe('The measure of purity', () => {
	it.each([
		'new Date()',
		'new Date',
		'Date()',
		'Date.now()',
		'new Date(2026, 0, 1)',
		'Math.random()',
		'day.getHours()',
		'day.toLocaleDateString()',
		'new Intl.DateTimeFormat()',
		"new Intl.DateTimeFormat('en', {})",
		'process.env.TZ',
		"require('crypto')",
	])('refuses %s', (text) => {
		expect(impurities(`const value = ${text};`)).not.toEqual([]);
	});

	it.each([
		'new Date(instant)',
		'Date.UTC(2026, 0, 1)',
		'day.getUTCDay()',
		'day.toISOString()',
		"new Intl.DateTimeFormat('en', { timeZone: name })",
	])('allows %s', (text) => {
		expect(impurities(`const value = ${text};`)).toEqual([]);
	});
});

describe('The core', () => {
	it.each(sources)('%s names no clock, no zone of the machine and no chance', (file) => {
		expect(impurities(textOf(file) ?? '')).toEqual([]);
	});

	it.each(sources)('%s loads without n8n', async (file) => {
		await expect(import(`../../${file}`)).resolves.toBeDefined();
	});

	it('is all looked at, and what needs n8n does not load here', async () => {
		expect(sources.length).toBeGreaterThan(20);
		const glue = 'nodes/shared/configurationFault.ts';
		await expect(import(`../../${glue}`)).rejects.toThrow('The core asked for n8n');
	});
});

describe('The verdicts of the core', () => {
	const DAY = 86_400_000;
	const asOf = Date.UTC(2026, 5, 1);

	/** One cart through all that the watch of carts calls. */
	function cartVerdict(zone: TimeZone) {
		const registry = new PersonRegistry({ prefer: 'email', joinBy: ['email'] });
		const handle = registry.register({ email: 'anna@shop.example' }, asOf)!;
		const ledger = new CartLedger({ idScope: 'shop', repeatedIds: 'sameOrder' });
		ledger.addCart(handle, { source: 0, at: asOf - DAY, ids: [], products: [], viewed: [] });
		const trail = ledger.trails(registry).get(handle)!;
		const policy = { reminderAges: [DAY / 24], giveUpAge: 9 * DAY, minimumValue: 0, quietAge: 0 };
		checkCartPolicy(policy);
		const history = { spent: new Map<string, number>(), pricedOrders: 0 };
		const customer = { customerKey: 'anna@shop.example', history, placed: [], trail };
		return judgeCart(trail.carts[0]!, customer, { lastContactAt: asOf }, { policy, zone, asOf });
	}

	/** One customer, one lead and one segment through all that the nodes call. */
	function verdicts() {
		const zone = new TimeZone('Europe/Berlin');
		const history = summarisedHistory(
			'anna@shop.example',
			{
				orders: 6,
				firstOrderAt: asOf - 200 * DAY,
				lastOrderAt: asOf - 40 * DAY,
				totalSpent: 300,
				currency: 'EUR',
			},
			zone,
		);
		// Three days of December in each of three years: the path through the seasons.
		const seasonDays = [1, 10, 20].flatMap((day) =>
			[2023, 2024, 2025].map((year) => zone.dayOf(Date.UTC(year, 11, day))),
		);
		const seasonal = {
			...history,
			orderDays: seasonDays.sort((a, b) => a - b),
			orderDayCount: seasonDays.length,
		};
		const rhythm = learnStoreRhythm([history, seasonal]);
		const interval = { method: 'learned', fallbackDays: 90, recogniseSeasons: true } as const;
		const silence = { lapsedAfter: { times: 2 }, lostAfter: { times: 4 } };
		checkSilencePolicy(silence);
		checkSegmentNames(['Fans'], 'Everyone Else');
		const model = prepareModel(
			checkLeadModel(
				{
					rules: [
						{ name: 'Size', category: 'fit', counts: 'lead', points: 20 },
						{ name: 'Clicked', category: 'engagement', counts: 'activities', points: 5 },
					],
					decay: { kind: 'step', percent: 10, months: 1 },
					inactivity: { afterDays: 30, points: 5 },
				},
				'Model',
			),
		);
		const clicks = countActivities(
			[asOf - 40 * DAY],
			compileCounting(model.model.rules[1]!, model.rules[1]!.decay, asOf, zone),
		);
		const advocate: AdvocatePolicy = {
			rules: ADVOCATE_RULES,
			minOrders: 3,
			minSpend: 0,
			periods: 3,
			period: 'month',
			minReferrals: 1,
			minReviews: 1,
			minFollowers: 1000,
			stayMargin: 10,
		};
		const policy = checkLifecyclePolicy(
			{
				interval,
				silence,
				advocate,
				engagement: { engagedDays: 30, coolingDays: 90, countOpens: true },
				neverGoBack: false,
				labels: {
					prospect: 'Prospect',
					customer: 'Customer',
					advocate: 'Advocate',
					lapsed: 'Lapsed',
					lost: 'Lost',
				},
				action: 'order',
			},
			'Policy',
		);
		const run = { rhythm, zone, openDays: EVERY_DAY, asOf };
		return [
			...[history, seasonal].flatMap((one) => [
				classifyLifecycle(
					one,
					{ activities: [{ activity: 'click', lastAt: asOf - DAY, count: 3 }], followers: 5 },
					{ policy, ...run },
				),
				detectLapse(
					one,
					{ lastContactAt: asOf - DAY, contactCount: 1 },
					{ policy: { interval, silence, quietDaysAfterContact: 14, action: 'order' }, ...run },
				),
			]),
			cartVerdict(zone),
			tallyScore(
				{
					key: 'anna@shop.example',
					outcomes: [
						{ rule: 0, earned: 20, decayed: 20, evidence: 'x is y' },
						{ rule: 1, ...clicks, evidence: '1 click' },
					],
					missing: [],
					idleDays: 40,
				},
				model,
				zone.toIso(asOf),
			),
			assignSegment(
				{
					name: 'Fans',
					priority: 1,
					campaign: null,
					channel: null,
					owner: null,
				},
				'Fans: x is y.',
				['Fans'],
				{ previousName: null, suppression: undefined, control: null },
			),
			readDate('2026-03-29T02:30:00', zone),
			readDate('03/04/2026', zone),
			readAmount('1.234,50 €'),
			readCustomerKey(' A@B.example '),
			compileFieldPath('a.b', { dotNotation: true })({ a: { b: 1 } }),
		];
	}

	function withClockAt(now: number) {
		jest.useFakeTimers({ now });
		const refuse = (what: string) => () => {
			throw new Error(`The core asked for ${what}`);
		};
		jest.spyOn(Date, 'now').mockImplementation(refuse('the clock'));
		jest.spyOn(Math, 'random').mockImplementation(refuse('chance'));
		for (const name of [
			'getTimezoneOffset',
			'getFullYear',
			'getMonth',
			'getDate',
			'getHours',
		] as const)
			jest.spyOn(Date.prototype, name).mockImplementation(refuse('the zone of the machine'));
	}

	afterEach(() => {
		jest.restoreAllMocks();
		jest.useRealTimers();
	});

	it('are the same whenever and wherever they are given', () => {
		withClockAt(Date.UTC(1999, 11, 31, 23));
		const before = verdicts();
		jest.restoreAllMocks();
		withClockAt(Date.UTC(2035, 6, 1, 12));
		const after = verdicts();
		expect(after).toEqual(before);
		expect(before[0]).toMatchObject({ stage: 'advocate', asOf: '2026-06-01T02:00:00.000+02:00' });
		expect(before[2]).toMatchObject({ buyerType: 'seasonal' });
	});
});
