import type { DealVerdict } from '../../nodes/core/lapse/detectStuckDeal';
import { AS_OF, daysAgo, outputsOf, verdictsOf, watch } from './lapseOf';
import { sourcesOf } from './resultOf';
import { runWorkflow, singleNodeWorkflow } from './runWorkflow';
import { describeSamples, inWebhook, samples } from './sources/reading';

const CUSTOM = {
	watch: 'deals',
	dealSource: 'custom',
	dealTitleField: 'title',
	dealValueField: 'value',
	stageChangedField: 'stage_since',
	lastActivityField: 'last_activity',
	nextActivityField: 'next_activity',
};

/** A row of a sheet, last touched 23 days before the day of the tests. */
function row(id: unknown, more: object = {}) {
	return {
		id,
		title: 'Oven',
		status: 'open',
		stage: 'Proposal',
		value: 4800,
		created_at: daysAgo(80),
		stage_since: daysAgo(40),
		last_activity: daysAgo(23),
		next_activity: '',
		...more,
	};
}

const byId = (verdict: unknown) => (verdict as DealVerdict).deal.id;

describe('Detect Lapsed on deals of a sheet', () => {
	it('gives one linked item per deal, with what is known of it', async () => {
		const run = await watch(
			{ ...CUSTOM, options: { dealContactField: 'who', dealOwnerField: 'owner' } },
			[row('D-7', { who: 'Huber@Bakery.example', owner: 'Mia', value: '4.800,00 EUR' })],
		);
		const [item] = run.outputs[0]!;
		expect(item?.json).toMatchObject({
			title: 'Oven',
			lapse: {
				customerKey: 'huber@bakery.example',
				email: 'huber@bakery.example',
				watch: 'deals',
				status: 'lapsed',
				episodeId: 'D-7/2026-10-30',
				valueAtRisk: 4800,
				currency: 'EUR',
				reason: 'No activity for 23 days in stage Proposal; stuck after 14.',
				deal: {
					id: 'D-7',
					title: 'Oven',
					owner: 'Mia',
					value: 4800,
					idleDays: 23,
					ageDays: 80,
					daysInStage: 40,
				},
			},
		});
		expect(item?.pairedItem).toEqual({ item: 0 });
		expect(run.hints).toEqual([]);
	});

	it('puts deals on the output of their status', async () => {
		const records = [11, 12, 14, 15, 56, 57].map((ago) =>
			row(`d${ago}`, { last_activity: daysAgo(ago), stage_since: '', created_at: daysAgo(90) }),
		);
		expect(outputsOf(await watch(CUSTOM, records))).toEqual({
			d11: 'active',
			d12: 'atRisk',
			d14: 'atRisk',
			d15: 'lapsed',
			d56: 'lapsed',
			d57: 'lost',
		});
	});

	it.each([
		['idle', 23, 'No activity for 23 days in stage Proposal; stuck after 14.'],
		['timeInStage', 40, 'In stage Proposal for 40 days; stuck after 14.'],
		['age', 80, 'Open for 80 days, now in stage Proposal; given up after 56.'],
	])('measures %s', async (dealMeasure, daysSince, reason) => {
		const run = await watch({ ...CUSTOM, dealMeasure }, [row(1)]);
		expect(verdictsOf(run)).toMatchObject([{ daysSince, reason }]);
	});

	it('takes a deal that was never moved for one in its first stage', async () => {
		const run = await watch({ ...CUSTOM, dealMeasure: 'timeInStage' }, [
			row(1, { stage_since: '' }),
		]);
		expect(verdictsOf(run)).toMatchObject([{ daysSince: 80, deal: { daysInStage: 80 } }]);
	});

	it('resets the clock by the fields that are chosen', async () => {
		const records = [row(1, { changed: daysAgo(2), quoted: daysAgo(5) })];
		const days = async (parameters: object) =>
			verdictsOf(await watch({ ...CUSTOM, ...parameters }, records))[0]?.daysSince;
		const changed = { dealLastChangeField: 'changed' };
		expect(await days({ options: changed })).toBe(23);
		expect(await days({ options: changed, clockFields: ['lastChange'] })).toBe(2);
		expect(await days({ clockFields: ['stageChange'] })).toBe(40);
		expect(await days({ clockFields: ['created'] })).toBe(80);
		expect(await days({ options: { otherActivityField: 'quoted' } })).toBe(5);
	});

	it('has limits for single stages, told where no deal is in them', async () => {
		const stageLimits = {
			values: [
				{ stage: 'PROPOSAL', days: 25 },
				{ stage: 'Propsal', days: 3 },
				{ stage: '12', days: 10 },
			],
		};
		const run = await watch({ ...CUSTOM, stageLimits }, [
			row('slow'),
			row('quick', { stage: 12 }),
			row('other', { stage: 'Demo' }),
		]);
		expect(verdictsOf<DealVerdict>(run).map(({ deal }) => [deal.id, deal.limitDays])).toEqual(
			expect.arrayContaining([
				['slow', 25],
				['quick', 10],
				['other', 14],
			]),
		);
		expect(outputsOf(run)).toMatchObject({ slow: 'atRisk', quick: 'lapsed', other: 'lapsed' });
		expect(run.hints).toEqual(['No deal is in these stages of Stage Limits: propsal.']);
	});

	it.each([
		['won', {}, 'won'],
		['Closed Won', {}, 'won'],
		['LOST', {}, 'lost'],
		['deleted', {}, 'lost'],
		['Signed', { wonStatuses: 'signed, paid' }, 'won'],
		['No budget', { lostStatuses: 'no-budget' }, 'lost'],
	])('leaves a deal alone that is %s', async (status, options, standing) => {
		const run = await watch({ ...CUSTOM, options }, [row(1, { status })]);
		expect(run.outputs[3]).toHaveLength(1);
		expect(verdictsOf(run)).toMatchObject([
			{
				suggestedAction: 'none',
				reason: `Closed as ${status}; only open deals are watched.`,
				deal: { status: standing },
			},
		]);
	});

	it.each([
		['', 'Won', 'won'],
		['', 'Demo', 'open'],
		['open', 'Won', 'open'],
		['in work', 'Closed Lost', 'lost'],
	])('with status "%s" in stage "%s" is %s', async (status, stage, standing) => {
		const run = await watch(CUSTOM, [row(1, { status, stage })]);
		expect(verdictsOf(run)).toMatchObject([{ deal: { status: standing } }]);
	});

	it("takes the user's own words for stages too, and tells statuses it does not know", async () => {
		const records = [row(1, { stage: 'Parking' }), row(2, { status: 'gewonnen' })];
		const run = await watch({ ...CUSTOM, options: { lostStatuses: 'parking' } }, records);
		expect(outputsOf(run)).toEqual({ 1: 'active', 2: 'lapsed' });
		expect(run.hints).toEqual([
			'Taken for open, as the status is not known: 1 record "gewonnen". If these deals are closed, set Won Statuses or Lost Statuses in Options.',
		]);
	});

	it('lets deals wait for a planned activity, unless told otherwise', async () => {
		const records = [
			row('ahead', { next_activity: '2026-12-01' }),
			row('today', { next_activity: '2026-11-22' }),
			row('overdue', { next_activity: '2026-11-21' }),
		];
		expect(outputsOf(await watch(CUSTOM, records))).toEqual({
			ahead: 'active',
			today: 'active',
			overdue: 'lapsed',
		});
		const options = { plannedActivitySuspends: false };
		expect(new Set(Object.values(outputsOf(await watch({ ...CUSTOM, options }, records))))).toEqual(
			new Set(['lapsed']),
		);
	});

	it('takes the newest record of a deal that comes twice, in any order', async () => {
		const records = [
			row('D-1', { changed: '2026-11-01', status: 'won' }),
			row('D-2'),
			row('D-1', { changed: '2026-10-01' }),
		];
		for (const order of [records, [...records].reverse()]) {
			const run = await watch({ ...CUSTOM, options: { dealLastChangeField: 'changed' } }, order);
			expect(outputsOf(run)).toEqual({ 'D-1': 'active', 'D-2': 'lapsed' });
			expect(sourcesOf(run.outputs[3]?.[0])).toEqual([0, 2]);
			expect(run.hints).toEqual(['1 record of deals that came before: the newest counts.']);
		}
	});

	it('takes a deal that was opened again for open', async () => {
		const records = [
			row('D-1', { changed: '2026-10-01', status: 'lost', last_activity: daysAgo(60) }),
			row('D-1', { changed: '2026-11-01', last_activity: daysAgo(70) }),
		];
		for (const order of [records, [...records].reverse()]) {
			const run = await watch({ ...CUSTOM, options: { dealLastChangeField: 'changed' } }, order);
			expect(outputsOf(run)).toEqual({ 'D-1': 'lapsed' });
		}
	});

	it('says the closed one is the newer where nothing else tells', async () => {
		const records = [row('D-1'), row('D-1', { status: 'won' })];
		for (const order of [records, [...records].reverse()]) {
			expect(outputsOf(await watch(CUSTOM, order))).toEqual({ 'D-1': 'active' });
		}
	});

	it('tells who is newly stuck, and whom not to write to again', async () => {
		const options = { previousStatusField: 'was', lastContactField: 'wrote' };
		const run = await watch({ ...CUSTOM, options }, [row(1, { was: 'atRisk', wrote: daysAgo(3) })]);
		expect(verdictsOf(run)).toMatchObject([
			{ newlyLapsed: true, contact: { suppressedUntil: '2026-12-03T00:00:00.000Z' } },
		]);
	});
});

