import type { INodeParameters } from 'n8n-workflow';

/**
 * The outputs of the node, by its parameters: Everyone Else first, then those for the suppressed and for
 * the report where they are wanted, then one per segment. Other operations than splitting have one.
 *
 * n8n evaluates this from its source text, so it stands alone: nothing from outside, literals only, and
 * no key that is worked out. A segment that is switched off keeps its output, so that no wire moves.
 */
export function segmentOutputs(parameters: INodeParameters) {
	if (parameters.operation === 'confirm' || parameters.operation === 'forget') {
		return [{ type: 'main' }];
	}
	const rowsOf = (collection: unknown) =>
		((collection as INodeParameters | undefined)?.values ?? []) as INodeParameters[];
	const output = (displayName: unknown) => ({ type: 'main', displayName });
	const options = (parameters.options ?? {}) as INodeParameters;
	const besides = [
		...(parameters.suppressedOutput ? [output('Suppressed')] : []),
		...(parameters.reportOutput ? [output('Report')] : []),
	];
	if (parameters.outputMode === 'single') {
		return besides.length === 0 ? [{ type: 'main' }] : [output('All'), ...besides];
	}

	const settings = rowsOf(parameters.groupSettings);
	const ready = (groups: string[][], chosenIn: (row: INodeParameters) => unknown) =>
		groups.map(([group, name]) => {
			const row = settings.find((setting) => chosenIn(setting) === group);
			return row?.name || name;
		});
	const named = (collection: unknown, noun: string) =>
		rowsOf(collection).map((row, i) => row.name || noun + ' ' + (i + 1));

	const namesOf = () => {
		const { scheme } = parameters;
		if (scheme === 'campaign') {
			return ready(
				[
					['welcome', 'Welcome'],
					['secondPurchase', 'Second Purchase'],
					['vipThanks', 'VIP Thanks'],
					['productInterest', 'Product Interest'],
					['abandonedCart', 'Abandoned Cart'],
					['winBack', 'Win-Back'],
					['hotLead', 'Hot Lead'],
					['leaveInPeace', 'Leave in Peace'],
				],
				(row) => row.readyCampaign ?? 'welcome',
			);
		}
		if (scheme === 'fieldValue') {
			const rows = rowsOf(parameters.fieldValues);
			const listed = rows.map((row, i) => row.name || row.value || 'Segment ' + (i + 1));
			if (rows.length > 0 && parameters.otherValues !== 'outputs') return listed;
			const others = Number(parameters.otherOutputs ?? 5);
			return [...listed, ...Array.from({ length: others }, (_, i) => 'Other ' + (i + 1))];
		}
		if (scheme === 'leadBand') {
			return ready(
				[
					['hot', 'Hot'],
					['warm', 'Warm'],
					['cold', 'Cold'],
				],
				(row) => row.band ?? 'hot',
			);
		}
		if (scheme === 'lifecycleStage') {
			return ready(
				[
					['prospect', 'Prospect'],
					['customer', 'Customer'],
					['advocate', 'Advocate'],
					['lapsed', 'Lapsed'],
					['lost', 'Lost'],
				],
				(row) => row.stage ?? 'prospect',
			);
		}
		if (scheme === 'rfm') {
			if (parameters.rfmGroups === 'own') return named(parameters.rfmCells, 'Group');
			if (parameters.rfmGroups === 'six') {
				return ready(
					[
						['champions', 'Champions'],
						['loyalCustomers', 'Loyal Customers'],
						['newAndPromising', 'New and Promising'],
						['needAttention', 'Need Attention'],
						['atRisk', 'At Risk'],
						['lost', 'Lost'],
					],
					(row) => row.rfmMainGroup ?? 'champions',
				);
			}
			return ready(
				[
					['champions', 'Champions'],
					['loyalCustomers', 'Loyal Customers'],
					['potentialLoyalists', 'Potential Loyalists'],
					['newCustomers', 'New Customers'],
					['promising', 'Promising'],
					['needAttention', 'Need Attention'],
					['aboutToSleep', 'About to Sleep'],
					['cantLoseThem', "Can't Lose Them"],
					['atRisk', 'At Risk'],
					['hibernating', 'Hibernating'],
					['lost', 'Lost'],
				],
				(row) => row.rfmGroup ?? 'champions',
			);
		}
		if (scheme === 'valueTiers') return named(parameters.tiers, 'Tier');
		return named(parameters.segments, 'Segment');
	};
	return [
		output(options.everyoneElseName || 'Everyone Else'),
		...besides,
		...namesOf().map((name) => output(name)),
	];
}
