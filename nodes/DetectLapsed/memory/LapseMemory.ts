import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import { heldVerdict, type Hold, type HoldMemory } from '../../core/lapse/holdBack';
import { isGone, type LapseVerdict } from '../../core/lapse/LapseVerdict';
import { rememberedHold } from '../../core/lapse/rememberedHold';
import { isToldOf, rememberedLapse } from '../../core/lapse/rememberedLapse';
import type { Contact, ContactDecision, ContactKey } from '../../core/memory/Contact';
import { counted } from '../../core/wording/formatNumber';
import { ContactBook, type ContactUpdate } from '../../shared/memory/ContactBook';
import type { CustomerMemory } from '../../shared/memory/CustomerMemory';
import { openMemory } from '../../shared/memory/openMemory';
import { note } from '../../shared/tellUser';
import type { Finding, Subject, Watched } from '../Findings';
import type { LapseMemoryConfiguration } from './readLapseMemory';

/** Stands in the place of a customer for the campaign itself: since when it runs. No key reads like it. */
const EVERYBODY = '(everybody)';

const FIRST_RUN = 'first run';

/** A change to one contact, and the finding that is told by it. */
interface PlannedUpdate {
	update: ContactUpdate;
	/** Index of the finding that leaves only with a claim; undefined where nobody is told. */
	tells: number | undefined;
}

/** What is remembered of the subjects of a run: read once, judged by, and written once. */
export class LapseMemory implements HoldMemory<Finding> {
	/** Whether the campaign ran before: then of whom nothing is remembered was active. */
	private readonly ranBefore: boolean;

	readonly isFirstRun: boolean;

	private offeredAgain = 0;

	private constructor(
		private readonly memory: CustomerMemory,
		private readonly configuration: LapseMemoryConfiguration,
		private readonly watched: Watched,
		private readonly keys: ReadonlyMap<Subject, ContactKey>,
		private readonly book: ContactBook,
	) {
		const start = book.of(this.startKey);
		const contacts = [...keys.values()].flatMap((key) => book.of(key) ?? []);
		this.ranBefore = start !== undefined || contacts.some(({ status }) => status !== null);
		// A campaign that only took down statuses so far has not taken note of whom not to tell.
		this.isFirstRun = configuration.telling
			? start?.state !== 'baseline' && contacts.every(({ state }) => state === 'none')
			: !this.ranBefore;
	}

	/** Reads what is remembered of all subjects of a run. */
	static async open(
		context: IExecuteFunctions,
		configuration: LapseMemoryConfiguration,
		watched: Watched,
	): Promise<LapseMemory> {
		const memory = openMemory(context, configuration.store);
		const { campaign, telling } = configuration;
		const keys = new Map(
			watched.subjects.map((subject) => {
				const customer = memory.keyOf(subject.customerKey);
				return [subject, { customer, campaign, subject: subject.about }];
			}),
		);
		const customers = new Set([EVERYBODY, ...[...keys.values()].map(({ customer }) => customer)]);
		const clock = { zone: watched.zone, now: watched.asOf };
		const book = await ContactBook.open(memory, [...customers], telling?.policy, clock);
		return new LapseMemory(memory, configuration, watched, keys, book);
	}

	/** Judges a subject by what is remembered; undefined where nothing can be said. */
	judge(subject: Subject): LapseVerdict | undefined {
		const { telling } = this.configuration;
		const key = this.keys.get(subject)!;
		const contact = this.book.of(key);
		const remembering = {
			ranBefore: this.ranBefore,
			counts: telling !== undefined,
			lastContactAt: this.lastContactAt(key),
		};
		const verdict = rememberedLapse(
			contact,
			remembering,
			(found) => this.episodeOf(subject, found),
			subject.judge,
		);
		if (!verdict || !telling) return verdict;
		const { status, previousStatus } = verdict;
		const episode = this.episodeOf(subject, verdict);
		const ofEpisode = contact?.episode === episode;
		// Whoever was never told is new to the campaign, also where an earlier run found them.
		const newlyLapsed = ofEpisode
			? status === 'lapsed' && previousStatus !== 'lost' && !isToldOf(contact, episode)
			: (verdict.newlyLapsed ?? status === 'lapsed');
		const tellKey = this.tellKey(verdict, key);
		const count =
			tellKey === key || subject.known.contactCount !== undefined
				? verdict.contact.count
				: (this.book.of(tellKey)?.contacts ?? 0);
		return { ...verdict, newlyLapsed, contact: { ...verdict.contact, count }, claim: null };
	}