describe('Deals that cannot be read', () => {
	it.each([
		['no ID', { id: '' }, 'without a deal ID'],
		['a creation date that is none', { created_at: 'soon' }, 'with an unreadable creation date'],
		[
			'an activity that can be read in two ways',
			{ last_activity: '03/04/2026' },
			'with an unreadable date of the last activity',
		],
		['a planned day that is none', { next_activity: '2026-02-30' }, 'date of the next activity'],
		[
			'no date at all',
			{ created_at: '', stage_since: null, last_activity: '' },
			'without a date to count from',
		],
	])('with %s are left out and told', async (_name, more, kind) => {
		const run = await watch(CUSTOM, [row('good'), row('bad', more)]);
		expect(outputsOf(run)).toEqual({ good: 'lapsed' });
		expect(run.hints.join('\n')).toContain('1 of 2 deals skipped: 1 ');
		expect(run.hints.join('\n')).toContain(kind);
	});

	it('stop the run, or leave on the error output, where the user wants it', async () => {
		const records = [row('good'), row('')];
		const stopped = await watch({ ...CUSTOM, options: { onBadData: 'stop' } }, records);
		expect(stopped.error?.message).toContain('Deal ID Field "id" is empty');
		const run = await watch({ ...CUSTOM, options: { onBadData: 'errorOutput' } }, records, {
			onError: 'continueErrorOutput',
		});
		expect(run.outputs.slice(0, 4).map((items) => items.length)).toEqual([1, 0, 0, 0]);
		expect(run.outputs[4]).toMatchObject([
			{ json: { error: 'Deal ID Field "id" is empty (item 1)' }, pairedItem: { item: 1 } },
		]);
	});

	it('keep their verdict where only the value is no amount', async () => {
		const run = await watch(CUSTOM, [row(1, { value: 'tbd' })]);
		expect(verdictsOf(run)).toMatchObject([{ status: 'lapsed', deal: { value: null } }]);
		expect(run.hints).toEqual([
			'The value of 1 deal is left empty: Deal Value Field "value" "tbd" cannot be read.',
		]);
	});

	it('are not those of after the As Of date, which were not there yet', async () => {
		const run = await watch(CUSTOM, [
			row('later', { created_at: '2026-11-23' }),
			row('active later', { last_activity: '2026-11-25' }),
		]);
		expect(outputsOf(run)).toEqual({ 'active later': 'lapsed' });
		expect(run.hints).toContain('1 deal created after the As Of date left out.');
	});

	it('are those of the future where no As Of date is chosen', async () => {
		const run = await watch({ ...CUSTOM, options: { asOf: '' } }, [
			row(1, { last_activity: '2199-01-01' }),
		]);
		expect(run.hints.join('\n')).toContain('1 with a date of the last activity in the future');
	});

	it('tell of fields that no item has', async () => {
		const run = await watch({ ...CUSTOM, dealStageField: 'phase' }, [row(1)]);
		expect(run.hints.join('\n')).toContain('No item has the field "phase" (Deal Stage Field)');
	});
});

