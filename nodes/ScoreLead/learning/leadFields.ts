import { isPlainObject } from 'es-toolkit';
import type { INodeExecutionData } from 'n8n-workflow';

import { attributeCandidates } from '../../core/lead/attributeNames';
import { plainName } from '../../core/lead/FieldIndex';
import type { MappedAttribute } from '../../core/lead/leadAttributes';
import type { LeadField } from '../../core/learning/LeadColumn';
import { fieldPathOf } from '../../core/reading/fieldPath';

/** Which fields are learned from. */
export interface FieldChoice {
	/** All where empty. A name stands for what lies inside of it too. */
	learnFrom: readonly string[];
	leaveOut: readonly string[];
	engagementFields: readonly string[];
}

/** How deep in an item fields are looked for. */
const DEEPEST = 4;

/** Attributes that tell what a lead does. */
const ENGAGEMENT_ATTRIBUTES: readonly MappedAttribute[] = [
	'blogVisits',
	'callsToAction',
	'demos',
	'downloads',
	'lastActivity',
	'mailClicks',
	'mailOpens',
	'newsletter',
	'pages',
	'visits',
	'webinars',
];

const ENGAGEMENT_NAMES: ReadonlySet<string> = new Set(
	ENGAGEMENT_ATTRIBUTES.flatMap((attribute) => attributeCandidates(attribute).map(plainName)),
);

/** Whether a field is one of those named, or lies inside of one. */
function isAmong(field: string, names: readonly string[]): boolean {
	return names.some(
		(name) => field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`),
	);
}

function isOfEngagement(field: string, { engagementFields }: FieldChoice): boolean {
	return isAmong(field, engagementFields) || ENGAGEMENT_NAMES.has(plainName(field));
}

/** The fields of all items, those inside of records too, each with its values in the order of items. */
export function leadFields(
	items: readonly INodeExecutionData[],
	rows: readonly number[],
	choice: FieldChoice,
): LeadField[] {
	const values = new Map<string, unknown[]>();
	const collect = (record: object, keys: readonly string[], row: number) => {
		for (const [key, value] of Object.entries(record) as Array<[string, unknown]>) {
			const path = [...keys, key];
			if (isPlainObject(value) && path.length < DEEPEST) {
				collect(value, path, row);
				continue;
			}
			const name = fieldPathOf(path);
			let column = values.get(name);
			if (!column) {
				column = new Array<unknown>(rows.length).fill(undefined);
				values.set(name, column);
			}
			column[row] = value;
		}
	};
	rows.forEach((itemIndex, row) => collect(items[itemIndex]?.json ?? {}, [], row));
	return [...values]
		.filter(
			([name]) =>
				(choice.learnFrom.length === 0 || isAmong(name, choice.learnFrom)) &&
				!isAmong(name, choice.leaveOut),
		)
		.map(([name, column]) => ({
			name,
			category: isOfEngagement(name, choice) ? 'engagement' : 'fit',
			values: column,
		}));
}
