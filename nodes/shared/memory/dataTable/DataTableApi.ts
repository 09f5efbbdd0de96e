import { sleep, type IExecuteFunctions, type ILoadOptionsFunctions } from 'n8n-workflow';

import type { SegmentationError } from '../../../core/SegmentationError';
import { apiAddress } from './apiAddress';
import { apiFault, isJson, networkFault } from './apiFault';
import type { ApiAnswer, ApiRequest } from './ApiRequest';
import { pauseBeforeRetry } from './pauseBeforeRetry';
import { queryText } from './queryText';

/** Some 30 seconds in all: as long as n8n takes to be started anew. */
const MOST_TRIES = 7;
/** For an address at which nothing ever answered: most likely it is wrong. */
const TRIES_OF_THE_UNKNOWN = 3;
const PATIENCE_MS = 60_000;

const PASSING = [408, 425, 429, 500, 502, 503, 504];
const NEVER_ARRIVED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** Where time comes from and passes, to be replaced in tests. */
export interface Waiting {
	now(): number;
	pause(milliseconds: number): Promise<void>;
}

const WAITING: Waiting = { now: () => Date.now(), pause: sleep };

interface FullResponse {
	statusCode: number;
	headers: Readonly<Record<string, unknown>>;
	body: unknown;
}

type Outcome =
	| { response: FullResponse }
	| {
			fault: SegmentationError;
			retryAfter?: unknown;
			/** Whether n8n may have done what was asked all the same. */
			mayBeDone: boolean;
			/** Whether it may be different a little later. */
			canPass: boolean;
	  };

/** n8n puts what Node.js says about a connection into its own error, at different places. */
function codeOf(error: unknown): string {
	let inner = error as { code?: unknown; httpCode?: unknown; cause?: unknown } | undefined;
	for (let depth = 0; inner && depth < 5; depth++) {
		for (const code of [inner.code, inner.httpCode]) {
			if (typeof code === 'string' && /^E[A-Z_]+$/.test(code)) return code;
		}
		inner = inner.cause as typeof inner;
	}
	return /\bE[A-Z]{4,}\b/.exec(String((error as Error | undefined)?.message))?.[0] ?? '';
}

/**
 * The API of n8n's data tables, by the credential of the node.
 *
 * A request is made again, after growing pauses, where nothing answers, where the answer takes too long
 * and where n8n is busy or broken for the moment. So it may be carried out twice, which every request of
 * this package must bear.
 */
export class DataTableApi {
	private address: string | undefined;

	private hasAnswered = false;

	/** By how much the clock of n8n is ahead of the one here, in milliseconds. */
	private ahead = 0;

	constructor(
		private readonly context: IExecuteFunctions | ILoadOptionsFunctions,
		private readonly waiting: Waiting = WAITING,
	) {}

	/**
	 * Makes a request, again where that may help.
	 *
	 * @throws SegmentationError that says what to do, for all that is no good answer
	 */
	async request(request: ApiRequest): Promise<ApiAnswer> {
		const address = await this.ownAddress();
		let isDoubtful = false;
		for (let tries = 1; ; tries++) {
			const outcome = await this.attempt(address, request);
			if ('response' in outcome) {
				return { status: outcome.response.statusCode, body: outcome.response.body, isDoubtful };
			}
			if (!outcome.canPass || this.isCancelled() || tries >= this.mostTries()) throw outcome.fault;
			isDoubtful ||= outcome.mayBeDone;
			const { now, pause } = this.waiting;
			await pause(pauseBeforeRetry(tries, Math.random(), outcome.retryAfter, now()));
		}
	}

	/** The time that n8n's clock shows, as far as its answers tell, in milliseconds since 1970. */
	now(): number {
		return this.waiting.now() + this.ahead;
	}

	private mostTries(): number {
		return this.hasAnswered ? MOST_TRIES : TRIES_OF_THE_UNKNOWN;
	}

	private async ownAddress(): Promise<string> {
		if (this.address === undefined) {
			const { baseUrl } = await this.context.getCredentials('customerMemoryApi');
			this.address = apiAddress(String(baseUrl));
		}
		return this.address;
	}

	private async attempt(address: string, request: ApiRequest): Promise<Outcome> {
		const { method, path, query, body, expects = [] } = request;
		let response: FullResponse;
		try {
			response = (await this.context.helpers.httpRequestWithAuthentication.call(
				this.context,
				'customerMemoryApi',
				{
					method,
					url: `${address}${path}${queryText(query)}`,
					body,
					json: true,
					timeout: PATIENCE_MS,
					returnFullResponse: true,
					ignoreHttpStatusErrors: true,
				},
			)) as FullResponse;
		} catch (error) {
			const code = codeOf(error);
			return {
				fault: networkFault(address, code, (error as Error).message),
				mayBeDone: !NEVER_ARRIVED.includes(code),
				canPass: true,
			};
		}
		this.hasAnswered = true;
		const { statusCode: status, headers } = response;
		const told = Date.parse(String(headers.date));
		if (!Number.isNaN(told)) this.ahead = told - this.waiting.now();
		const isGood = status >= 200 && status < 300 && isJson(response.body);
		if (isGood || expects.includes(status)) return { response };
		return {
			fault: apiFault(request, address, status, response.body),
			retryAfter: headers['retry-after'],
			mayBeDone: status !== 429,
			canPass: PASSING.includes(status),
		};
	}

	/** Whether the user stopped the execution: then nothing is worth waiting for. */
	private isCancelled(): boolean {
		return 'getExecutionCancelSignal' in this.context
			? this.context.getExecutionCancelSignal()?.aborted === true
			: false;
	}
}
