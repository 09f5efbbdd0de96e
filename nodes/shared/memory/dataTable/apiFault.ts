import { SegmentationError } from '../../../core/SegmentationError';
import type { ApiRequest } from './ApiRequest';

/** The scopes that an API key for the customer memory needs. */
export const NEEDED_SCOPES = [
	'dataTable:create',
	'dataTable:list',
	'dataTable:read',
	'dataTableColumn:create',
	'dataTableRow:create',
	'dataTableRow:delete',
	'dataTableRow:read',
	'dataTableRow:update',
] as const;

const IN_CREDENTIAL = 'the credential Customer Memory API';

/** What n8n says in the body of an answer, in one line. */
export function messageIn(body: unknown): string {
	const message = (body as { message?: unknown } | null)?.message ?? body;
	return typeof message === 'string' ? message.replace(/\s+/g, ' ').slice(0, 300) : '';
}

/** Whether an answer is JSON as n8n's API gives it, not a page of a website. */
export function isJson(body: unknown): boolean {
	return typeof body === 'object' || typeof body === 'boolean';
}

/** What to tell the user where n8n's API answers with a status that the store cannot work with. */
export function apiFault(
	{ purpose, scope, path }: ApiRequest,
	address: string,
	status: number,
	body: unknown,
): SegmentationError {
	const message = messageIn(body);
	if (status === 401) {
		return new SegmentationError(
			'memoryRefused',
			'n8n does not accept the API key of the customer memory',
			`Make a new API key in n8n under Settings, n8n API, and put it into ${IN_CREDENTIAL}. It must be a key of the n8n at ${address}.`,
		);
	}
	if (status === 403) {
		return new SegmentationError(
			'memoryNotAllowed',
			`The API key of the customer memory may not ${purpose}: the scope ${scope} is missing`,
			`Give the API key in n8n under Settings, n8n API, the scopes ${NEEDED_SCOPES.join(', ')}. Where it has them, its owner lacks the right in the project of the data table.`,
		);
	}
	const isOfTable = isJson(body) && /^\/data-tables\/./.test(path);
	// An ID of another shape is turned away before anything is looked for.
	if (isOfTable && (status === 404 || (status === 400 && message.includes('dataTableId')))) {
		return new SegmentationError(
			'memoryNotFound',
			'The data table of the customer memory is not there',
			'It was deleted, or the owner of the API key cannot see it. Choose a table under Memory Table, or name one: it is made anew.',
		);
	}
	if (status === 404 || status === 405 || !isJson(body)) {
		return new SegmentationError(
			'memoryNotFound',
			`There is no API of n8n data tables at ${address}`,
			`Check the Base URL of ${IN_CREDENTIAL}: the address of the editor followed by /api/v1. The public API must be switched on (N8N_PUBLIC_API_DISABLED is not set), and n8n must have data tables.`,
		);
	}
	if (status === 413) {
		return new SegmentationError(
			'memoryTooLarge',
			`What the customer memory keeps of one customer is more than ${address} takes at once`,
			'Raise N8N_PAYLOAD_SIZE_MAX of n8n, and the limit for request bodies of the proxy in front of it (client_max_body_size of nginx)',
		);
	}
	if (status === 414 || status === 431) {
		return new SegmentationError(
			'memoryTooLarge',
			`The key of a customer is longer than ${address} takes`,
			'Choose Store Keys Hashed under Memory Options, or another Customer Key',
		);
	}
	if (status === 429) {
		return new SegmentationError(
			'memoryUnreachable',
			`${address} is asked too often and lets the customer memory wait too long`,
			'Run fewer executions at once, or raise the limit for requests of the proxy in front of n8n. What was not remembered is offered again in the next run.',
		);
	}
	if (status >= 500) {
		return new SegmentationError(
			'memoryUnreachable',
			`n8n could not ${purpose}: it answered ${status}${message === '' ? '' : ` (${message})`}, also when asked again`,
			`See the log of the n8n at ${address}, and run this again once it works. What was not remembered is offered again in the next run.`,
		);
	}
	if (/size limit exceeded/i.test(message)) {
		return new SegmentationError(
			'memoryFull',
			`The data tables of n8n are full, so the customer memory cannot be written (${message})`,
			'Raise N8N_DATA_TABLES_MAX_SIZE_BYTES of n8n (200 MB where it is not set), or delete rows that are not needed any more, in any data table',
		);
	}
	return new SegmentationError(
		'unusableTable',
		`n8n could not ${purpose}: it answered ${status}${message === '' ? '' : ` (${message})`}`,
		'Leave the columns that the customer memory made as they are, or choose another Memory Table: it is made anew',
	);
}

/** What to tell the user where nothing answers. */
export function networkFault(address: string, code: string, message: string): SegmentationError {
	const unreachable = (what: string, whatToDo: string) =>
		new SegmentationError(
			'memoryUnreachable',
			what,
			`${whatToDo} What was not remembered is offered again in the next run.`,
		);
	switch (code) {
		case 'ECONNREFUSED':
			return unreachable(
				`Nothing answers at ${address}, where the customer memory is`,
				`Check the Base URL of ${IN_CREDENTIAL} from where this node runs: in a container, localhost is the container itself; a worker needs the address of the main instance.`,
			);
		case 'ENOTFOUND':
		case 'EAI_AGAIN':
			return unreachable(
				`The name in ${address}, where the customer memory is, is not known`,
				`Check the Base URL of ${IN_CREDENTIAL}.`,
			);
		case 'ECONNABORTED':
		case 'ETIMEDOUT':
		case 'ESOCKETTIMEDOUT':
			return unreachable(
				`${address}, where the customer memory is, did not answer in time`,
				'See whether that n8n is overloaded, and run this again.',
			);
		default:
			return unreachable(
				`${address}, where the customer memory is, cannot be reached (${message || code})`,
				`Check the Base URL of ${IN_CREDENTIAL}, its certificate and the network between.`,
			);
	}
}
