import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { LeadScore } from '../../nodes/core/lead/LeadScore';
import { activityRule, AS_OF, daysAgo, form } from './leadScores';
import { ANNA, deliver, rowOf } from './rememberedLeads';
import { condition } from './resultOf';

interface Action {
	id?: string;
	type: string;
	date: string;
	url?: string;
}

const RULES = [
	activityRule('view', 3, {
		conditions: condition('={{ $json.url }}', 'string', 'contains', '/pricing'),
		more: { timesADay: 2 },
		decay: 'halfLife',
		decayDays: 20,
	}),
	activityRule('demo', 15, { more: { firstTimeOnly: true }, decay: 'window', decayDays: 60 }),
	activityRule('mail', 6, { more: { timesAtMost: 3 }, decay: 'window', decayDays: 30 }),
	activityRule('bounce', -4),
];

function settings(options: object = {}, more: object = {}): object {
	return form(
		RULES,
		{ engagementMax: 60, inactiveAfterDays: 15, inactivityPoints: 5, ...options },
		{ inputShape: 'activities', memory: 'workflow', ...more },
	);
}

const WITH_IDS = { activityIdField: 'id' };

function of(actions: readonly Action[], email = ANNA): object[] {
	return actions.map((action) => ({ email, ...action }));
}

const figures = ({ score, engagement, reasons }: LeadScore) => ({
	score,
	engagement,
	reasons: reasons.map(({ rule: name, points }) => [name, points]),
});

const action = fc.record({
	type: fc.constantFrom('view', 'demo', 'mail', 'bounce', 'other'),
	date: fc.integer({ min: -2, max: 90 }).map(daysAgo),
	url: fc.constantFrom('/pricing', '/blog'),
});
const actions = fc
	.array(action, { minLength: 1, maxLength: 6 })
	.map((all) => all.map((one, i): Action => ({ ...one, id: `${i}` })));