/** An open deal as Pipedrive's API v2 gives it. */
function pipedriveV2(more: object = {}) {
	return {
		id: 51,
		title: 'Oven',
		value: 4800,
		person_id: 11,
		org_id: 3,
		stage_id: 77,
		currency: 'EUR',
		add_time: '2026-08-18T13:39:22Z',
		update_time: '2026-11-21T16:28:13Z',
		status: 'open',
		visible_to: 3,
		pipeline_id: 8,
		won_time: null,
		stage_change_time: '2026-10-30T14:06:23Z',
		owner_id: 9,
		is_deleted: false,
		is_archived: false,
		...more,
	};
}

/** An open deal as HubSpot's API v3 gives it. */
function hubSpotV3(properties: object = {}) {
	return {
		id: '8001',
		properties: {
			amount: '4800',
			deal_currency_code: 'EUR',
			createdate: '2026-08-18T13:39:22.000Z',
			dealname: 'Oven',
			dealstage: 'contractsent',
			hs_lastmodifieddate: '2026-11-21T16:28:13.000Z',
			hs_v2_date_entered_current_stage: '2026-10-01T10:00:00.000Z',
			notes_last_updated: '2026-10-30T09:00:00.000Z',
			notes_next_activity_date: '',
			hubspot_owner_id: '24',
			...properties,
		},
		createdAt: '2026-08-18T13:39:22.000Z',
		updatedAt: '2026-11-21T16:28:13.000Z',
		archived: false,
	};
}

