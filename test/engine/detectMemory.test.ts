import fc from 'fast-check';

import type { LapseVerdict } from '../../nodes/core/lapse/LapseVerdict';
import { at, LapseShop, type LapseRound } from './LapseShop';

/** Lapsed from the 61st day on, lost from the 181st. */
const PURCHASES = { watch: 'purchases', source: 'custom', method: 'fixedWindow' };
const TELL = { ...PURCHASES, tellOnce: 'claim' };

const ADA = 'ada@shop.example';
const BEA = 'bea@shop.example';
const CYD = 'cyd@shop.example';

/** An order of a customer, on a day of the test. */
const order = (email: string, day: number, amount = 20) => ({
	email,
	date: at(day).slice(0, 10),
	amount,
});

function verdictOf(round: LapseRound, customer: string): LapseVerdict {
	const found = round.outputs.flat().find(({ customerKey }) => customerKey === customer);
	if (!found) throw new Error(`${customer} is not among the results`);
	return found;
}

describe('Detect Lapsed with a memory, without Tell Once', () => {
	it('knows the status of last time without a field', async () => {
		const shop = new LapseShop(PURCHASES);
		const orders = [order(ADA, 0), order(BEA, 0), order(BEA, 55)];
		const first = await shop.detect(orders, at(61));
		expect(verdictOf(first, ADA)).toMatchObject({ previousStatus: null, newlyLapsed: null });
		expect(verdictOf(first, ADA)).not.toHaveProperty('claim');
		expect(first.outputs).toHaveLength(4);

		const second = await shop.detect(orders, at(62));
		expect(verdictOf(second, ADA)).toMatchObject({ previousStatus: 'lapsed', newlyLapsed: false });
		// Nothing was taken down of Bea, who was active in the first run.
		expect(verdictOf(second, BEA)).toMatchObject({ previousStatus: 'active', newlyLapsed: false });
		const third = await shop.detect(orders, at(116));
		expect(verdictOf(third, BEA)).toMatchObject({ status: 'lapsed', newlyLapsed: true });

		const back = await shop.detect([...orders, order(ADA, 117)], at(118));
		expect(verdictOf(back, ADA)).toMatchObject({ status: 'active', reactivated: true });
	});

	it('takes down nothing of who is active, and writes only what changed', async () => {
		const shop = new LapseShop(PURCHASES);
		const orders = [order(ADA, 0), order(BEA, 55)];
		await shop.detect(orders, at(61));
		expect(shop.remembered).toEqual(['(everybody)', ADA]);
		expect(shop.contactsOf(ADA)['Win-Back']).toMatchObject({
			status: 'lapsed',
			status_since: at(61),
			episode: `${ADA}/2026-01-01`,
			contact_state: 'none',
			contacts: 0,
		});
		const before = JSON.stringify(shop.memory);
		await shop.detect(orders, at(63));
		expect(JSON.stringify(shop.memory)).toBe(before);
		await shop.detect([...orders, order(ADA, 63)], at(64));
		expect(shop.contactsOf(ADA)['Win-Back']).toMatchObject({
			status: 'active',
			status_since: at(64),
		});
	});

	it('lets the newly lapsed alone leave, also who lapsed again between two runs', async () => {
		const shop = new LapseShop({ ...PURCHASES, options: { newlyLapsedOnly: true } });
		const orders = [order(ADA, 0)];
		expect((await shop.detect(orders, at(61))).told).toEqual([ADA]);
		const known = await shop.detect(orders, at(62));
		expect(known.held).toEqual({ [ADA]: 'knownBefore' });
		const again = await shop.detect([...orders, order(ADA, 63)], at(130));
		expect(again.told).toEqual([ADA]);
		expect(verdictOf(again, ADA).newlyLapsed).toBe(true);
	});

	it('forgets nobody whom capacity kept for later', async () => {
		const shop = new LapseShop({
			...PURCHASES,
			options: { newlyLapsedOnly: true, mostLapsedPerRun: 1 },
		});
		const orders = [order(ADA, 0, 5), order(BEA, 0, 50), order(CYD, 0, 500)];
		const told: string[] = [];
		for (const day of [61, 62, 63, 64]) told.push(...(await shop.detect(orders, at(day))).told);
		expect(told).toEqual([CYD, BEA, ADA]);
	});

	it('takes note only in the first run, also where everybody was active in it', async () => {
		const shop = new LapseShop({ ...PURCHASES, options: { silentFirstRun: true } });
		const first = await shop.detect([order(ADA, 40)], at(61));
		expect(first.told).toEqual([]);
		const second = await shop.detect([order(ADA, 40)], at(101));
		expect(second.told).toEqual([ADA]);
	});

	it('lets fields come first', async () => {
		const shop = new LapseShop({ ...PURCHASES, options: { previousStatusField: 'was' } });
		await shop.detect([order(ADA, 0)], at(61));
		const round = await shop.detect([{ ...order(ADA, 0), was: 'atRisk' }], at(62));
		expect(verdictOf(round, ADA)).toMatchObject({ previousStatus: 'atRisk', newlyLapsed: true });
	});

	it('stores no key in plain where keys are stored hashed', async () => {
		const shop = new LapseShop({
			...TELL,
			memoryOptions: { hashKeys: true, hashSecret: 'long and secret' },
		});
		const round = await shop.detect([order(ADA, 0)], at(61));
		expect(JSON.stringify(shop.memory)).not.toContain('ada@');
		expect(JSON.stringify(verdictOf(round, ADA).claim)).not.toContain('ada@');
		expect(round.told).toEqual([ADA]);
		expect((await shop.detect([order(ADA, 0)], at(61, 9.5))).held).toEqual({ [ADA]: 'claimed' });
	});
});