	tellsOf({ subject, verdict }: Finding): boolean {
		if (!this.isTold(verdict)) return false;
		const { known } = subject;
		const contact = this.book.of(this.keys.get(subject)!);
		// What a field of the items knows holds until the memory knows of this very silence.
		return (
			known.previousStatus === undefined || contact?.episode === this.episodeOf(subject, verdict)
		);
	}

	against({ subject, verdict }: Finding): Hold | null {
		if (!this.isTold(verdict)) return null;
		const key = this.keys.get(subject)!;
		const episode = this.episodeOf(subject, verdict);
		const tellKey = this.tellKey(verdict, key);
		const contact = this.book.of(key);
		// Nobody is told of being at risk who was told of being lapsed already.
		if (tellKey !== key && isToldOf(contact, episode)) {
			const heldBy = contact?.state === 'baseline' ? 'baseline' : 'told';
			return this.holdFor({ isDue: false, heldBy, until: null }, contact, key);
		}
		const decision = this.book.decide({ ...tellKey, ...this.telling(subject, verdict) });
		return this.holdFor(decision, this.book.of(tellKey), tellKey);
	}

	/**
	 * Takes down where everybody stands, and claims whoever is to be told.
	 *
	 * Whoever another execution was first with is held back. Nothing is taken down of who is active and
	 * was never anything else, and of carts nothing but what was told: all else the next run finds again.
	 *
	 * @param findings in the order in which they leave
	 * @returns the same, with claims
	 */
	async remember(findings: readonly Finding[]): Promise<Finding[]> {
		const settled = [...findings];
		const planned = settled.flatMap((finding, index) => this.updatesFor(finding, index));
		const outcomes = await this.book.update(planned.map(({ update }) => update));
		planned.forEach(({ update, tells }, i) => {
			if (tells === undefined) return;
			const { decision, claim, contact } = outcomes[i]!;
			const { subject, verdict } = settled[tells]!;
			const hold = decision ? this.holdFor(decision, contact, update.key) : null;
			settled[tells] = {
				subject,
				verdict: hold ? heldVerdict(verdict, hold) : { ...verdict, claim: claim ?? null },
			};
		});
		await this.rememberStart(findings);
		return settled;
	}

	/** What the user should know once the run is done. */
	hints(): NodeExecutionHint[] {
		const { offeredAgain } = this;
		return [
			...this.memory.hints(),
			...(offeredAgain > 0
				? [
						note(
							`${counted(offeredAgain, 'item')} left before and ${offeredAgain === 1 ? 'was' : 'were'} not confirmed: offered again. Put the operation Confirm Sent behind the node that sends.`,
						),
					]
				: []),
		];
	}

	private get startKey(): ContactKey {
		return { customer: EVERYBODY, campaign: this.configuration.campaign, subject: '' };
	}

	private isTold({ status }: LapseVerdict): boolean {
		return this.configuration.telling?.statuses.includes(status) ?? false;
	}

	/** The episode as the memory knows it, without a key where keys are stored hashed. */
	private episodeOf(subject: Subject, { episodeId, customerKey }: LapseVerdict): string {
		const { customer } = this.keys.get(subject)!;
		return customer !== customerKey && episodeId.startsWith(`${customerKey}/`)
			? `${customer}${episodeId.slice(customerKey.length)}`
			: episodeId;
	}

	/** Being at risk is told for itself: whoever lapses later is told of that too. */
	private tellKey({ status }: LapseVerdict, key: ContactKey): ContactKey {
		return status === 'atRisk' && this.configuration.telling?.statuses.includes('atRisk')
			? { ...key, campaign: `${key.campaign}, At Risk` }
			: key;
	}

