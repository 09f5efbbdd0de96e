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
});