/** An open deal as ActiveCampaign gives it. */
function activeCampaignDeal(more: object = {}) {
	return {
		id: '7',
		title: 'Oven',
		value: '480000',
		currency: 'eur',
		status: '0',
		stage: '3',
		owner: '1',
		contact: '26',
		cdate: '2026-10-30T08:00:00-06:00',
		mdate: '2026-11-21T08:00:00-06:00',
		nextdate: null,
		...more,
	};
}

describe('Deals of CRM systems', () => {
	const AUTO = { watch: 'deals' };

	it.each([
		[
			'Pipedrive v2',
			pipedriveV2(),
			{
				customerKey: '11',
				daysSince: 23,
				deal: { id: '51', stage: '77', owner: '9', value: 4800 },
			},
		],
		[
			'the Pipedrive trigger',
			{ meta: { action: 'change', entity: 'deal' }, data: pipedriveV2(), previous: {} },
			{ customerKey: '11', daysSince: 23 },
		],
		[
			'Pipedrive v1',
			pipedriveV2({
				person_id: {
					name: 'Anna',
					email: [{ value: 'Anna@Shop.example', primary: true }],
					value: 5,
				},
				org_id: { name: 'Shop', value: 3 },
				user_id: { id: 9, name: 'Mia', value: 9 },
				owner_id: undefined,
				add_time: '2026-08-18 13:39:22',
				stage_change_time: null,
				last_activity_date: '2026-10-30',
			}),
			{
				customerKey: '5',
				email: 'anna@shop.example',
				daysSince: 23,
				deal: { owner: 'Mia', daysInStage: 96 },
			},
		],
		[
			'HubSpot v3',
			hubSpotV3(),
			{
				customerKey: '8001',
				daysSince: 23,
				deal: { stage: 'contractsent', daysInStage: 52, value: 4800 },
			},
		],
		['HubSpot v3 in a webhook', inWebhook(hubSpotV3()), { customerKey: '8001', daysSince: 23 }],
		[
			'ActiveCampaign',
			{ deal: activeCampaignDeal() },
			{
				customerKey: '26',
				daysSince: 23,
				currency: 'EUR',
				deal: { value: 4800, stage: '3', daysInStage: null },
			},
		],
	])('are read as %s gives them', async (_name, record, expected) => {
		const run = await watch(AUTO, [record]);
		expect(verdictsOf(run)).toMatchObject([{ status: 'lapsed', ...expected }]);
		expect(run.hints[0]).toMatch(/^Recognised as .* Choose it under Deals From/);
	});

	it.each([
		['won', pipedriveV2({ status: 'won' })],
		['lost', pipedriveV2({ status: 'lost' })],
		['deleted', pipedriveV2({ is_deleted: true })],
		['archived', pipedriveV2({ is_archived: true })],
		['won in HubSpot', hubSpotV3({ dealstage: 'closedwon' })],
		['won in a pipeline of its own', hubSpotV3({ dealstage: '4711', hs_is_closed_won: 'true' })],
		[
			'lost in HubSpot',
			hubSpotV3({ dealstage: '12', hs_is_closed: 'true', hs_is_closed_won: 'false' }),
		],
		['archived in HubSpot', { ...hubSpotV3(), archived: true }],
		['won in ActiveCampaign', activeCampaignDeal({ status: '1' })],
		['lost in ActiveCampaign', activeCampaignDeal({ status: 2 })],
	])('are never stuck once they are %s', async (_name, record) => {
		const run = await watch({ ...AUTO, stuckAfterDays: 1 }, [record]);
		expect(run.outputs.map((items) => items.length)).toEqual([0, 0, 0, 1]);
	});

	it.each([
		['Pipedrive', pipedriveV2({ next_activity_date: '2026-11-22', next_activity_time: null })],
		[
			'Pipedrive at a time',
			pipedriveV2({ next_activity_date: '2026-11-23', next_activity_time: '09:30' }),
		],
		['HubSpot', hubSpotV3({ notes_next_activity_date: '2026-12-01T09:00:00Z' })],
		['ActiveCampaign', activeCampaignDeal({ nextdate: '2026-12-01T09:00:00-06:00' })],
	])('wait for the next activity of %s', async (_name, record) => {
		const [verdict] = verdictsOf(await watch(AUTO, [record]));
		expect(verdict).toMatchObject({ status: 'active', suggestedAction: 'none' });
		expect(verdict?.reason).toContain('the next activity is planned for');
	});

	it('do not tell a status that was not asked for', async () => {
		const { properties, ...rest } = hubSpotV3();
		const { dealstage: _stage, ...others } = properties;
		expect(_stage).toBe('contractsent');
		const run = await watch({ ...AUTO, dealSource: 'hubSpot' }, [
			{ ...rest, properties: { ...others, pipeline: 'default' } },
		]);
		expect(run.outputs.flat()).toEqual([]);
		expect(run.hints.join('\n')).toContain('1 of 1 deal skipped: 1 without a status');
	});

	it('in stages of their own are open, told unless HubSpot says so itself', async () => {
		const stage = { dealstage: '4711' };
		const [guessed, told] = await Promise.all(
			[stage, { ...stage, hs_is_closed: 'false' }].map((more) => watch(AUTO, [hubSpotV3(more)])),
		);
		expect(guessed!.hints.join('\n')).toContain('Taken for open, as the status is not known');
		expect(told!.hints.join('\n')).not.toContain('Taken for open');
		for (const run of [guessed!, told!]) expect(verdictsOf(run)[0]?.status).toBe('lapsed');
	});

	it('are told from people and from other records', async () => {
		const run = await watch({ ...AUTO, dealSource: 'pipedrive' }, [
			pipedriveV2(),
			{ id: 5, emails: ['anna@shop.example'], add_time: '2026-01-01T00:00:00Z' },
		]);
		expect(run.outputs.flat()).toHaveLength(1);
		expect(run.hints.join('\n')).toContain(
			'1 of 2 deals skipped: 1 that are no deals of Pipedrive',
		);
	});

	it('tell where their system does not know the last activity', async () => {
		const run = await watch({ ...AUTO, dealSource: 'pipedrive' }, [pipedriveV2()]);
		expect(run.hints).toEqual([
			'No open deal tells its last activity (Pipedrive): idle days count from the other fields that reset the clock.',
		]);
	});

	it('are not the orders of a shop', async () => {
		const order = { id: 1, financial_status: 'paid', created_at: daysAgo(90), total_price: '9.00' };
		const run = await watch(AUTO, [order]);
		expect(run.error?.message).toBe(
			'Deals From is Auto-Detect, but the items look like those of Shopify, which has no deals',
		);
		expect(outputsOf(await watch({ ...AUTO, dealSource: 'custom' }, [order]))).toEqual({
			1: 'lost',
		});
	});

	it('do not tell a time in stage in ActiveCampaign', async () => {
		const run = await watch({ ...AUTO, dealMeasure: 'timeInStage' }, [activeCampaignDeal()]);
		expect(run.error?.message).toBe(
			'Measure is Time in Stage, but ActiveCampaign does not tell when a deal came into its stage',
		);
	});

	it('count no day from a stage date that HubSpot was not asked for', async () => {
		const run = await watch({ ...AUTO, dealMeasure: 'timeInStage' }, [
			hubSpotV3({ hs_v2_date_entered_current_stage: null }),
		]);
		expect(run.hints.join('\n')).toContain('1 without a date to count from');
	});

	it('take the stage date by its name, and a further field of the user', async () => {
		const byName = hubSpotV3({
			hs_v2_date_entered_current_stage: '',
			hs_date_entered_contractsent: '2026-11-02T00:00:00Z',
		});
		expect(
			verdictsOf(await watch({ ...AUTO, dealMeasure: 'timeInStage' }, [byName])),
		).toMatchObject([{ daysSince: 20 }]);
		const quoted = hubSpotV3({ quoted_on: '2026-11-20' });
		for (const otherActivityField of ['quoted_on', 'properties.quoted_on']) {
			const run = await watch({ ...AUTO, options: { otherActivityField } }, [quoted]);
			expect(verdictsOf(run)).toMatchObject([{ daysSince: 2 }]);
		}
	});

	it('count calendar days in the zone of the workflow', async () => {
		const workflow = singleNodeWorkflow('detectLapsed', {
			watch: 'deals',
			options: { asOf: AS_OF },
		});
		const late = pipedriveV2({ stage_change_time: '2026-11-07T23:30:00Z' });
		const statusIn = async (timezone: string) => {
			const run = await runWorkflow({ ...workflow, settings: { timezone } }, [late]);
			return verdictsOf(run('Node'))[0]?.daysSince;
		};
		expect(await statusIn('UTC')).toBe(15);
		expect(await statusIn('Europe/Berlin')).toBe(14);
	});
});