	/** What is to be told by a verdict. */
	private telling(subject: Subject, verdict: LapseVerdict) {
		return {
			episode: this.episodeOf(subject, verdict),
			channel: this.configuration.telling?.channel ?? null,
			stage: this.watched.stageOf?.(verdict),
		};
	}

	/** The last contact of the campaign: of all carts of a customer, else of the very customer or deal. */
	private lastContactAt(key: ContactKey): number | null {
		const { book, watched } = this;
		if (watched.stageOf) return book.lastContactOf(key.customer, key.campaign);
		const atRisk = { ...key, campaign: `${key.campaign}, At Risk` };
		const [lapsed = null, before = null] = [key, atRisk].map((one) => book.of(one)?.lastContactAt);
		return lapsed === null ? before : Math.max(lapsed, before ?? lapsed);
	}

	private holdFor(
		decision: ContactDecision,
		contact: Contact | undefined,
		{ customer }: ContactKey,
	): Hold | null {
		if (decision.isDue) return null;
		const { policy, channel } = this.configuration.telling!;
		const sentence = rememberedHold(decision.heldBy, decision.until, {
			contact,
			lastOnChannelAt: this.book.lastContactAt(customer, channel),
			policy,
			hasStages: this.watched.stageOf !== undefined,
			zone: this.watched.zone,
		});
		return { held: decision.heldBy, sentence };
	}

	private updatesFor({ subject, verdict }: Finding, index: number): PlannedUpdate[] {
		const key = this.keys.get(subject)!;
		const tellKey = this.tellKey(verdict, key);
		const contact = this.book.of(key);
		const { status, held, statusToSave } = verdict;
		const now = this.watched.asOf;
		const telling = this.telling(subject, verdict);
		const { episode } = telling;
		const isTold = held === null && this.isTold(verdict);
		const isBaseline = held === 'baseline' && (isGone(status) || tellKey !== key);
		const hasLapsed = isGone(status) && statusToSave === status;
		const statusOf = (known: Contact | undefined) => ({
			status: statusToSave,
			statusSince: known?.status === statusToSave ? known.statusSince : now,
		});
		const ofContact = {
			...(isTold ? { tell: telling } : {}),
			...(isBaseline ? { baseline: episode } : {}),
		};
		if (isTold && this.isOfferedAgain(tellKey, episode)) this.offeredAgain += 1;

		const updates: PlannedUpdate[] = [];
		const isOfCampaign = tellKey === key;
		if (!isOfCampaign && (isTold || isBaseline)) {
			const by = (known: Contact | undefined) => ({ ...statusOf(known), ...ofContact });
			updates.push({ update: { key: tellKey, by }, tells: isTold ? index : undefined });
		}
		const isToBeKept =
			contact !== undefined ||
			(isOfCampaign && (isTold || isBaseline)) ||
			(statusToSave !== 'active' && !this.watched.stageOf);
		if (isToBeKept) {
			const by = (known: Contact | undefined) => ({
				...statusOf(known),
				...(hasLapsed ? { episode } : {}),
				...(isOfCampaign ? ofContact : {}),
			});
			updates.push({ update: { key, by }, tells: isTold && isOfCampaign ? index : undefined });
		}
		return updates;
	}

	private isOfferedAgain(key: ContactKey, episode: string): boolean {
		const contact = this.book.of(key);
		return contact?.state === 'claimed' && contact.episode === episode;
	}

	/**
	 * Takes down that the campaign has begun, after everybody of its first run: so a run that broke off is
	 * the first one still, and a first run in which everybody was active was one too.
	 */
	private async rememberStart(findings: readonly Finding[]): Promise<void> {
		const start = this.book.of(this.startKey);
		const { telling } = this.configuration;
		const isKnown = start !== undefined && (!telling || start.state === 'baseline');
		if (isKnown || findings.length === 0) return;
		await this.book.update([
			{
				key: this.startKey,
				by: (known) => ({
					status: FIRST_RUN,
					statusSince: known?.statusSince ?? this.watched.asOf,
					...(telling ? { baseline: FIRST_RUN } : {}),
				}),
			},
		]);
	}
}
