import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { detectInactive } from '../../core/lapse/detectInactive';
import { knownFacts } from '../../core/lapse/knownFacts';
import { LAPSE_STATUSES } from '../../core/lapse/LapseVerdict';
import { BadRecords } from '../../shared/BadRecords';
import { FactReader } from '../../shared/FactReader';
import { note, replacedField, tellUser } from '../../shared/tellUser';
import type { Subject, Watched } from '../Findings';
import { planSubscribers } from './planSubscribers';
import type { SubscriberWatch } from './readSubscriberWatch';
import { SubscriberReader } from './SubscriberReader';

/** Gives subscribers, to be judged whether they read no more: one result for each of them. */
export function watchSubscribers(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ input, reference, onBadData, policy, outputField, ...fields }: SubscriberWatch,
): Watched {
	const plan = planSubscribers(context, items, input, policy.countOpens);
	const bad = new BadRecords(context, plan.events ? 'event' : 'subscriber', 'skipped', onBadData);
	const reader = new SubscriberReader(items, plan, input, reference, bad);
	const facts = new FactReader(items, reference.zone, input.dateOrder, plan.recordOf);

	const subjects = reader.read().map(({ facts: read, item, sources }): Subject => {
		const told = [item, ...sources.filter((source) => source !== item)];
		const known = {
			previousStatus: facts.named(fields.previousStatus, told, LAPSE_STATUSES),
			lastContactAt: facts.newestDate(fields.lastContact, told, reference.asOf),
			contactCount: facts.count(fields.contactCount, told),
		};
		return {
			customerKey: read.customerKey,
			about: '',
			item,
			sources: sources.length === 1 ? item : sources,
			known,
			judge: (remembered) =>
				detectInactive({ ...read, ...knownFacts(known, remembered) }, policy, reference),
		};
	});
	return {
		subjects,
		zone: reference.zone,
		asOf: reference.asOf,
		failures: bad.failures,
		tellUser(...more) {
			const isRecognised = input.source === 'auto' && plan.label !== undefined;
			tellUser(context, [
				...(isRecognised
					? [note(`Recognised as ${plan.label}. Choose it under Subscribers From to rely on it.`)]
					: []),
				...reader.hints(),
				...more,
				...bad.hints(items.length),
				...facts.hints(),
				...replacedField(outputField, items),
			]);
		},
	};
}
