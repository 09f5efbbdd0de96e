import fc from 'fast-check';

import type { SegmentReport } from '../../nodes/core/report/SegmentReport';
import { claimsOn, MemoryRuns } from './memoryRuns';
import { condition, resultOf } from './resultOf';
import { onOutputs, segmentOf, verdictsById } from './splitRun';

/** People are in the segments that `in` names. */
const segment = (name: string, more: object = {}) => ({
	name,
	conditions: condition('={{ $json.in }}', 'array', 'contains', name),
	...more,
});

const runsOf = (more: object = {}, ...segments: object[]) =>
	new MemoryRuns({
		segments: { values: segments.length > 0 ? segments : [segment('VIP'), segment('Fans')] },
		...more,
	});

const person = (id: string, ...segments: string[]) => ({ id, in: segments });

const day = (n: number, time = '08:00') => `2026-11-${String(n).padStart(2, '0')}T${time}:00`;

/** In the order of the outputs: Everyone Else, VIP, Fans. */
const [ELSE, VIP, FANS] = [0, 1, 2];

describe('Split by Segment with a memory', () => {
	it('tells the segment of last time, and since when people are where they are', async () => {
		const runs = runsOf();
		const first = await runs.split(day(1), [person('a', 'VIP'), person('b', 'Fans'), person('c')]);
		expect(verdictsById(first)).toMatchObject({
			a: { name: 'VIP', previousName: null, changed: null, since: '2026-11-01T08:00:00.000Z' },
			c: { name: 'Everyone Else', previousName: null, since: '2026-11-01T08:00:00.000Z' },
		});
		const second = await runs.split(day(2), [person('a', 'VIP'), person('b', 'VIP'), person('c')]);
		expect(verdictsById(second)).toMatchObject({
			a: { previousName: 'VIP', changed: false, since: '2026-11-01T08:00:00.000Z' },
			b: { previousName: 'Fans', changed: true, since: '2026-11-02T08:00:00.000Z' },
			c: { previousName: 'Everyone Else', changed: false },
		});
		expect(await runs.rows('customers')).toEqual([
			{ customer: 'a', segment: 'VIP', segment_since: '2026-11-01T08:00:00.000Z' },
			{ customer: 'b', segment: 'VIP', segment_since: '2026-11-02T08:00:00.000Z' },
			{ customer: 'c', segment: 'Everyone Else', segment_since: '2026-11-01T08:00:00.000Z' },
		]);
		expect(await runs.rows('contacts')).toEqual([]);
	});

	it('takes what a field says of last time first', async () => {
		const runs = runsOf({ options: { previousSegmentField: 'was' } });
		await runs.split(day(1), [person('a', 'VIP'), person('b', 'VIP')]);
		const run = await runs.split(day(2), [
			{ ...person('a', 'VIP'), was: 'Fans' },
			{ ...person('b', 'VIP'), was: '' },
		]);
		expect(verdictsById(run)).toMatchObject({
			a: { previousName: 'Fans', changed: true },
			b: { previousName: 'VIP', changed: false },
		});
	});

	it('reports who came and went without a mapped field, of those who are there alone', async () => {
		const runs = runsOf({ reportOutput: true });
		const people = [...'abcdef'].map((id) => person(id, 'VIP'));
		const reported = await runs.split(day(1), people);
		const movements = (run: typeof reported) =>
			run.outputs[1]!.map((item) => resultOf<SegmentReport>(item, 'segmentReport').movement);
		expect(movements(reported)).toEqual([null, null, null]);
		// Of f, who does not come in, nothing is said.
		const run = await runs.split(day(2), [
			person('a', 'VIP'),
			person('b', 'Fans'),
			person('c', 'Fans'),
			person('d'),
			person('e', 'VIP'),
			person('new', 'VIP'),
		]);
		expect(movements(run)).toMatchObject([
			{ came: 0, went: 3, stayed: 2, wentTo: { Fans: 2, 'Everyone Else': 1 } },
			{ came: 2, went: 0, stayed: 0, cameFrom: { VIP: 2 } },
			{ came: 1, went: 0, stayed: 0 },
		]);
		expect(run.hints.join()).not.toContain('does not have');
	});

	it('remembers the last of several items of a customer', async () => {
		const runs = runsOf();
		await runs.split(day(1), [person('a', 'VIP'), person('a', 'Fans')]);
		expect(await runs.rows('customers')).toMatchObject([{ customer: 'a', segment: 'Fans' }]);
		const run = await runs.split(day(2), [person('a', 'VIP'), person('a', 'Fans')]);
		expect(run.outputs.flat().map((item) => segmentOf(item))).toMatchObject([
			{ name: 'VIP', previousName: 'Fans', changed: true, since: null },
			{ name: 'Fans', previousName: 'Fans', changed: false, since: '2026-11-01T08:00:00.000Z' },
		]);
	});

	it.each([
		['the field that is named', { who: ' X@Shop.Example ' }, { customerField: 'who' }],
		['the key of Classify Lifecycle', { id: 9, lifecycle: { customerKey: 'x@shop.example' } }, {}],
		['the key of Detect Lapsed', { id: 9, lapse: { customerKey: 'x@shop.example' } }, {}],
		['the key of Score Lead', { id: 9, leadScore: { leadKey: 'x@shop.example' } }, {}],
		['the address', { id: 9, email: 'X@shop.example' }, {}],
	])('knows customers by %s', async (_name, item, more) => {
		const runs = runsOf(more);
		await runs.split(day(1), [{ in: ['VIP'], ...item }]);
		expect(await runs.rows('customers')).toMatchObject([{ customer: 'x@shop.example' }]);
	});

	it('stores keys hashed where that is wanted', async () => {
		const runs = runsOf({
			tellOnce: 'claim',
			memoryOptions: { hashKeys: true, hashSecret: 'salt' },
		});
		await runs.split(day(1), [person('anna@shop.example', 'VIP')]);
		const run = await runs.split(day(2), [person('anna@shop.example', 'Fans')]);
		expect(verdictsById(run)).toMatchObject({ 'anna@shop.example': { previousName: 'VIP' } });
		const all = JSON.stringify([await runs.rows('customers'), await runs.rows('contacts')]);
		expect(all).not.toContain('anna');
	});

	it('splits who cannot be told apart without memory, and says so', async () => {
		const runs = runsOf();
		const run = await runs.split(day(1), [{ in: ['VIP'] }, person('a', 'VIP')]);
		expect(onOutputs(run)).toEqual([[], [undefined, 'a'], []]);
		expect(run.hints).toContainEqual(
			expect.stringContaining('1 item without a customer key was split without memory.'),
		);
		expect(await runs.rows('customers')).toHaveLength(1);
	});

	it('says where the memory holds segments of another node', async () => {
		const runs = runsOf();
		await runs.split(day(1), [person('a', 'VIP'), person('b', 'Fans')]);
		const run = await runs.split(day(2), [person('a', 'VIP'), person('b', 'Fans')], {
			segments: { values: [segment('Very Important')] },
		});
		expect(run.hints).toContainEqual(
			expect.stringContaining('segments that this node does not have for 2 customers, e.g. "VIP"'),
		);
	});

	it('leaves who was told lately alone without a field, whatever the campaign', async () => {
		const runs = runsOf();
		const claimed = await runs.split(day(1), [person('a', 'VIP'), person('b', 'VIP')], {
			tellOnce: 'claim',
		});
		await runs.confirm(
			'2026-11-01T08:00:00Z',
			claimsOn(claimed, VIP).filter(({ customer }) => customer === 'a'),
		);
		const limits = (channel: string) => ({
			leaveAlone: { lastContacts: { values: [{ channel, lastContactField: '', hours: 72 }] } },
		});
		const people = [person('a', 'Fans'), person('b', 'Fans')];
		for (const channel of ['any', 'email']) {
			const run = await runs.split(day(3), people, limits(channel));
			expect(verdictsById(run)).toMatchObject({
				a: {
					suppressedBy: 'contactedLately',
					suppressedReason: expect.stringContaining('48 hours ago, less than 3 days'),
					suppressedUntil: '2026-11-04T08:00:00.000Z',
				},
				b: { suppressed: false },
			});
		}
		// On another channel nobody was told anything.
		const segments = { values: [segment('Fans', { channel: 'sms' })] };
		const sms = await runs.split(day(3), people, { ...limits('sms'), segments });
		expect(verdictsById(sms)).toMatchObject({ a: { suppressed: false } });
		const later = await runs.split(day(5), people, limits('any'));
		expect(verdictsById(later)).toMatchObject({ a: { suppressed: false } });
	});

	it('asks for the field of a contact where nothing is remembered', async () => {
		const run = await runsOf({ memory: 'fields' }).split(day(1), [person('a', 'VIP')], {
			leaveAlone: { lastContacts: { values: [{ channel: 'any', lastContactField: '' }] } },
		});
		expect(run.error?.message).toBe('Last Contact Field is empty');
	});

	it('adds nothing to the items without a memory', async () => {
		const run = await runsOf({ memory: 'fields', tellOnce: 'claim' }).split(day(1), [
			person('a', 'VIP'),
		]);
		expect(Object.keys(verdictsById(run).a!)).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/since|claim/)]),
		);
	});
});