describe('Detect Lapsed, then sending, then Confirm Sent', () => {
	it('offers again whom sending failed for, and nobody who was told', async () => {
		const shop = new LapseShop(TELL);
		const orders = [order(ADA, 0), order(BEA, 0)];
		const first = await shop.detect(orders, at(61));
		expect(first.told).toEqual([ADA, BEA]);
		expect(verdictOf(first, ADA)).toMatchObject({
			held: null,
			newlyLapsed: true,
			contact: { count: 0, lastAt: null, suppressedUntil: null },
			claim: { customer: ADA, campaign: 'Win-Back', subject: '', channel: 'email', number: 1 },
		});
		await shop.confirm(first.outputs[0]!, at(61), ({ customerKey }) => customerKey === ADA);

		const second = await shop.detect(orders, at(62));
		expect(second.told).toEqual([BEA]);
		expect(verdictOf(second, BEA).newlyLapsed).toBe(true);
		expect(second.held).toEqual({ [ADA]: 'told' });
		expect(verdictOf(second, ADA)).toMatchObject({
			claim: null,
			newlyLapsed: false,
			contact: { count: 1, lastAt: at(61) },
			suggestedAction: 'none',
			reason: expect.stringMatching(/ Held back: told once, on 2026-03-03\.$/) as unknown,
		});
	});

	it('holds whoever is claimed until the claim runs out, then offers them again and says so', async () => {
		const shop = new LapseShop(TELL);
		await shop.detect([order(ADA, 0)], at(61));
		const soon = await shop.detect([order(ADA, 0)], at(61, 9.5));
		expect(soon.told).toEqual([]);
		expect(verdictOf(soon, ADA)).toMatchObject({
			held: 'claimed',
			claim: null,
			suggestedAction: 'later',
			reason: expect.stringMatching(
				/Held back until 2026-03-03 10:00: another run has taken it on and not confirmed it\.$/,
			) as unknown,
		});
		const later = await shop.detect([order(ADA, 0)], at(61, 10));
		expect(later.told).toEqual([ADA]);
		expect(later.hints).toContainEqual(expect.stringMatching(/^1 item left before and was not/));
	});

	it('reminds after 14 days, at most 3 times', async () => {
		const shop = new LapseShop({
			...TELL,
			contactRules: { againAfterDays: 14, mostTimes: 3 },
		});
		const told: number[] = [];
		for (let day = 58; day < 120; day++) {
			const round = await shop.detect([order(ADA, 0)], at(day));
			if (round.told.length > 0) told.push(day);
			await shop.confirm(round.outputs[0]!, at(day));
			if (day === 62) {
				expect(verdictOf(round, ADA)).toMatchObject({
					held: 'waiting',
					reason: expect.stringMatching(
						/Held back until 2026-03-17: told once, on 2026-03-03; the next follows 14 days later\.$/,
					) as unknown,
				});
			}
			if (day === 119) {
				expect(verdictOf(round, ADA).reason).toMatch(
					/Held back: told 3 times, last on 2026-03-31\.$/,
				);
			}
		}
		expect(told).toEqual([61, 75, 89]);
	});

	it('tells anew after a new order', async () => {
		const shop = new LapseShop(TELL);
		const told: number[] = [];
		for (const day of [61, 62, 70, 130, 131, 132]) {
			const orders = [order(ADA, 0), ...(day >= 70 ? [order(ADA, 69)] : [])];
			const round = await shop.detect(orders, at(day));
			if (round.told.length > 0) told.push(day);
			await shop.confirm(round.outputs[0]!, at(day));
		}
		expect(told).toEqual([61, 130]);
		expect(shop.contactsOf(ADA)['Win-Back']).toMatchObject({
			contacts: 1,
			last_contact_at: at(130),
		});
	});

	it('leaves alone whoever was told within the quiet days, whatever the episode', async () => {
		const shop = new LapseShop({
			...TELL,
			lapsedAfterDays: 5,
			atRiskAfterDays: 4,
			lostAfterDays: 9,
		});
		await shop.confirm((await shop.detect([order(ADA, 0)], at(6))).outputs[0]!, at(6));
		const orders = [order(ADA, 0), order(ADA, 7)];
		const round = await shop.detect(orders, at(13));
		expect(round.told).toEqual([]);
		expect(verdictOf(round, ADA)).toMatchObject({
			held: 'contacted',
			statusToSave: 'active',
			contact: { count: 0, lastAt: at(6), suppressedUntil: at(20, 0) },
		});
		const free = { options: { quietDaysAfterContact: 0 } };
		expect((await shop.detect(orders, at(13), free)).told).toEqual([ADA]);
	});

	it('only takes note in the silent first run, and tells who lapses later', async () => {
		const shop = new LapseShop({ ...TELL, options: { silentFirstRun: true } });
		const orders = [order(ADA, 0), order(BEA, 10), order(CYD, 40)];
		// Ada is lapsed, Bea at risk, Cyd active.
		const first = await shop.detect(orders, at(61));
		expect(first.held).toEqual({ [ADA]: 'baseline', [BEA]: 'baseline' });
		expect(shop.contactsOf(ADA)['Win-Back']).toMatchObject({ contact_state: 'baseline' });
		const second = await shop.detect(orders, at(71));
		expect(second.told).toEqual([BEA]);
		expect(second.held).toEqual({ [ADA]: 'baseline' });
		expect(verdictOf(second, ADA).reason).toMatch(/in the first run already, which only took note/);
		await shop.confirm(second.outputs[0]!, at(71));
		expect((await shop.detect(orders, at(101))).told).toEqual([CYD]);
		expect((await shop.detect([...orders, order(ADA, 102)], at(163))).told).toEqual([ADA, CYD]);
	});

	it('takes note of who was told without Tell Once, where the first run with it is silent', async () => {
		const shop = new LapseShop(TELL);
		await shop.detect([order(ADA, 0)], at(61), { tellOnce: 'off' });
		const silent = { options: { silentFirstRun: true } };
		expect((await shop.detect([order(ADA, 0)], at(62), silent)).held).toEqual({
			[ADA]: 'baseline',
		});
		expect((await shop.detect([order(ADA, 0)], at(63), silent)).told).toEqual([]);
	});

	it('goes by who was told, not by the status, where only the newly lapsed are to leave', async () => {
		const shop = new LapseShop({ ...TELL, options: { newlyLapsedOnly: true } });
		const orders = [order(ADA, 0)];
		const first = await shop.detect(orders, at(61));
		await shop.confirm(first.outputs[0]!, at(61), () => false);
		const second = await shop.detect(orders, at(62));
		expect(second.told).toEqual([ADA]);
		// Nobody confirms: a crash.
		const third = await shop.detect(orders, at(63));
		expect(third.told).toEqual([ADA]);
		await shop.confirm(third.outputs[0]!, at(63));
		expect((await shop.detect(orders, at(64))).held).toEqual({ [ADA]: 'told' });
	});

	it('holds whom a field knows, as long as the memory knows nothing of them', async () => {
		const options = { newlyLapsedOnly: true, previousStatusField: 'was' };
		const shop = new LapseShop({ ...TELL, options });
		const told = { ...order(ADA, 0), was: 'lapsed' };
		expect((await shop.detect([told], at(61))).held).toEqual({ [ADA]: 'knownBefore' });
		expect((await shop.detect([{ ...told, was: 'active' }], at(62))).told).toEqual([ADA]);
		// The field was written back, and the message was not sent.
		expect((await shop.detect([told], at(63))).told).toEqual([ADA]);
	});

	it('tells at most once where that is chosen, whatever becomes of the message', async () => {
		const shop = new LapseShop({ ...TELL, tellOnce: 'once' });
		const first = await shop.detect([order(ADA, 0)], at(61));
		expect(first.told).toEqual([ADA]);
		expect(verdictOf(first, ADA).claim).toMatchObject({ number: 1 });
		await shop.confirm(first.outputs[0]!, at(61), () => false);
		expect((await shop.detect([order(ADA, 0)], at(62))).held).toEqual({ [ADA]: 'told' });
	});

	it('tells of being at risk for itself, where a message hangs on that output', async () => {
		const shop = new LapseShop({
			...TELL,
			toldOutputs: 'atRiskAndLapsed',
			options: { quietDaysAfterContact: 3 },
		});
		const left: Array<[number, string]> = [];
		for (let day = 44; day < 70; day++) {
			const { outputs } = await shop.detect([order(ADA, 0)], at(day));
			for (const verdict of [...outputs[0]!, ...outputs[1]!]) left.push([day, verdict.status]);
			await shop.confirm([...outputs[0]!, ...outputs[1]!], at(day));
		}
		expect(left).toEqual([
			[46, 'atRisk'],
			[61, 'lapsed'],
		]);
		expect(Object.keys(shop.contactsOf(ADA)).sort()).toEqual(['Win-Back', 'Win-Back, At Risk']);
		// Limits that were moved make nobody at risk who was told of more.
		const moved = { lapsedAfterDays: 90, options: { quietDaysAfterContact: 0 } };
		expect(verdictOf(await shop.detect([order(ADA, 0)], at(72), moved), ADA)).toMatchObject({
			status: 'atRisk',
			held: 'told',
		});
		const without = new LapseShop(TELL);
		expect((await without.detect([order(ADA, 0)], at(47))).outputs[1]).toHaveLength(1);
		expect((await without.detect([order(ADA, 0)], at(48))).outputs[1]).toHaveLength(1);
	});

	it('keeps campaigns apart, and a channel quiet across them', async () => {
		const shop = new LapseShop({ ...TELL, contactRules: { cooldownHours: 48 } });
		const orders = [order(ADA, 0)];
		const first = await shop.detect(orders, at(61), { campaignName: 'Spring' });
		await shop.confirm(first.outputs[0]!, at(61));
		const other = await shop.detect(orders, at(62), { campaignName: 'Gift' });
		expect(verdictOf(other, ADA)).toMatchObject({
			held: 'cooldown',
			statusToSave: 'active',
			reason: expect.stringMatching(
				/Held back until 2026-03-05 09:00: told something on the same channel on 2026-03-03 09:00\.$/,
			) as unknown,
		});
		const bySms = { campaignName: 'Gift', contactChannel: 'sms' };
		expect((await shop.detect(orders, at(62), bySms)).told).toEqual([ADA]);
		expect(
			(await shop.detect(orders, at(63), { campaignName: 'Gift', contactChannel: 'sms' })).told,
		).toEqual([ADA]);
		expect((await shop.detect(orders, at(63), { campaignName: 'Third' })).told).toEqual([ADA]);
	});

	it('lets only so many leave, and counts only who can be told', async () => {
		const shop = new LapseShop({ ...TELL, options: { mostLapsedPerRun: 1 } });
		const orders = [order(ADA, 0, 5), order(BEA, 0, 50), order(CYD, 0, 500)];
		const told: string[][] = [];
		for (const day of [61, 62, 63, 64]) {
			const round = await shop.detect(orders, at(day));
			told.push(round.told);
			await shop.confirm(round.outputs[0]!, at(day));
			expect(round.hints.join()).not.toContain('Last Contact Field');
		}
		expect(told).toEqual([[CYD], [BEA], [ADA], []]);
	});

	it('puts nobody on the first output where the run stops', async () => {
		const shop = new LapseShop(TELL);
		const broken = {
			...TELL,
			operation: 'detect',
			memory: 'workflow',
			campaignName: '={{ $json.x }}',
		};
		const run = await shop.run(broken, [order(ADA, 0)], { onError: 'continueRegularOutput' });
		expect(run.outputs.slice(0, 3).flat()).toEqual([]);
		expect(run.outputs.flat()).toHaveLength(1);
		expect(shop.remembered).toEqual([]);
	});

	it('forgets a customer', async () => {
		const shop = new LapseShop(TELL);
		await shop.detect([order(ADA, 0), order(BEA, 0)], at(61));
		const run = await shop.run({ operation: 'forget', memory: 'workflow' }, [{ email: ADA }]);
		expect(run.outputs).toHaveLength(1);
		expect(shop.remembered).toEqual(['(everybody)', BEA]);
	});
});

