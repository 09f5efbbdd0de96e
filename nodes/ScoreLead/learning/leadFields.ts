import { isPlainObject } from 'es-toolkit';
import { toPath } from 'es-toolkit/compat';
import type { INodeExecutionData } from 'n8n-workflow';

import { attributeCandidates } from '../../core/attribute/attributeNames';
import { plainName } from '../../core/attribute/FieldIndex';
import type { MappedAttribute } from '../../core/attribute/attributes';
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

/** Whether a field is one of those named, or lies inside of one; a name with dots may be that of one field. */
function isAmong(keys: readonly string[], names: readonly string[]): boolean {
	return names.some((name) =>
		[[name], toPath(name)].some((wanted) => wanted.every((key, i) => key === keys[i])),
	);
}

function isOfEngagement(keys: readonly string[], { engagementFields }: FieldChoice): boolean {
	return isAmong(keys, engagementFields) || ENGAGEMENT_NAMES.has(plainName(fieldPathOf(keys)));
}

/** The fields of all items, those inside of records too, each with its values in the order of items. */
export function leadFields(
	items: readonly INodeExecutionData[],
	rows: readonly number[],
	choice: FieldChoice,
): LeadField[] {
	const columns = new Map<string, { keys: readonly string[]; values: unknown[] }>();
	const collect = (record: object, keys: readonly string[], row: number) => {
		for (const [key, value] of Object.entries(record) as Array<[string, unknown]>) {
			const path = [...keys, key];
			// A model takes such a name for an expression, and whoever fills in a form may choose names.
			const name = fieldPathOf(path);
			if (name.startsWith('=')) continue;
			if (isPlainObject(value) && path.length < DEEPEST) {
				collect(value, path, row);
				continue;
			}
			let column = columns.get(name);
			if (!column) {
				column = { keys: path, values: new Array<unknown>(rows.length).fill(undefined) };
				columns.set(name, column);
			}
			column.values[row] = value;
		}
	};
	rows.forEach((itemIndex, row) => collect(items[itemIndex]?.json ?? {}, [], row));
	return [...columns]
		.filter(
			([, { keys }]) =>
				(choice.learnFrom.length === 0 || isAmong(keys, choice.learnFrom)) &&
				!isAmong(keys, choice.leaveOut),
		)
		.map(([name, { keys, values }]) => ({
			name,
			category: isOfEngagement(keys, choice) ? 'engagement' : 'fit',
			values,
		}));
}