const SUPPRESSED = { suppressedOutput: true };

describe('Telling once', () => {
	it('offers again what failed to be sent, and not what was confirmed', async () => {
		const runs = runsOf({ tellOnce: 'claim' });
		const people = [...'abcd'].map((id) => person(id, 'VIP'));
		const first = await runs.split(day(1), people);
		expect(onOutputs(first)).toEqual([[], ['a', 'b', 'c', 'd'], []]);
		expect(claimsOn(first, VIP)).toMatchObject([
			{ customer: 'a', campaign: 'VIP', subject: '', channel: 'email', number: 1 },
			{ customer: 'b' },
			{ customer: 'c' },
			{ customer: 'd' },
		]);
		const [a, b, c] = claimsOn(first, VIP);
		await runs.confirm('2026-11-01T08:00:30Z', [a!, c!]);
		await runs.confirm('2026-11-01T08:00:30Z', [b!], false);
		// b is known not to have been sent; of d nobody knows, and the claim holds for an hour.
		const soon = await runs.split(day(1, '08:30'), people);
		expect(onOutputs(soon)).toEqual([['a', 'c', 'd'], ['b'], []]);
		expect(verdictsById(soon)).toMatchObject({
			a: { suppressedBy: 'told', suppressedReason: 'Already told of "VIP" on 2026-11-01.' },
			b: { suppressed: false, claim: { customer: 'b', number: 1 } },
			d: {
				suppressedBy: 'claimed',
				suppressedReason: 'Another execution is telling them of "VIP" until 2026-11-01 09:00.',
				suppressedUntil: '2026-11-01T09:00:00.000Z',
				claim: null,
			},
		});
		expect(soon.hints).toContain(
			'Left alone: 2 told already, 1 being told just now. They left with Everyone Else, so that segments hold only who is to be told now.',
		);
		await runs.confirm('2026-11-01T08:31:00Z', claimsOn(soon, VIP));
		const nextDay = await runs.split(day(2), people);
		expect(onOutputs(nextDay)).toEqual([['a', 'b', 'c'], ['d'], []]);
	});

	it('is confirmed by the node behind the one that sends', async () => {
		const runs = runsOf({ tellOnce: 'claim' });
		const failed = { ...person('b', 'VIP'), mailbox: 'full' };
		const first = await runs.tell(day(1), [person('a', 'VIP'), failed, person('c')], VIP);
		expect(first.error).toBeUndefined();
		expect(first.outputs).toHaveLength(1);
		expect(first.outputs[0]!.map(({ json }) => json.confirmation)).toMatchObject([
			{ customer: 'a', campaign: 'VIP', outcome: 'sent', wasNews: true },
			{ customer: 'b', campaign: 'VIP', outcome: 'notSent' },
		]);
		// At the very same minute: what failed is offered again at once, what was confirmed is not.
		const again = await runs.tell(day(1), [person('a', 'VIP'), person('b', 'VIP')], VIP);
		expect(again.outputs[0]!.map(({ json }) => json.confirmation)).toMatchObject([
			{ customer: 'b', outcome: 'sent' },
		]);
		const last = await runs.split(day(2), [person('a', 'VIP'), person('b', 'VIP')]);
		expect(onOutputs(last)).toEqual([['a', 'b'], [], []]);
	});

	it('forgets a customer', async () => {
		const runs = runsOf({ tellOnce: 'once' });
		await runs.split(day(1), [person('a', 'VIP'), person('b', 'VIP')]);
		const run = await runs.forget('who', [{ who: ' a ' }]);
		expect(run.outputs).toMatchObject([[{ json: { forgotten: { customer: 'a', rows: 2 } } }]]);
		for (const table of ['customers', 'contacts'] as const) {
			expect(await runs.rows(table)).toMatchObject([{ customer: 'b' }]);
		}
	});

	it('tells who leaves and comes back again', async () => {
		const runs = runsOf({ tellOnce: 'claim' });
		const tell = async (n: number, ...segments: string[]) => {
			const run = await runs.split(day(n), [person('a', ...segments)]);
			const claims = run.outputs.flatMap((_output, i) => claimsOn(run, i));
			await runs.confirm(`${day(n)}Z`, claims);
			return claims.map(({ campaign }) => campaign);
		};
		expect(await tell(1, 'VIP')).toEqual(['VIP']);
		expect(await tell(2, 'VIP')).toEqual([]);
		expect(await tell(3)).toEqual([]);
		expect(await tell(4)).toEqual([]);
		expect(await tell(5, 'VIP')).toEqual(['VIP']);
		expect(await tell(6, 'Fans')).toEqual(['Fans']);
		expect(await tell(7, 'VIP')).toEqual(['VIP']);
		expect(await tell(8, 'VIP')).toEqual([]);
		expect(await runs.rows('contacts')).toMatchObject([
			{ campaign: 'VIP', status: 'VIP', episode: 'since 2026-11-07T08:00:00.000Z' },
			{ campaign: 'Fans', status: null, status_since: '2026-11-07T08:00:00.000Z' },
		]);
	});

	it('keeps a stay through runs in which a customer does not come in, or the segment is off', async () => {
		const runs = runsOf({ tellOnce: 'once' });
		await runs.split(day(1), [person('a', 'VIP')]);
		await runs.split(day(2), [person('b', 'Fans')]);
		await runs.split(day(3), [person('a', 'VIP')], {
			segments: { values: [segment('VIP', { enabled: false })] },
		});
		const run = await runs.split(day(4), [person('a', 'VIP')]);
		expect(onOutputs(run)).toEqual([['a'], [], []]);
	});

	it('counts as told who left, where each is to be told at most once', async () => {
		const runs = runsOf({ tellOnce: 'once' });
		const first = await runs.split(day(1), [person('a', 'VIP')]);
		expect(onOutputs(first)).toEqual([[], ['a'], []]);
		const second = await runs.split(day(1, '08:01'), [person('a', 'VIP'), person('b', 'VIP')]);
		expect(onOutputs(second)).toEqual([['a'], ['b'], []]);
		expect(verdictsById(second)).toMatchObject({ a: { suppressedBy: 'told' } });
	});

	it('reminds after so many days, so many times', async () => {
		const runs = runsOf({
			tellOnce: 'once',
			contactRules: { againAfterDays: 3, mostTimes: 2 },
		});
		const told: number[] = [];
		for (let n = 1; n <= 12; n++) {
			const run = await runs.split(day(n), [person('a', 'VIP')]);
			if (run.outputs[VIP]!.length > 0) told.push(n);
			if (n === 2) {
				expect(verdictsById(run)).toMatchObject({
					a: {
						suppressedBy: 'contactedLately',
						suppressedReason: 'Told of "VIP" on 2026-11-01 (1 time), again from 2026-11-04 on.',
						suppressedUntil: '2026-11-04T00:00:00.000Z',
					},
				});
			}
		}
		expect(told).toEqual([1, 4]);
	});

	it('cools a channel down across campaigns', async () => {
		const runs = runsOf(
			{ tellOnce: 'once', contactRules: { cooldownHours: 48 } },
			segment('VIP'),
			segment('Fans'),
			segment('Texts', { channel: 'sms' }),
		);
		await runs.split(day(1), [person('a', 'VIP'), person('b', 'VIP')]);
		const next = await runs.split(day(2), [person('a', 'Fans'), person('b', 'Texts')]);
		expect(onOutputs(next)).toEqual([['a'], [], [], ['b']]);
		expect(verdictsById(next)).toMatchObject({
			a: {
				suppressedBy: 'contactedLately',
				suppressedReason:
					'Told something by e-mail 24 hours ago, free again from 2026-11-03 08:00 on.',
				suppressedUntil: '2026-11-03T08:00:00.000Z',
			},
		});
		const later = await runs.split(day(3), [person('a', 'Fans')]);
		expect(onOutputs(later)).toEqual([[], [], ['a'], []]);
	});

	it('waits while another campaign is being told on the same channel', async () => {
		const runs = runsOf({ tellOnce: 'claim', contactRules: { cooldownHours: 24 } });
		await runs.split(day(1), [person('a', 'VIP')]);
		const soon = await runs.split(day(1, '08:20'), [person('a', 'Fans')]);
		expect(verdictsById(soon)).toMatchObject({
			a: {
				suppressedBy: 'contactedLately',
				suppressedReason:
					'Being told something else by e-mail just now, free again from 2026-11-02 08:20 on.',
			},
		});
		// Nobody confirmed it, so that nothing was told.
		const later = await runs.split(day(1, '10:00'), [person('a', 'Fans')]);
		expect(onOutputs(later)).toEqual([[], [], ['a']]);
	});

	it('compares with nobody who was told something else lately, in the control group or not', async () => {
		const runs = runsOf({ tellOnce: 'once', contactRules: { cooldownHours: 72 } });
		const people = Array.from({ length: 20 }, (_, i) => `c${i}`);
		await runs.split(
			day(1),
			people.map((id) => person(id, 'VIP')),
		);
		const run = await runs.split(
			day(2),
			people.map((id) => person(id, 'Fans')),
			{ leaveAlone: { holdoutPercent: 50 } },
		);
		const verdicts = Object.values(verdictsById(run));
		expect(new Set(verdicts.map(({ suppressedBy }) => suppressedBy))).toEqual(
			new Set(['contactedLately']),
		);
		expect(new Set(verdicts.map(({ control }) => control))).toEqual(new Set([null]));
	});

	it('tells of one campaign on a channel where there is a cooldown and an item goes to all its segments', async () => {
		const all = { matching: 'all', tellOnce: 'once' };
		const people = [person('a', 'VIP', 'Fans')];
		const without = await runsOf(all).split(day(1), people);
		expect(onOutputs(without)).toEqual([[], ['a'], ['a']]);
		expect(claimsOn(without, VIP)[0]!.campaign).not.toBe(claimsOn(without, FANS)[0]!.campaign);
		const runs = runsOf({ ...all, contactRules: { cooldownHours: 24 } });
		const first = await runs.split(day(1), people);
		expect(onOutputs(first)).toEqual([['a'], ['a'], []]);
		expect(segmentOf(first.outputs[ELSE]![0])).toMatchObject({
			name: 'Fans',
			suppressedBy: 'contactedLately',
			suppressedReason: 'Told of "VIP" by e-mail in this run, and of nothing else within 24 hours.',
		});
		const second = await runs.split(day(2), people);
		expect(onOutputs(second)).toEqual([['a'], [], ['a']]);
	});

	it('claims a customer of several items once a campaign', async () => {
		const runs = runsOf({ tellOnce: 'claim' });
		const run = await runs.split(day(1), [
			person('a', 'VIP'),
			person('a', 'VIP'),
			person('a', 'Fans'),
		]);
		expect(onOutputs(run)).toEqual([['a'], ['a'], ['a']]);
		expect(segmentOf(run.outputs[ELSE]![0])).toMatchObject({
			suppressedBy: 'claimed',
			suppressedReason: 'Another item of this run stands for them in "VIP".',
		});
		expect(await runs.rows('contacts')).toHaveLength(2);
	});

	it('knows a campaign by its text, also where several segments have it', async () => {
		const runs = runsOf(
			{ tellOnce: 'once' },
			segment('VIP', { campaign: 'thanks' }),
			segment('Fans', { campaign: '={{ $json.text }}' }),
		);
		await runs.split(day(1), [{ ...person('a', 'VIP'), text: 'x' }]);
		const same = await runs.split(day(2), [{ ...person('a', 'Fans'), text: 'thanks' }]);
		expect(onOutputs(same)).toEqual([['a'], [], []]);
		const other = await runs.split(day(3), [{ ...person('a', 'Fans'), text: 'hello' }]);
		expect(claimsOn(other, FANS)).toMatchObject([{ campaign: 'hello' }]);
	});

	it('is not disturbed by another node that splits the same customers in another way', async () => {
		const runs = runsOf({ tellOnce: 'once' });
		const other = { segments: { values: [segment('Germany', { campaign: 'de' })] } };
		const people = [person('a', 'VIP', 'Germany')];
		const told: string[] = [];
		for (let n = 1; n <= 4; n++) {
			for (const run of [
				await runs.split(day(n), people),
				await runs.split(day(n), people, other),
			]) {
				told.push(
					...run.outputs.flatMap((_o, i) => claimsOn(run, i).map(({ campaign }) => campaign)),
				);
			}
		}
		expect(told).toEqual(['VIP', 'de']);
	});

	it('sends whoever is suppressed to their own output, where there is one', async () => {
		const runs = runsOf({ tellOnce: 'once', ...SUPPRESSED });
		await runs.split(day(1), [person('a', 'VIP')]);
		const run = await runs.split(day(2), [
			person('a', 'VIP'),
			{ ...person('b', 'VIP'), unsubscribed: true },
			person('c', 'VIP'),
			person('d'),
			{ in: ['VIP'] },
		]);
		expect(onOutputs(run)).toEqual([['d'], ['a', 'b', undefined], ['c'], []]);
		expect(run.hints).toContain(
			'Left alone: 1 unsubscribed, 1 without a customer key, 1 told already.',
		);
	});

	it('keeps everybody in a single output, and claims the same', async () => {
		const runs = runsOf({ tellOnce: 'once', outputMode: 'single' });
		await runs.split(day(1), [person('a', 'VIP')]);
		const run = await runs.split(day(2), [person('a', 'VIP'), person('b', 'VIP'), person('c')]);
		expect(onOutputs(run)).toEqual([['a', 'b', 'c']]);
		expect(claimsOn(run, 0).map(({ customer }) => customer)).toEqual(['b']);
		expect(run.hints.join()).toContain('before sending, filter on segment.suppressed');
	});

	it('claims nobody who does not leave for a campaign', async () => {
		const runs = runsOf(
			{
				tellOnce: 'claim',
				leaveAlone: { holdoutPercent: 100, customerKeyField: 'draw', quietFrom: '21:00' },
			},
			segment('VIP', { mostPerRun: 1 }),
			segment('Fans'),
		);
		const run = await runs.split(day(1), [
			{ ...person('a', 'VIP'), unsubscribed: true },
			{ ...person('b', 'VIP'), draw: 'in the control group' },
			person('c', 'VIP'),
			person('d', 'VIP'),
			person('e'),
		]);
		expect(onOutputs(run)).toEqual([['a', 'b', 'd', 'e'], ['c'], []]);
		expect((await runs.rows('contacts')).map(({ customer }) => customer)).toEqual(['c']);
		const night = await runs.split(day(1, '22:00'), [person('f', 'VIP')]);
		expect(verdictsById(night)).toMatchObject({ f: { suppressedBy: 'quietHours', claim: null } });
		// Free when the claim has run out, and no sooner than the quiet hours have ended.
		await runs.split(day(2, '20:30'), [person('g', 'Fans')]);
		const claimed = await runs.split(day(2, '20:31'), [person('g', 'Fans')]);
		expect(verdictsById(claimed)).toMatchObject({
			g: { suppressedBy: 'claimed', suppressedUntil: '2026-11-03T08:00:00.000Z' },
		});
	});

	it('claims nobody of those who are to be left in peace', async () => {
		const runs = new MemoryRuns({ scheme: 'campaign', tellOnce: 'once' });
		const run = await runs.split(day(1), [{ id: 'a', lifecycle: { stage: 'lost' } }]);
		const peace = run.outputs.length - 1;
		expect(onOutputs(run)[peace]).toEqual(['a']);
		expect(segmentOf(run.outputs[peace]![0])).toMatchObject({
			name: 'Leave in Peace',
			claim: null,
		});
	});

	it('tells everybody once, over as many runs as the capacity asks for', async () => {
		const runs = runsOf(
			{ tellOnce: 'once', options: { capacityField: 'worth' } },
			segment('VIP', { mostPerRun: 3 }),
		);
		const people = [...'abcdefgh'].map((id, worth) => ({ ...person(id, 'VIP'), worth }));
		const told: unknown[][] = [];
		for (let n = 1; n <= 4; n++) {
			const run = await runs.split(day(n), people);
			expect(run.outputs.flat()).toHaveLength(people.length);
			told.push(onOutputs(run)[VIP]!);
		}
		expect(told).toEqual([['f', 'g', 'h'], ['c', 'd', 'e'], ['a', 'b'], []]);
	});

	it('counts who was told in an earlier run among the contacted of a report', async () => {
		const runs = runsOf({
			tellOnce: 'once',
			reportOutput: true,
			leaveAlone: { holdoutPercent: 50 },
			reportOptions: { outcomeField: 'bought' },
		});
		const people = Array.from({ length: 40 }, (_, i) => person(`c${i}`, 'VIP'));
		await runs.split(day(1), people);
		const run = await runs.split(
			day(9),
			people.map((one) => ({ ...one, bought: true })),
		);
		const report = resultOf<SegmentReport>(run.outputs[1]![0], 'segmentReport');
		const { told = 0, control = 0 } = report.suppressedBy;
		expect(told).toBeGreaterThan(0);
		expect(told + control).toBe(40);
		expect(report.holdout).toMatchObject({ contacted: told, control });
	});

	it('stops before any item leaves where the memory cannot be used, also where the workflow goes on', async () => {
		const runs = runsOf({
			tellOnce: 'claim',
			outputMode: 'single',
			memory: 'dataTable',
			memoryTable: { mode: 'name', value: 'Nowhere' },
		});
		expect((await runs.split(day(1), [person('a', 'VIP')])).error).toBeDefined();
		const run = await runs.split(
			day(1),
			[person('a', 'VIP')],
			{},
			{ onError: 'continueRegularOutput' },
		);
		expect(run.outputs).toEqual([
			[
				{
					json: { error: expect.stringMatching(/\S/) as unknown },
					pairedItem: expect.anything() as unknown,
				},
			],
		]);
	});

	it('loses nobody and tells nobody of a stay twice, whatever people do', async () => {
		const names = ['VIP', 'Fans'];
		const where = fc.uniqueArray(fc.constantFrom(...names));
		const night = fc.array(fc.record({ id: fc.constantFrom(...'abc'), in: where }), {
			minLength: 1,
			maxLength: 6,
		});
		await fc.assert(
			fc.asyncProperty(
				fc.array(night, { minLength: 1, maxLength: 5 }),
				fc.constantFrom('first', 'all'),
				fc.boolean(),
				async (nights, matching, suppressedOutput) => {
					const runs = runsOf({ tellOnce: 'once', matching, suppressedOutput });
					const stays = new Map<string, Set<string>>();
					for (const [i, people] of nights.entries()) {
						const run = await runs.split(day(i + 1), people);
						const placements = (segments: readonly string[]) =>
							matching === 'all' ? Math.max(segments.length, 1) : 1;
						const expected = people.flatMap((one) =>
							Array.from({ length: placements(one.in) }, () => one.id),
						);
						expect(
							run.outputs
								.flat()
								.map(({ json }) => json.id)
								.sort(),
						).toEqual(expected.sort());
						const isIn = new Map<string, Set<string>>();
						for (const item of run.outputs.flat()) {
							const id = String(item.json.id);
							isIn.set(id, (isIn.get(id) ?? new Set()).add(segmentOf(item).name));
						}
						// Who left a segment is to be told of it again.
						for (const [id, now] of isIn) {
							const toldOf = stays.get(id) ?? new Set();
							stays.set(id, new Set([...toldOf].filter((name) => now.has(name))));
						}
						const first = suppressedOutput ? 2 : 1;
						for (const item of run.outputs.slice(first).flat()) {
							const id = String(item.json.id);
							const { name, claim } = segmentOf(item);
							expect(claim).toMatchObject({ customer: id, campaign: name });
							expect(stays.get(id)).not.toContain(name);
							stays.get(id)!.add(name);
						}
						for (const [id, now] of isIn) {
							for (const name of now) {
								if (name !== 'Everyone Else') expect(stays.get(id)).toContain(name);
							}
						}
					}
				},
			),
			{ numRuns: 15 },
		);
	});
});
