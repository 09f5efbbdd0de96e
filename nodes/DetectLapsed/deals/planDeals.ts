import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { DealMeasure } from '../../core/lapse/dealClock';
import { Column } from '../../shared/Column';
import { configurationFault } from '../../shared/configurationFault';
import { column } from '../../shared/namedColumns';
import type { StatusReader } from '../../shared/orderStatus';
import { recordOfNamedFields, required } from '../../shared/planOfNamedFields';
import { besidePreset, presetColumn, recordOfPreset } from '../../shared/planOfPreset';
import type { ValuePolicy } from '../../shared/RecordValues';
import { PRESETS, recogniseSource } from '../../shared/sources/presets';
import type {
	DealSourceFields,
	OrderSourceFields,
	SourceField,
	SourcePreset,
} from '../../shared/sources/SourcePreset';
import { dealStatuses, ownStatuses } from './dealStatuses';
import type { DealInput } from './readDealWatch';

/** What a record tells of a deal; left out where nothing tells it. */
export interface DealColumns {
	id: Column;
	title?: Column;
	status?: Column;
	stage?: Column;
	value?: Column;
	currency?: Column;
	owner?: Column;
	/** Who the deal is with: the first that names somebody counts. */
	contacts: readonly Column[];
	createdAt?: Column;
	stageSince?: Column;
	/** The newest counts. */
	lastActivity: readonly Column[];
	nextActivity?: Column;
	lastChange?: Column;
	otherActivity?: Column;
}

/** How the items of a run are read as deals. */
export interface DealPlan {
	/** The system the deals come from, where it is known by name. */
	label: string | undefined;
	recordOf: (item: INodeExecutionData) => INodeExecutionData;
	isDeal: (record: INodeExecutionData) => boolean;
	columns: DealColumns;
	/** The columns that the user named: told where no item has them. */
	namedColumns: readonly Column[];
	statuses: StatusReader;
	/** The words that the user names for closed deals: they hold for stages too. */
	ownStatuses: StatusReader;
	/** Whether a record itself says that the deal is open, whatever its stage is called. */
	isSurelyOpen: (record: INodeExecutionData) => boolean;
	/** Whether a deal that does not tell its status came in part only; a sheet leaves it empty for open. */
	needsStatus: boolean;
	/** Whether a deal without a date of a stage change was never moved. */
	isStageFirstIfUntold: boolean;
	values: ValuePolicy;
}

/** A preset with all that deals need. */
type DealPreset = SourcePreset & { order: OrderSourceFields; deal: DealSourceFields };

function hasDeals(preset: SourcePreset | undefined): preset is DealPreset {
	return preset?.deal !== undefined && preset.order !== undefined;
}

function planOfPreset(preset: DealPreset, input: DealInput): DealPlan {
	const { label, order, deal, identity } = preset;
	const optional = (name: string, field: SourceField | undefined) =>
		field && presetColumn(name, field);
	const otherActivity = column(input.otherActivity);
	const other = otherActivity && besidePreset(otherActivity);
	return {
		label,
		recordOf: recordOfPreset,
		isDeal: ({ json }) => preset.kindOf(json) === 'order',
		columns: {
			id: presetColumn('Deal ID', order.orderId),
			title: presetColumn('Deal Title', deal.title),
			status: presetColumn('Deal Status', order.status),
			stage: presetColumn('Deal Stage', deal.stage),
			value: presetColumn('Deal Value', order.amount),
			currency: optional('Deal Currency', order.currency),
			owner: presetColumn('Deal Owner', deal.owner),
			contacts: [identity.id, identity.email, deal.organisation].flatMap((field) =>
				field ? [presetColumn('Deal Contact', field)] : [],
			),
			createdAt: presetColumn('Deal Created', deal.createdAt),
			stageSince: optional('Stage Changed', deal.stageSince),
			lastActivity: deal.lastActivity.map((field) => presetColumn('Last Activity', field)),
			nextActivity: presetColumn('Next Activity', deal.nextActivity),
			lastChange: optional('Last Change', order.version),
			otherActivity: other,
		},
		namedColumns: other ? [other] : [],
		statuses: dealStatuses(input.closedWords, preset.statuses),
		ownStatuses: ownStatuses(input.closedWords),
		isSurelyOpen: ({ json }) => deal.isSurelyOpen?.(json) ?? false,
		needsStatus: true,
		isStageFirstIfUntold: false,
		values: { ...input.values, decimalSeparator: 'point' },
	};
}

function planOfFields(context: IExecuteFunctions, input: DealInput): DealPlan {
	const { named } = input;
	const lastActivity = column(named.lastActivityAt);
	const contact = column(named.contact);
	const single = {
		id: required(context, named.id, 'Deal ID Field'),
		title: column(named.title),
		status: column(named.status),
		stage: column(named.stage),
		value: column(named.value),
		currency: column(named.currency),
		owner: column(named.owner),
		createdAt: column(named.createdAt),
		stageSince: column(named.stageSince),
		nextActivity: column(named.nextActivityAt),
		lastChange: column(named.lastChangeAt),
		otherActivity: column(input.otherActivity),
	};
	return {
		label: undefined,
		recordOf: recordOfNamedFields,
		isDeal: () => true,
		columns: {
			...single,
			contacts: contact ? [contact] : [],
			lastActivity: lastActivity ? [lastActivity] : [],
		},
		namedColumns: [...Object.values(single), lastActivity, contact].filter(
			(one): one is Column => one !== undefined,
		),
		statuses: dealStatuses(input.closedWords),
		ownStatuses: ownStatuses(input.closedWords),
		isSurelyOpen: () => false,
		needsStatus: false,
		isStageFirstIfUntold: true,
		values: input.values,
	};
}

/**
 * Decides how the items of a run are read as deals. Where the source is left to the items, systems
 * that are known by name come first: their deals look much like rows of a sheet.
 *
 * @throws NodeOperationError where a field that is needed is not named, and where the source has no
 * deals or never tells what is measured
 */
export function planDeals(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	input: DealInput,
	measure: DealMeasure,
): DealPlan {
	const { source } = input;
	const preset: SourcePreset | undefined =
		source === 'custom' ? undefined : source === 'auto' ? recogniseSource(items) : PRESETS[source];
	if (!preset) return planOfFields(context, input);
	if (!hasDeals(preset)) {
		throw configurationFault(
			context,
			`Deals From is Auto-Detect, but the items look like those of ${preset.label}, which has no deals`,
			'Choose Custom under Deals From to read them by the fields you name',
		);
	}
	if (measure === 'timeInStage' && !preset.deal.stageSince) {
		throw configurationFault(
			context,
			`Measure is Time in Stage, but ${preset.label} does not tell when a deal came into its stage`,
			'Choose Idle or Age under Measure, or Custom under Deals From and name the field that tells',
		);
	}
	return planOfPreset(preset, input);
}