describe('Score Lead with a memory', () => {
	it('gives activity by activity, in any order and again, the score of all at once', async () => {
		await fc.assert(
			fc.asyncProperty(
				actions.chain((all) =>
					fc.tuple(
						fc.constant(all),
						fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
						fc.subarray(all),
					),
				),
				async ([all, order, again]) => {
					const { scores: atOnce } = await deliver(settings(WITH_IDS), of(all));
					const data: IDataObject = {};
					let last: LeadScore | undefined;
					for (const one of [...order, ...again]) {
						[last] = (await deliver(settings(WITH_IDS), of([one]), data)).scores;
					}
					expect(figures(last!)).toEqual(figures(atOnce[0]!));
					const withoutMemory = await deliver(settings({}, { memory: 'fields' }), of(all));
					if (withoutMemory.scores[0]) expect(last!.score).toBe(withoutMemory.scores[0].score);
				},
			),
			{ numRuns: 12 },
		);
	});

	it('counts a delivery that comes twice once, also without ids', async () => {
		const data: IDataObject = {};
		const webhook = of([
			{ type: 'mail', date: daysAgo(1) },
			{ type: 'mail', date: daysAgo(1) },
		]);
		const first = await deliver(settings(), webhook, data);
		const row = JSON.stringify(rowOf(data));
		const second = await deliver(settings(), webhook, data);
		expect(first.scores[0]!.score).toBe(12);
		expect(second.scores[0]!.score).toBe(12);
		expect(JSON.stringify(rowOf(data))).toBe(row);
	});

	it('tells a crossing once, to those who want changed leads alone', async () => {
		const data: IDataObject = {};
		const changed = settings(WITH_IDS, { output: 'changed' });
		const demo = of([{ id: '1', type: 'demo', date: daysAgo(0) }]);
		const [first] = (await deliver(changed, demo, data)).scores;
		expect(first).toMatchObject({ band: 'cold', previousBand: null, bandChanged: null });
		const mails = of(['2', '3', '4'].map((id) => ({ id, type: 'mail', date: daysAgo(0) })));
		const [crossing] = (await deliver(changed, mails, data)).scores;
		expect(crossing).toMatchObject({ band: 'warm', previousBand: 'cold', bandChanged: true });
		expect((await deliver(changed, mails, data)).scores).toEqual([]);
		const [still] = (await deliver(settings(WITH_IDS), mails, data)).scores;
		expect(still).toMatchObject({ band: 'warm', previousBand: 'warm', bandChanged: false });
		expect(rowOf(data)).toMatchObject({
			lead_score: 33,
			lead_band: 'warm',
			lead_band_since: new Date(`${AS_OF}Z`).toISOString(),
		});
	});

	it('tells a crossing once where two items are of the same lead, and remembers the last', async () => {
		const data: IDataObject = {};
		const lists = settings({}, { inputShape: 'activityLists', output: 'changed' });
		await deliver(lists, [{ email: ANNA, activities: [] }], data);
		const activities = [
			{ type: 'demo', date: daysAgo(0) },
			...[1, 2, 3].map((hour) => ({
				type: 'mail',
				date: new Date(Date.parse(daysAgo(1)) + hour * 3_600_000).toISOString(),
			})),
		];
		const both = [
			{ email: ANNA, activities },
			{ email: ANNA, activities },
		];
		const { scores } = await deliver(lists, both, data);
		expect(scores).toHaveLength(1);
		expect(scores[0]).toMatchObject({ score: 33, bandChanged: true });
		expect(rowOf(data)).toMatchObject({ lead_band: 'warm' });
	});

	it('lets the field with the band of last time come first', async () => {
		const data: IDataObject = {};
		const named = settings({ previousBandField: 'was' });
		const records = [{ email: ANNA, type: 'mail', date: daysAgo(0), was: 'hot' }];
		await deliver(settings(), records, data);
		const [found] = (await deliver(named, records, data)).scores;
		expect(found).toMatchObject({ previousBand: 'hot', bandChanged: true });
	});

	it('lets points fade without a new activity, in a run over leads', async () => {
		const data: IDataObject = {};
		const seen = of([{ id: '1', type: 'view', date: daysAgo(0), url: '/pricing' }]);
		await deliver(settings(WITH_IDS), seen, data);
		const log = rowOf(data)?.activity_log;
		const later = settings({ asOf: '2026-12-02T00:00:00' }, { inputShape: 'leads' });
		const { scores, told } = await deliver(later, [{ email: ANNA }], data);
		expect(scores[0]!.score).toBeCloseTo(3 * 2 ** (-10 / 20), 2);
		expect(told).not.toContain('bring nothing');
		expect(rowOf(data)?.activity_log).toBe(log);
	});

	it('takes off for inactivity by the last thing a lead did, whether it counts or not', async () => {
		const data: IDataObject = {};
		await deliver(settings(WITH_IDS), of([{ id: '1', type: 'demo', date: daysAgo(20) }]), data);
		expect(rowOf(data)?.lead_score).toBe(10);
		await deliver(settings(WITH_IDS), of([{ id: '2', type: 'other', date: daysAgo(5) }]), data);
		expect(rowOf(data)?.lead_score).toBe(15);
		expect(String(rowOf(data)?.activity_log)).not.toContain('other');
		await deliver(settings(WITH_IDS), of([{ id: '1', type: 'demo', date: daysAgo(20) }]), data);
		expect(rowOf(data)?.lead_score).toBe(15);
	});

	it('remembers nothing of a lead but what rules ask of its activities', async () => {
		const data: IDataObject = {};
		const record = {
			...of([{ id: '1', type: 'view', date: daysAgo(0), url: '/pricing' }])[0],
			phone: '+43 1 234',
			name: 'secret',
		};
		await deliver(settings(WITH_IDS), [record], data);
		expect(JSON.stringify(data)).toContain('/pricing');
		expect(JSON.stringify(data)).not.toMatch(/secret|\+43/);
	});

	it('says what it cannot remember', async () => {
		const data: IDataObject = {};
		const leads = settings({}, { inputShape: 'activityLists' });
		const list = [{ type: 'mail', date: daysAgo(0) }];
		const { scores, told } = await deliver(
			leads,
			[{ email: ANNA, activities: list }, { activities: list }],
			data,
		);
		expect(scores.map(({ score }) => score)).toEqual([6, 6]);
		expect(told).toContain('1 lead scored without memory');
		const row = rowOf(data)!;
		row.activity_log = '{';
		const after = await deliver(leads, [{ email: ANNA, activities: list }], data);
		expect(after.scores[0]!.score).toBe(6);
		expect(after.told).toContain('The remembered activities of 1 lead cannot be read');
	});

	it('forgets who is to be forgotten, and nobody else', async () => {
		const data: IDataObject = {};
		const ben = 'ben@firm.example';
		const mail = [{ type: 'mail', date: daysAgo(0) }];
		await deliver(settings(), [...of(mail), ...of(mail, ben)], data);
		const forget = { operation: 'forget', memory: 'workflow', forgetCustomerField: 'email' };
		const { items } = await deliver(forget, [{ email: ANNA }], data);
		expect(items[0]!.json.forgotten).toEqual({ customer: ANNA, rows: 1 });
		expect(rowOf(data)).toBeUndefined();
		expect(rowOf(data, ben)).toBeDefined();
	});
});
