import type { LeadField } from '../../../nodes/core/learning/LeadColumn';
import type { Lead } from './pointsByJson';

/** The file of real data beside the checkout. */
const FILE = require
	.resolve('../../../package.json')
	.replace(/[^/\\]+[/\\]package\.json$/, 'shared/data/leads/bank_marketing_full.csv.gz');

/** Leads with their fields, all text as in a file, and whether each became a customer. */
export interface LabelledLeads {
	leads: Lead[];
	fields: LeadField[];
	outcomes: boolean[];
}

/** Leads as columns; all fields that any of them has. */
export function fieldsOf(leads: readonly Lead[], engagement: readonly string[] = []): LeadField[] {
	const names = [...new Set(leads.flatMap(Object.keys))];
	return names.map((name) => ({
		name,
		category: engagement.includes(name) ? 'engagement' : 'fit',
		values: leads.map((lead) => lead[name]),
	}));
}

/**
 * UCI Bank Marketing (Moro, Cortez, Rita 2014): 45,211 contacts of which 5,289 said yes; undefined
 * where the folder of real data is missing.
 */
export function bankLeads(): LabelledLeads | undefined {
	const { existsSync, readFileSync } = jest.requireActual<{
		existsSync(path: string): boolean;
		readFileSync(path: string): Uint8Array;
	}>('fs');
	if (!existsSync(FILE)) return undefined;
	const { gunzipSync } = jest.requireActual<{ gunzipSync(data: Uint8Array): Uint8Array }>('zlib');
	const [header, ...lines] = String(gunzipSync(readFileSync(FILE)))
		.trim()
		.split(/\r?\n/);
	const names = header!.split(',');
	const outcomes: boolean[] = [];
	const leads = lines.map((line) => {
		const cells = line.split(',');
		outcomes.push(cells.pop() === 'yes');
		return Object.fromEntries(cells.map((cell, i) => [names[i]!, cell]));
	});
	return {
		leads,
		fields: fieldsOf(leads.slice(0, 1)).map(({ name }) => ({
			name,
			category: 'fit',
			values: leads.map((lead) => lead[name]),
		})),
		outcomes,
	};
}
