import { isBlank } from '../../core/reading/Reading';
import { compileFieldPath } from '../../core/reading/fieldPath';
import { readAmount } from '../../core/reading/readMoney';
import type { Activity } from '../../core/lifecycle/engagement';
import type { OrderStatuses } from '../orderStatus';

/** The data of one order or person, as a shop or CRM system sends it, without wrapping. */
export type SourceRecord = Readonly<Record<string, unknown>>;

/** One thing that a record tells, and where it is looked for. */
export interface SourceField {
	/** The paths, as they are named in messages. */
	name: string;
	read: (record: SourceRecord) => unknown;
}

/** Who a record speaks of. */
export interface IdentityFields {
	id?: SourceField;
	/** A list of ids that the same person had before. */
	otherIds?: SourceField;
	email?: SourceField;
	phone?: SourceField;
	/** Two-letter country of a phone number without country code. */
	phoneCountry?: SourceField;
}

/** What a record tells of an order. */
export interface OrderSourceFields {
	orderId: SourceField;
	/** When the record was last changed. */
	version?: SourceField;
	date: SourceField;
	/** In major units, net of what was refunded. */
	amount: SourceField;
	currency?: SourceField;
	/** One word for whether it counts, in lower case; blank where the record does not tell. */
	status: SourceField;
	/** True for an order of a test. */
	isTest?: SourceField;
}

/** What a record tells of a cart that is no order yet; its value and currency are found as an order's are. */
export interface CartSourceFields {
	isCart: (record: SourceRecord) => boolean;
	/** Whether carts are orders that nobody paid yet, with the ids of orders. */
	areOrders: boolean;
	/** When it was last changed. */
	date: SourceField;
	/** A list of the names by which orders may speak of it. */
	ids: SourceField;
	/** On an order: a list of the names of the cart that it was. */
	idsOnOrder: SourceField;
	/** When it became an order. */
	completedAt?: SourceField;
	/** How many orders the customer has. */
	orderCount?: SourceField;
	products?: SourceField;
	/** The address that leads back to it. */
	link?: SourceField;
}

/** What a record counts of a person's orders. */
export interface PersonSourceFields {
	orderCount?: SourceField;
	firstOrder?: SourceField;
	lastOrder?: SourceField;
	totalSpent?: SourceField;
	currency?: SourceField;
}

/** What a record tells of a deal beside what makes it an order. */
export interface DealSourceFields {
	title: SourceField;
	/** The name or the ID of the stage. */
	stage: SourceField;
	/** When the deal came into its stage; left out where the system never tells. */
	stageSince?: SourceField;
	createdAt: SourceField;
	/** The newest counts. */
	lastActivity: readonly SourceField[];
	nextActivity: SourceField;
	owner: SourceField;
	/** The company, for deals without a person. */
	organisation: SourceField;
	/** Whether the record itself says that the deal is open, whatever its stage is called. */
	isSurelyOpen?: (record: SourceRecord) => boolean;
}

/** What a record tells of somebody who gets mails. */
export interface SubscriberSourceFields {
	/** Mails sent since the last click; at least so many. */
	sends?: SourceField;
	/** Mails sent since the last open or click, whichever is later. */
	sendsSinceOpen?: SourceField;
	lastClick?: SourceField;
	/** Whether a record without a last click says that there never was one. */
	tellsClicks: (record: SourceRecord) => boolean;
	lastOpen?: SourceField;
	subscribedAt: SourceField;
	lastOrder?: SourceField;
	/** Whether a record without a last order says that there never was one. */
	tellsOrders: (record: SourceRecord) => boolean;
	/** Whether somebody may be written to; undefined where the record does not tell. */
	isSubscribed: (record: SourceRecord) => boolean | undefined;
}

/** How one shop or CRM system is read. */
export interface SourcePreset {
	/** As it is shown. */
	label: string;
	/** Whether a record, unwrapped, is surely of this system. */
	recognises: (record: SourceRecord) => boolean;
	/** What a record of this system is; undefined for what is neither. */
	kindOf: (record: SourceRecord) => 'order' | 'person' | undefined;
	/** Which of several kinds of record an order comes as, where one purchase may come as several. */
	variantOf?: (record: SourceRecord) => string;
	/** Which of an e-mail address and an id stands for a customer who has both. */
	prefer: 'email' | 'id';
	identity: IdentityFields;
	/** Left out where the system has no orders of its own. */
	order?: OrderSourceFields;
	/** Left out where the system tells of no carts; looked at only where carts are asked for. */
	cart?: CartSourceFields;
	/** Left out where the system has no deals. */
	deal?: DealSourceFields;
	/** Left out where the system does not tell how people react to mails. */
	subscriber?: SubscriberSourceFields;
	statuses: OrderStatuses;
	/** Whether orders of a test count unless the user says otherwise. */
	countsTests: boolean;
	person: PersonSourceFields;
	activities: ReadonlyArray<{ activity: Activity; last?: SourceField; count?: SourceField }>;
}

/** Whether a value tells nothing: blank, an empty list, or the zero date of databases. */
export function isEmpty(value: unknown): boolean {
	return (
		isBlank(value) ||
		(Array.isArray(value) && value.length === 0) ||
		(typeof value === 'string' && value.startsWith('0000-00-00'))
	);
}

/** A field that is found at the first of some paths that tells something. */
export function firstOf(...paths: string[]): SourceField {
	return firstField(
		...paths.map((path) => ({
			name: path,
			read: compileFieldPath(path, { dotNotation: true }),
		})),
	);
}

/** A field whose value is made of what another one gives. */
export function derived(field: SourceField, make: (value: unknown) => unknown): SourceField {
	return { name: field.name, read: (record) => make(field.read(record)) };
}

/** Several fields one after the other: the first that tells something. */
export function firstField(...fields: SourceField[]): SourceField {
	return {
		name: fields.map(({ name }) => name).join(' or '),
		read(record) {
			for (const field of fields) {
				const value = field.read(record);
				if (!isEmpty(value)) return value;
			}
			return undefined;
		},
	};
}

/** A field of dates that are UTC without saying so. */
export function utcDate(...paths: string[]): SourceField {
	return derived(firstOf(...paths), (value) =>
		typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(value.trim())
			? `${value.trim().replace(' ', 'T')}Z`
			: value,
	);
}

/** A number as systems write it in JSON, as a number or as text; undefined for all else. */
export function numberIn(value: unknown): number | undefined {
	const amount = readAmount(value, 'point');
	return amount.ok ? amount.value : undefined;
}

/** A word of a system's vocabulary, in the form in which words are compared. */
export function wordIn(value: unknown): string {
	return isBlank(value) ? '' : String(value).trim().toLowerCase();
}

/** The members of a list of records; none for anything else. */
export function recordsIn(value: unknown): SourceRecord[] {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Whether a value is a record, and no list. */
export function isRecord(value: unknown): value is SourceRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The address or number of a list of `{ value, primary }`, the primary one first. */
export function primaryOf(value: unknown): unknown {
	if (!Array.isArray(value)) return value;
	const entries = recordsIn(value);
	const used = entries.filter((entry) => !isEmpty(entry.value));
	const chosen = used.find((entry) => entry.primary === true) ?? used[0];
	return chosen
		? chosen.value
		: value.find((entry) => typeof entry === 'string' && !isEmpty(entry));
}

/** Whether a record has a field of this name, whatever is in it. */
export function has(record: SourceRecord, ...names: string[]): boolean {
	return names.every((name) => Object.hasOwn(record, name));
}
