import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { detectStuckDeal, stageName } from '../../core/lapse/detectStuckDeal';
import { knownFacts } from '../../core/lapse/knownFacts';
import { LAPSE_STATUSES } from '../../core/lapse/LapseVerdict';
import { counted } from '../../core/wording/formatNumber';
import { BadRecords } from '../../shared/BadRecords';
import { FactReader } from '../../shared/FactReader';
import { note, replacedField, tellUser, warning } from '../../shared/tellUser';
import type { Subject, Watched } from '../Findings';
import { DealReader, type DealRecord } from './DealReader';
import { newestRecords } from './newestRecords';
import { planDeals } from './planDeals';
import type { DealWatch } from './readDealWatch';

/** Gives deals, to be judged whether they are stuck: one result for each deal. */
export function watchDeals(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ input, reference, onBadData, policy, outputField, ...fields }: DealWatch,
): Watched {
	const plan = planDeals(context, items, input, policy.measure);
	const bad = new BadRecords(context, 'deal', 'skipped', onBadData);
	const reader = new DealReader(items, plan, policy, reference);
	const facts = new FactReader(items, reference.zone, input.values.dateOrder, plan.recordOf);

	const records: DealRecord[] = [];
	for (let itemIndex = 0; itemIndex < items.length; itemIndex++) {
		try {
			const record = reader.read(itemIndex);
			if (record) records.push(record);
		} catch (thrown) {
			bad.rejectThrown(itemIndex, thrown);
		}
	}

	const subjects: Subject[] = [];
	const stages = new Set<string>();
	const deals = newestRecords(records);
	for (const [newest, ...older] of deals) {
		if (newest.stage !== undefined) stages.add(stageName(newest.stage));
		const sources = [newest, ...older].map(({ itemIndex }) => itemIndex);
		const known = {
			previousStatus: facts.named(fields.previousStatus, sources, LAPSE_STATUSES),
			lastContactAt: facts.newestDate(fields.lastContact, sources, reference.asOf),
			contactCount: facts.count(fields.contactCount, sources),
		};
		subjects.push({
			customerKey: newest.customerKey,
			about: newest.id,
			item: newest.itemIndex,
			sources: older.length === 0 ? newest.itemIndex : [...sources].sort((a, b) => a - b),
			known,
			// Deals without a date to count from were rejected where they were read.
			judge: (remembered) =>
				detectStuckDeal({ ...newest, ...knownFacts(known, remembered) }, policy, reference),
		});
	}
	const repeated = records.length - deals.length;
	const idleStages = [...policy.stageLimits.keys()].filter((stage) => !stages.has(stage));
	return {
		subjects,
		zone: reference.zone,
		asOf: reference.asOf,
		failures: bad.failures,
		tellUser(...more) {
			tellUser(context, [
				...(input.source === 'auto' && plan.label !== undefined
					? [note(`Recognised as ${plan.label}. Choose it under Deals From to rely on it.`)]
					: []),
				...reader.hints(),
				...(repeated > 0
					? [
							warning(
								`${counted(repeated, 'record')} of deals that came before: the newest counts.`,
							),
						]
					: []),
				...(deals.length > 0 && idleStages.length > 0
					? [note(`No deal is in these stages of Stage Limits: ${idleStages.join(', ')}.`)]
					: []),
				...more,
				...bad.hints(items.length),
				...facts.hints(),
				...replacedField(outputField, items),
			]);
		},
	};
}