// Source: the issue: nobody is forgotten, nobody is mailed twice.
it('tells everybody once per episode and forgets nobody, over many days', async () => {
	const people = fc.array(
		fc.record({
			orders: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 3 }),
			spent: fc.integer({ min: 1, max: 9 }),
		}),
		{ minLength: 1, maxLength: 6 },
	);
	await fc.assert(
		fc.asyncProperty(
			people,
			fc.integer({ min: 1, max: 4 }),
			fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
			fc.boolean(),
			async (shoppers, atMost, fates, isNewOnly) => {
				const shop = new LapseShop({
					...TELL,
					atRiskAfterDays: 8,
					lapsedAfterDays: 10,
					lostAfterDays: 900,
					options: {
						mostLapsedPerRun: atMost,
						newlyLapsedOnly: isNewOnly,
						quietDaysAfterContact: 0,
					},
				});
				const all = shoppers.flatMap(({ orders, spent }, i) =>
					orders.map((day) => ({ email: `p${i}@shop.example`, day, spent })),
				);
				const sent = new Map<string, number>();
				for (let day = 0, turn = 0; day < 110; day += 4) {
					const placed = all.filter((one) => one.day <= day);
					if (placed.length === 0) continue;
					const records = placed.map((one) => order(one.email, one.day, one.spent));
					const { outputs } = await shop.detect(records, at(day));
					const offered = outputs[0]!;
					expect(offered.length).toBeLessThanOrEqual(atMost);
					// Now all is sent, now sending fails, now the run dies before it confirms.
					const isSent = fates[turn++ % fates.length]! || day > 85;
					if (isSent)
						offered.forEach(({ episodeId }) => sent.set(episodeId, (sent.get(episodeId) ?? 0) + 1));
					if (isSent || day % 8 === 0) await shop.confirm(offered, at(day), () => isSent);
				}
				shoppers.forEach(({ orders }, i) => {
					const last = Math.max(...orders);
					const key = `p${i}@shop.example/${at(last).slice(0, 10)}`;
					expect(sent.get(key)).toBe(1);
				});
				expect([...sent.values()].every((times) => times === 1)).toBe(true);
			},
		),
		{ numRuns: 15 },
	);
}, 120_000);
