import type { CartVerdict } from '../../nodes/core/lapse/CartVerdict';
import { at, LapseShop } from './LapseShop';

const ADA = 'ada@shop.example';

/** Hours and minutes after the first of the year. */
function hour(hours: number): string {
	return new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000).toISOString();
}

const cart = (hours: number, more: object = {}) => ({
	event: 'add_to_cart',
	email: ADA,
	date: hour(hours),
	amount: 84.5,
	cart_id: 'c-17',
	...more,
});

describe('Carts with a memory', () => {
	const CARTS = {
		watch: 'carts',
		source: 'custom',
		tellOnce: 'claim',
		options: { cartIdField: 'cart_id', thirdReminderAfterHours: 0 },
	};

	/** The reminders that left, by the hour, where every run sends, or those that are told to. */
	async function remindersOf(
		shop: LapseShop,
		records: (hours: number) => readonly object[],
		until: number,
		isSent: (hours: number) => boolean = () => true,
	): Promise<Array<[hours: number, step: number | null]>> {
		const left: Array<[number, number | null]> = [];
		for (let hours = 0.5; hours <= until; hours += 0.5) {
			const { outputs } = await shop.detect(records(hours), hour(hours));
			const offered = outputs[0] as CartVerdict[];
			for (const { cart: of } of offered) left.push([hours, of.step]);
			await shop.confirm(offered, hour(hours), () => isSent(hours));
		}
		return left;
	}

	it('sends each of two reminders once', async () => {
		const shop = new LapseShop(CARTS);
		expect(await remindersOf(shop, () => [cart(0)], 60)).toEqual([
			[1, 1],
			[24, 2],
		]);
		expect(shop.contactsOf(ADA)).toMatchObject({
			'Abandoned Cart/c-17': {
				contacts: 2,
				episode: `${ADA}/cart/c-17`,
				last_contact_at: hour(24),
			},
		});
	});

	it('offers a reminder again that was not sent', async () => {
		const shop = new LapseShop(CARTS);
		const left = await remindersOf(
			shop,
			() => [cart(0)],
			40,
			(hours) => hours > 1.5 && hours !== 24,
		);
		expect(left).toEqual([
			[1, 1],
			[1.5, 1],
			[2, 1],
			[24, 2],
			[24.5, 2],
		]);
	});

	it('sends the second reminder once where the first one was never due', async () => {
		const shop = new LapseShop(CARTS);
		const left: Array<number | null> = [];
		for (const hours of [30, 31, 50, 70]) {
			const { outputs } = await shop.detect([cart(0)], hour(hours));
			const offered = outputs[0] as CartVerdict[];
			left.push(...offered.map((verdict) => verdict.cart.step));
			await shop.confirm(offered, hour(hours));
		}
		expect(left).toEqual([2]);
	});

	it('does not begin anew where the same cart is changed, and does for another one', async () => {
		const changed = new LapseShop(CARTS);
		const same = (hours: number) => [cart(hours < 10 ? 0 : 10)];
		expect(await remindersOf(changed, same, 60)).toEqual([
			[1, 1],
			[34, 2],
		]);
		const second = new LapseShop(CARTS);
		const other = (hours: number) => [
			cart(0),
			...(hours < 10 ? [] : [cart(10, { cart_id: 'c-18' })]),
		];
		// Quiet Hours After Contact hold across carts.
		expect(await remindersOf(second, other, 60)).toEqual([
			[1, 1],
			[13, 1],
			[34, 2],
		]);
	});

	it('holds a claimed reminder, and takes note only in a silent first run', async () => {
		const shop = new LapseShop(CARTS);
		await shop.detect([cart(0)], hour(1));
		expect((await shop.detect([cart(0)], hour(1.5))).held).toEqual({ [ADA]: 'claimed' });

		const silent = new LapseShop({ ...CARTS, options: { ...CARTS.options, silentFirstRun: true } });
		expect((await silent.detect([cart(0)], hour(1))).held).toEqual({ [ADA]: 'baseline' });
		const left = await remindersOf(
			silent,
			() => [cart(0), cart(0, { email: 'bea@shop.example', cart_id: 'c-2' })],
			40,
		);
		expect(left).toEqual([
			[1, 1],
			[24, 2],
		]);
	});

	it('takes down nothing of carts of which nobody is reminded', async () => {
		const shop = new LapseShop(CARTS);
		await shop.detect(
			[cart(0), cart(0, { email: 'old@shop.example', date: '2025-01-01' })],
			hour(0.5),
		);
		expect(shop.remembered).toEqual(['(everybody)']);
	});
});

describe('Deals with a memory', () => {
	const DEALS = {
		watch: 'deals',
		dealSource: 'custom',
		dealIdField: 'id',
		dealCreatedField: 'created',
		lastActivityField: 'touched',
		stuckAfterDays: 10,
		tellOnce: 'claim',
		options: { dealContactField: 'contact' },
	};
	const deal = (id: number, day: number) => ({
		id,
		contact: ADA,
		created: at(day),
		touched: at(day),
	});

	it('tells each deal of a customer once, and again after something happened and it is stuck anew', async () => {
		const shop = new LapseShop(DEALS);
		const told: Array<[number, string[]]> = [];
		for (let day = 9; day < 40; day++) {
			const { outputs } = await shop.detect([deal(1, day < 20 ? 0 : 20), deal(2, 0)], at(day));
			const offered = outputs[0]!;
			if (offered.length > 0) told.push([day, offered.map(({ claim }) => claim!.subject)]);
			await shop.confirm(offered, at(day));
		}
		expect(told).toEqual([
			[11, ['1', '2']],
			[31, ['1']],
		]);
		expect(Object.keys(shop.contactsOf(ADA)).sort()).toEqual(['Stuck Deals/1', 'Stuck Deals/2']);
	});

	it('tells one deal of a customer at a time where the channel rests in between', async () => {
		const shop = new LapseShop({ ...DEALS, contactRules: { cooldownHours: 30 } });
		const told: Array<[number, number]> = [];
		for (let day = 11; day < 16; day++) {
			const { outputs, held } = await shop.detect([deal(1, 0), deal(2, 0)], at(day));
			told.push([day, outputs[0]!.length]);
			if (day === 11) expect(held).toEqual({ [ADA]: 'cooldown' });
			await shop.confirm(outputs[0]!, at(day));
		}
		expect(told).toEqual([
			[11, 1],
			[12, 0],
			[13, 1],
			[14, 0],
			[15, 0],
		]);
	});
});

describe('Subscribers with a memory', () => {
	it('are told once in a silence', async () => {
		const shop = new LapseShop({
			watch: 'subscribers',
			subscriberSource: 'custom',
			subscriberField: 'email',
			sendsField: 'sends',
			lastClickField: 'clicked',
			inactiveAfterMails: 5,
			inactiveAfterDays: 30,
			tellOnce: 'claim',
		});
		const told: number[] = [];
		for (let day = 25; day < 80; day++) {
			const clicked = day < 40 ? 0 : 40;
			const { outputs } = await shop.detect(
				[{ email: ADA, sends: 9, clicked: at(clicked) }],
				at(day),
			);
			if (outputs[0]!.length > 0) told.push(day);
			await shop.confirm(outputs[0]!, at(day));
		}
		expect(told).toEqual([30, 70]);
		expect(shop.contactsOf(ADA)).toHaveProperty('Re-Engagement');
	});
});
