import type { LapseVerdict } from '../../nodes/core/lapse/LapseVerdict';
import { resultOf, sourcesOf } from './resultOf';
import { runNode } from './runWorkflow';

const OPTIONS = { asOf: '2026-11-22T00:00:00' };

/** Orders every so many days, the last of them some days before 22 November 2026. */
function rhythm(email: string, every: number, count: number, daysAgo: number) {
	const last = Date.UTC(2026, 10, 22) - daysAgo * 86_400_000;
	return Array.from({ length: count }, (_, i) => ({
		email,
		date: new Date(last - i * every * 86_400_000).toISOString(),
		amount: 20,
	}));
}

async function keysByOutput(parameters: object, records: object[]) {
	const run = await runNode('detectLapsed', parameters, records);
	const [lapsed, atRisk, lost, active] = run.outputs.map((items) =>
		items.map((item) => resultOf<LapseVerdict>(item, 'lapse').customerKey),
	);
	return { lapsed, atRisk, lost, active };
}

describe('Detect Lapsed in the engine', () => {
	it("measures silence against each customer's own rhythm", async () => {
		const records = [
			...rhythm('on-time', 10, 5, 15),
			...rhythm('late', 10, 5, 16),
			...rhythm('silent', 10, 5, 21),
			...rhythm('gone', 10, 5, 31),
			...rhythm('slow', 60, 5, 80),
		].map((order) => ({ ...order, email: `${order.email}@shop.example` }));
		expect(await keysByOutput({ options: OPTIONS }, records)).toEqual({
			lapsed: ['silent@shop.example'],
			atRisk: ['late@shop.example'],
			lost: ['gone@shop.example'],
			active: ['on-time@shop.example', 'slow@shop.example'],
		});
	});

	it('measures silence against fixed windows', async () => {
		const days = {
			method: 'fixedWindow',
			atRiskAfterDays: 20,
			lapsedAfterDays: 30,
			lostAfterDays: 90,
		};
		const records = [20, 21, 30, 31, 90, 91].flatMap((ago) =>
			rhythm(`d${ago}@shop.example`, 5, 2, ago),
		);
		expect(await keysByOutput({ ...days, options: OPTIONS }, records)).toEqual({
			active: ['d20@shop.example'],
			atRisk: ['d21@shop.example', 'd30@shop.example'],
			lapsed: ['d31@shop.example', 'd90@shop.example'],
			lost: ['d91@shop.example'],
		});
	});

	it('gives the figures, the action and an episode that a new order ends', async () => {
		const records = rhythm('a@shop.example', 10, 4, 25);
		const before = await runNode('detectLapsed', { options: OPTIONS }, records);
		const verdict = resultOf<LapseVerdict>(before.outputs[0]?.[0], 'lapse');
		expect(verdict).toMatchObject({
			watch: 'purchases',
			status: 'lapsed',
			episodeId: 'a@shop.example/2026-10-28',
			daysSince: 25,
			expectedIntervalDays: 10,
			basis: 'ownGaps',
			dueAt: '2026-11-07T00:00:00.000Z',
			daysOverdue: 15,
			ratio: 2.5,
			lapsedSince: '2026-11-18T00:00:00.000Z',
			suggestedAction: 'winBack',
			reason: 'Last order 25 days ago; expects one every 10 days, lapsed after 20.',
		});
		expect(sourcesOf(before.outputs[0]?.[0])).toEqual([0, 1, 2, 3]);

		const tomorrow = await runNode('detectLapsed', { options: { asOf: '2026-11-23' } }, records);
		expect(resultOf<LapseVerdict>(tomorrow.outputs[0]?.[0], 'lapse').episodeId).toBe(
			verdict.episodeId,
		);

		const after = await runNode('detectLapsed', { options: OPTIONS }, [
			...records,
			{ email: 'a@shop.example', date: '2026-11-21', amount: 1 },
		]);
		expect(resultOf<LapseVerdict>(after.outputs[3]?.[0], 'lapse').episodeId).not.toBe(
			verdict.episodeId,
		);
	});

	it('tells the newly lapsed by a mapped status, and who was written to lately', async () => {
		const fields = {
			...OPTIONS,
			previousStatusField: 'was',
			lastContactField: 'mailedAt',
			contactCountField: 'mails',
			quietDaysAfterContact: 10,
		};
		const silent = (email: string, more: object) =>
			rhythm(email, 10, 4, 25).map((order) => ({ ...order, ...more }));
		const run = await runNode('detectLapsed', { options: fields }, [
			...silent('new@shop.example', { was: 'atRisk' }),
			...silent('known@shop.example', { was: 'Lapsed', mailedAt: '2026-11-15', mails: '2' }),
			...silent('quiet-over@shop.example', { was: '', mailedAt: '2026-11-12' }),
		]);
		expect(run.outputs[0]?.map((item) => resultOf(item, 'lapse'))).toMatchObject([
			{ newlyLapsed: true, contact: { count: null, lastAt: null, suppressedUntil: null } },
			{ newlyLapsed: null, contact: { suppressedUntil: null } },
		]);
		expect(run.outputs[4]?.map((item) => resultOf(item, 'lapse'))).toMatchObject([
			{
				newlyLapsed: false,
				held: 'contacted',
				suggestedAction: 'later',
				contact: { count: 2, suppressedUntil: '2026-11-25T00:00:00.000Z' },
			},
		]);
	});

	it('leaves out customers without an order, and says so', async () => {
		const run = await runNode('detectLapsed', { inputShape: 'customers', options: OPTIONS }, [
			{ email: 'a@shop.example', orders: 0 },
			{ email: 'b@shop.example', orders: 1, lastOrderAt: '2026-11-20', totalSpent: 9 },
		]);
		expect(run.outputs.map((output) => output.length)).toEqual([0, 0, 0, 1]);
		expect(run.hints).toContain(
			'1 customer without an order left out: who never bought cannot lapse.',
		);
	});
});
