import { isBlank } from '../reading/Reading';

/** What sources put around the fields of a record; a field inside is found by its own name too. */
const WRAPPERS: ReadonlySet<string> = new Set([
	'account',
	'answers',
	'attributes',
	'body',
	'company',
	'contact',
	'custom',
	'customer',
	'customfields',
	'data',
	'fields',
	'hidden',
	'lead',
	'mergefields',
	'merges',
	'organisation',
	'organization',
	'person',
	'profile',
	'properties',
	'user',
]);

/** Deepest field that is looked at: `properties.name.value` and `stats.ecommerce_data.total` are 3. */
const MAX_DEPTH = 4;

/** Names are asked for again with every record. */
const keptNames = new Map<string, string>();
const MOST_KEPT_NAMES = 5_000;

/**
 * A field name as it is compared: letters, digits and dots only, without case and accents.
 *
 * @example
 * plainName('Job-Title *') //=> 'jobtitle'
 * plainName('merge_fields.COMPANY') //=> 'mergefields.company'
 */
export function plainName(name: string): string {
	let plain = keptNames.get(name);
	if (plain === undefined) {
		plain = withoutMarks(name);
		if (keptNames.size < MOST_KEPT_NAMES) keptNames.set(name, plain);
	}
	return plain;
}

function withoutMarks(name: string): string {
	return (
		name
			.normalize('NFD')
			.replace(/\p{M}/gu, '')
			.normalize('NFC')
			.toLowerCase()
			// In capitals it is SS.
			.replace(/ß/g, 'ss')
			.replace(/[^\p{L}\p{N}.]/gu, '')
			.replace(/^\.+|\.+$/g, '')
	);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value says anything: neither blank nor an empty list or record. */
function isFilled(value: unknown): boolean {
	if (Array.isArray(value)) return value.length > 0;
	return isRecord(value) ? Object.keys(value).length > 0 : !isBlank(value);
}

/** A field as it was found in a record. */
export interface FoundField {
	path: string[];
	value: unknown;
	isFilled: boolean;
}

/** A key's parts: triggers send what a form sends, where `data[merges][CITY]` is one key. */
function partsOf(key: string): string[] {
	return /^\w+(?:\[[^[\]]+\])+$/.test(key) ? key.split(/[[\]]+/).filter(Boolean) : [key];
}

/**
 * The fields of one record by their plain names.
 *
 * A field is found by its full path with dots, and by the rest of the path where it begins with
 * something that sources put around records (`properties.jobtitle`, `body.contact.city`). A key that
 * holds dots itself comes before a path with the same name, what lies less deep before what lies
 * deeper. A value that stands in a record with its history (`{ value, versions }`, HubSpot) is taken
 * out of it. Lists are not looked into.
 */
export class FieldIndex {
	private readonly fields = new Map<string, FoundField>();

	constructor(record: unknown) {
		let level: Array<{ names: string[]; path: string[]; value: unknown }> = [
			{ names: [], path: [], value: record },
		];
		for (let depth = 0; depth < MAX_DEPTH && level.length > 0; depth++) {
			const next: typeof level = [];
			for (const { names, path, value } of level) {
				if (!isRecord(value)) continue;
				for (const key of Object.keys(value)) {
					const field = {
						names: [...names, ...partsOf(key).map(plainName)],
						path: [...path, key],
						value: value[key],
					};
					this.add(field);
					next.push(field);
				}
			}
			level = next;
		}
	}

	/** The field of that name; undefined where the record has none. */
	find(name: string): FoundField | undefined {
		return this.fields.get(plainName(name));
	}

	private add({ names, path, value }: { names: string[]; path: string[]; value: unknown }): void {
		const isInside = isRecord(value) && Object.prototype.hasOwnProperty.call(value, 'value');
		const inner = isInside ? (value as { value: unknown }).value : value;
		const field: FoundField = {
			path: isInside ? [...path, 'value'] : path,
			value: inner,
			isFilled: isFilled(inner),
		};
		for (let from = 0; from < names.length; from++) {
			const name = names.slice(from).join('.');
			const known = this.fields.get(name);
			// The same name twice: a filled field says more than a blank one.
			if (!known || (!known.isFilled && field.isFilled)) this.fields.set(name, field);
			if (!WRAPPERS.has(names[from]!)) break;
		}
	}
}
