import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { detectInactive } from '../../core/lapse/detectInactive';
import { LAPSE_STATUSES } from '../../core/lapse/LapseVerdict';
import { BadRecords } from '../../shared/BadRecords';
import { FactReader } from '../../shared/FactReader';
import { note, replacedField, tellUser } from '../../shared/tellUser';
import type { Finding, Findings } from '../Findings';
import { planSubscribers } from './planSubscribers';
import type { SubscriberWatch } from './readSubscriberWatch';
import { SubscriberReader } from './SubscriberReader';

/** Judges who of the subscribers reads no more, one result for each of them. */
export function watchSubscribers(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ input, reference, onBadData, policy, outputField, ...fields }: SubscriberWatch,
): Findings {
	const plan = planSubscribers(context, items, input, policy.countOpens);
	const bad = new BadRecords(context, plan.events ? 'event' : 'subscriber', 'skipped', onBadData);
	const reader = new SubscriberReader(items, plan, input, reference, bad);
	const facts = new FactReader(items, reference.zone, input.dateOrder, plan.recordOf);

	const found = reader.read().map(({ facts: known, item, sources }): Finding => {
		const told = [item, ...sources.filter((source) => source !== item)];
		const verdict = detectInactive(
			{
				...known,
				previousStatus: facts.named(fields.previousStatus, told, LAPSE_STATUSES),
				lastContactAt: facts.newestDate(fields.lastContact, told, reference.asOf),
				contactCount: facts.count(fields.contactCount, told),
			},
			policy,
			reference,
		);
		return { verdict, item, sources: sources.length === 1 ? item : sources };
	});
	return {
		found,
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
