import abandonedCart from '../../workflows/abandoned-cart.json';
import hotLeadAlert from '../../workflows/hot-lead-alert.json';
import lifecycleCampaigns from '../../workflows/lifecycle-campaigns.json';
import segmentCampaigns from '../../workflows/segment-campaigns.json';
import winBack from '../../workflows/win-back.json';
import { runWorkflow, type SavedWorkflow } from './runWorkflow';

const DAY = 86_400_000;

/** Four orders, one every thirty days, the last of them so many days ago. */
function monthly(email: string, daysAgo: number, more: object = {}) {
	return [3, 2, 1, 0].map((back) => ({
		orderId: `${email}-${back}`,
		email,
		date: new Date(Date.now() - (daysAgo + back * 30) * DAY).toISOString(),
		amount: 20,
		...more,
	}));
}

describe('The example workflows in the engine', () => {
	it('Win-Back sends each customer where the silence leads', async () => {
		const nodeRun = await runWorkflow(
			winBack as unknown as SavedWorkflow,
			[
				...monthly('active@shop.example', 10),
				...monthly('at-risk@shop.example', 50),
				...monthly('lapsed@shop.example', 75),
				...monthly('lost@shop.example', 200),
				...monthly('lapsed-out@shop.example', 75, { unsubscribed: true }),
			],
			'Sample Orders',
		);
		const emails = (name: string) => nodeRun(name).outputs[0]?.map(({ json }) => json.email);
		expect(emails('Win-Back Mail')).toEqual(['lapsed@shop.example']);
		expect(emails('Reminder Mail')).toEqual(['at-risk@shop.example']);
		expect(emails('Leave in Peace')).toEqual(['lost@shop.example']);
		expect(emails('Do Not Write')).toEqual(['lapsed-out@shop.example']);
	});

	it('Lifecycle Campaigns writes to nobody who is to be left in peace', async () => {
		const order = (email: string, daysAgo: number, more: object = {}) =>
			monthly(email, daysAgo, more).slice(-1);
		const nodeRun = await runWorkflow(
			lifecycleCampaigns as unknown as SavedWorkflow,
			[
				...order('new@shop.example', 5),
				...order('new-out@shop.example', 5, { unsubscribed: true }),
				...monthly('lapsed@shop.example', 120),
				...monthly('lapsed-out@shop.example', 120, { unsubscribed: true }),
				...monthly('lost@shop.example', 500),
			],
			'Sample Orders',
		);
		const emails = (name: string) => nodeRun(name).outputs[0]?.map(({ json }) => json.email);
		expect(emails('Second Purchase Mail')).toEqual(['new@shop.example']);
		expect(emails('Win-Back Mail')).toEqual(['lapsed@shop.example']);
		expect(emails('Leave in Peace')).toEqual([
			'new-out@shop.example',
			'lapsed-out@shop.example',
			'lost@shop.example',
		]);
	});

	it('Segment Campaigns sends each group its own message, and one report', async () => {
		/** A day so many years ago whose anniversary is in two days. */
		const birthDate = new Date(Date.now() + 2 * DAY).toISOString().replace(/^\d+/, '1984');
		const espresso = { viewedCategories: ['espresso'] };
		const nodeRun = await runWorkflow(
			segmentCampaigns as unknown as SavedWorkflow,
			[
				...monthly('birthday@shop.example', 10, { birthDate: birthDate.slice(0, 10) }),
				...monthly('near@shop.example', 10, { ...espresso, postalCode: '20253' }),
				...monthly('town@shop.example', 10, { ...espresso, city: 'Pinneberg' }),
				...monthly('far@shop.example', 10, { ...espresso, postalCode: '80331' }),
				...monthly('tea@shop.example', 10, { viewedCategories: ['tea'], postalCode: '20253' }),
				...monthly('lapsed@shop.example', 120),
				...monthly('out@shop.example', 120, { unsubscribed: true }),
				...monthly('lately@shop.example', 120, {
					lastMailAt: new Date(Date.now() - 10 * DAY).toISOString(),
				}),
				...monthly('lost@shop.example', 500),
			],
			'Sample Orders',
		);
		const emails = (name: string) => nodeRun(name).outputs[0]?.map(({ json }) => json.email);
		expect(emails('Birthday Mail')).toEqual(['birthday@shop.example']);
		expect(emails('Win-Back Mail')).toEqual(['lapsed@shop.example']);
		expect(emails('Tasting Invitation')).toEqual(['near@shop.example', 'town@shop.example']);
		expect(emails('Leave Alone')).toEqual([
			'out@shop.example',
			'lately@shop.example',
			'lost@shop.example',
		]);
		expect(emails('No Campaign Now')).toEqual(['far@shop.example', 'tea@shop.example']);
		expect(nodeRun('Report by Mail').outputs[0]).toHaveLength(1);
		expect(nodeRun('Report on Telegram').outputs[0]).toHaveLength(1);
	});

	it('Hot Lead Alert alerts for those who became hot', async () => {
		const lead = {
			jobTitle: 'Head of Operations',
			company: 'Fastlane Freight',
			employees: 240,
			industry: 'Logistics',
			demoRequested: true,
			pricingViews: 4,
			mailClicks: 3,
			lastVisitAt: new Date(Date.now() - DAY).toISOString(),
		};
		const nodeRun = await runWorkflow(
			hotLeadAlert as unknown as SavedWorkflow,
			[
				{ ...lead, email: 'new@leads.example', lastBand: 'warm' },
				{ ...lead, email: 'known@leads.example', lastBand: 'hot' },
				{ ...lead, email: 'out@leads.example', lastBand: 'warm', unsubscribed: true },
				{ email: 'cold@leads.example', lastBand: '' },
			],
			'Sample Leads',
		);
		const called = nodeRun('Call Now').outputs[0]?.map(({ json }) => json.email);
		expect(called).toEqual(['new@leads.example']);
		const kept = nodeRun('Do Not Contact').outputs[0]?.map(({ json }) => json.email);
		expect(kept).toEqual(['out@leads.example']);
	});

	it('Abandoned Cart reminds who left a cart and did not order', async () => {
		const event = (name: string, kind: string, hoursAgo: number, more: object = {}) => ({
			email: `${name}@shop.example`,
			event: kind,
			date: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(),
			cartId: name,
			amount: 40,
			...more,
		});
		const nodeRun = await runWorkflow(
			abandonedCart as unknown as SavedWorkflow,
			[
				event('first', 'cart', 2),
				event('second', 'cart', 30),
				event('third', 'cart', 80),
				event('regular', 'order', 500, { cartId: 'older' }),
				event('regular', 'cart', 80),
				event('buyer', 'cart', 30),
				event('buyer', 'order', 29, { email: 'guest@shop.example' }),
				event('shopping', 'cart', 0.2),
				event('late', 'cart', 24 * 20),
				event('cheap', 'cart', 2, { amount: 9.99 }),
				event('out', 'cart', 2, { unsubscribed: true }),
			],
			'Sample Events',
		);
		const reached = (name: string) =>
			nodeRun(name).outputs[0]?.map(({ json }) => String(json.email).split('@')[0]);
		expect(reached('First Reminder Mail')).toEqual(['first']);
		expect(reached('Second Reminder Mail')).toEqual(['second']);
		expect(reached('Last Reminder with Discount')).toEqual(['third']);
		expect(reached('Last Reminder with Question')).toEqual(['regular']);
		expect(reached('Do Not Write')).toEqual(['out']);
		expect(reached('Still Shopping')).toEqual(['shopping']);
		expect(reached('Leave in Peace')).toEqual(['late']);
		expect(reached('No Reminder Needed')).toEqual(['buyer', 'cheap']);
	});
});
