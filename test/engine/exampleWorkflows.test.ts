import abandonedCart from '../../workflows/abandoned-cart.json';
import hotLeadAlert from '../../workflows/hot-lead-alert.json';
import winBack from '../../workflows/win-back.json';
import { runWorkflow, type SavedWorkflow } from './runWorkflow';

const DAY = 86_400_000;

/** Four orders, one every thirty days, the last of them so many days ago. */
function monthly(email: string, daysAgo: number) {
	return [3, 2, 1, 0].map((back) => ({
		orderId: `${email}-${back}`,
		email,
		date: new Date(Date.now() - (daysAgo + back * 30) * DAY).toISOString(),
		amount: 20,
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
			],
			'Sample Orders',
		);
		const emails = (name: string) => nodeRun(name).outputs[0]?.map(({ json }) => json.email);
		expect(emails('Win-Back Mail')).toEqual(['lapsed@shop.example']);
		expect(emails('Reminder Mail')).toEqual(['at-risk@shop.example']);
		expect(emails('Leave in Peace')).toEqual(['lost@shop.example']);
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
				{ email: 'cold@leads.example', lastBand: '' },
			],
			'Sample Leads',
		);
		const called = nodeRun('Call Now').outputs[0]?.map(({ json }) => json.email);
		expect(called).toEqual(['new@leads.example']);
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