describeSamples('Recorded deals', () => {
	it('are read from Pipedrive', async () => {
		const run = await watch({ watch: 'deals', options: { asOf: '2025-11-05' } }, [
			...samples('pipedrive/deal_v2_open_stage_changed.json'),
			...samples('pipedrive/deal_v1_won_person_object.json'),
		]);
		expect(outputsOf(run, byId)).toEqual({ 51: 'lapsed', 1: 'active' });
		expect(verdictsOf(run)).toMatchObject([
			{
				customerKey: '1111',
				reason: 'No activity for 20 days in stage 77; stuck after 14.',
				deal: { ageDays: 444, daysInStage: 20, owner: '123456789', currency: 'EUR' },
			},
			{
				customerKey: '1',
				reason: 'Closed as won; only open deals are watched.',
				deal: { title: 'Negócio Dunder Mifflin', value: 10000, currency: 'BRL' },
			},
		]);
	});

	it('are read from HubSpot, with the time at which the stage was set', async () => {
		const file = 'hubspot/deal_get_v1_closedwon_with_stage_timestamp.json';
		const run = await watch({ watch: 'deals', options: { asOf: '2014-08-20' } }, samples(file));
		expect(verdictsOf(run)).toMatchObject([
			{
				customerKey: '1',
				status: 'active',
				deal: { status: 'won', daysInStage: 128, lastActivityAt: '2014-08-18T21:30:43.247Z' },
			},
		]);
	});
});
