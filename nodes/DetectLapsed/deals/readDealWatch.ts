import { z } from 'zod';

import { CLOCK_FIELDS, DEAL_MEASURES } from '../../core/lapse/dealClock';
import { stageLimits, type DealPolicy } from '../../core/lapse/detectStuckDeal';
import { onBadDataSchema, type OnBadData } from '../../shared/BadRecords';
import type { ItemField, NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { readReference, type Reference } from '../../shared/purchaseInput';
import type { ValuePolicy } from '../../shared/RecordValues';
import type { CommonConfiguration } from '../readCommonConfiguration';
import type { ClosedWords } from './dealStatuses';

const DEAL_SOURCES = ['activeCampaign', 'auto', 'custom', 'hubSpot', 'pipedrive'] as const;

/** The fields that the user names where no source brings them. */
export interface NamedDealFields {
	id: ItemField | undefined;
	title: ItemField | undefined;
	status: ItemField | undefined;
	stage: ItemField | undefined;
	value: ItemField | undefined;
	currency: ItemField | undefined;
	owner: ItemField | undefined;
	contact: ItemField | undefined;
	createdAt: ItemField | undefined;
	stageSince: ItemField | undefined;
	lastActivityAt: ItemField | undefined;
	nextActivityAt: ItemField | undefined;
	lastChangeAt: ItemField | undefined;
}

/** Where deals are found in the items, and how they are read. */
export interface DealInput {
	source: (typeof DEAL_SOURCES)[number];
	named: NamedDealFields;
	/** A further date that resets the clock, whatever the source. */
	otherActivity: ItemField | undefined;
	closedWords: ClosedWords;
	values: ValuePolicy;
}

/** How deals are watched. */
export interface DealWatch extends CommonConfiguration {
	watch: 'deals';
	input: DealInput;
	reference: Reference;
	onBadData: OnBadData;
	policy: DealPolicy;
}

function readNamedFields(parameters: NodeParameters): NamedDealFields {
	return {
		id: parameters.field('dealIdField'),
		title: parameters.field('dealTitleField'),
		status: parameters.field('dealStatusField'),
		stage: parameters.field('dealStageField'),
		value: parameters.field('dealValueField'),
		currency: parameters.field('options.dealCurrencyField'),
		owner: parameters.field('options.dealOwnerField'),
		contact: parameters.field('options.dealContactField'),
		createdAt: parameters.field('dealCreatedField'),
		stageSince: parameters.field('stageChangedField'),
		lastActivityAt: parameters.field('lastActivityField'),
		nextActivityAt: parameters.field('nextActivityField'),
		lastChangeAt: parameters.field('options.dealLastChangeField'),
	};
}

function readStageLimits(parameters: NodeParameters): ReadonlyMap<string, number> {
	const rows = parameters.constant('stageLimits.values', z.array(z.unknown()).default([]));
	const limits = rows.map((_row, i) => {
		const path = `stageLimits.values[${i}]`;
		return {
			stage: parameters.constant(`${path}.stage`, schemas.text.default('')),
			days: parameters.constant(`${path}.days`, schemas.wholePositive.default(14)),
		};
	});
	return parameters.withDomainFaults(() => stageLimits(limits));
}

function readPolicy(parameters: NodeParameters, common: CommonConfiguration): DealPolicy {
	return {
		measure: parameters.constant('dealMeasure', z.enum(DEAL_MEASURES).default('idle')),
		clockFields: parameters.constant(
			'clockFields',
			z.array(z.enum(CLOCK_FIELDS)).default(['created', 'lastActivity', 'stageChange']),
		),
		stuckAfterDays: parameters.constant('stuckAfterDays', schemas.wholePositive),
		stageLimits: readStageLimits(parameters),
		atRiskShare: parameters.constant('options.dealAtRiskFrom', schemas.percent.default(75)),
		givenUpAfterTimes: parameters.constant(
			'options.givenUpAfterTimes',
			schemas.positive.default(4),
		),
		plannedActivitySuspends: parameters.constant(
			'options.plannedActivitySuspends',
			schemas.flag.default(true),
		),
		quietDaysAfterContact: common.quietDaysAfterContact,
	};
}

/** Reads how deals are watched. */
export function readDealWatch(parameters: NodeParameters, common: CommonConfiguration): DealWatch {
	return {
		watch: 'deals',
		...common,
		input: {
			source: parameters.constant('dealSource', z.enum(DEAL_SOURCES).default('auto')),
			named: readNamedFields(parameters),
			otherActivity: parameters.field('options.otherActivityField'),
			closedWords: {
				won: parameters.constant('options.wonStatuses', schemas.list.default('')),
				lost: parameters.constant('options.lostStatuses', schemas.list.default('')),
			},
			values: {
				dateOrder: parameters.dateOrder(),
				decimalSeparator: parameters.constant(
					'options.decimalSeparator',
					z.enum(['auto', 'point', 'comma']).default('auto'),
				),
				isMinorUnits: false,
			},
		},
		reference: readReference(parameters),
		onBadData: parameters.constant('options.onBadData', onBadDataSchema),
		policy: readPolicy(parameters, common),
	};
}
