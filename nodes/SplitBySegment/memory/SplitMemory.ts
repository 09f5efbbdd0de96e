import type { NodeExecutionHint } from 'n8n-workflow';

import { rememberedSegment } from '../../core/segment/tellOnce/rememberedSegment';
import { counted } from '../../core/wording/formatNumber';
import { ContactBook } from '../../shared/memory/ContactBook';
import type { CustomerMemory } from '../../shared/memory/CustomerMemory';
import { openMemory } from '../../shared/memory/openMemory';
import { settleCustomers } from '../../shared/memory/settleCustomers';
import { note, warning } from '../../shared/tellUser';
import type { Placed } from '../judging/Placed';
import type { SplitRun } from '../schemes/Scheme';
import { CustomerKeys } from './CustomerKeys';
import type { SplitMemoryConfiguration } from './readSplitMemory';

/** What is remembered of the customers of a run, read and written once for all of them. */
export class SplitMemory {
	private withoutKey = 0;

	private readonly strangeNames = { customers: 0, first: '' };

	private constructor(
		private readonly run: SplitRun,
		private readonly memory: CustomerMemory,
		/** As the memory knows them, by item; undefined for who cannot be told apart from others. */
		private readonly customers: ReadonlyArray<string | undefined>,
		/** Who was told what; undefined where nobody asks. */
		readonly book: ContactBook | undefined,
		private readonly tellsOnce: boolean,
	) {}

	/** Opens the memory, and reads who was told what where that is asked for. */
	static async open(
		run: SplitRun,
		{ store, customer, rules }: SplitMemoryConfiguration,
		needsContacts: boolean,
	): Promise<SplitMemory> {
		const memory = openMemory(run.context, store);
		const keys = new CustomerKeys(customer, run);
		const customers = run.items.map((item, itemIndex) => {
			const key = keys.of(item, itemIndex);
			return key === undefined ? undefined : memory.keyOf(key);
		});
		const known = [...new Set(customers)].filter((one) => one !== undefined);
		const { zone, asOf: now } = run;
		const book = needsContacts
			? await ContactBook.open(memory, known, rules, { zone, now })
			: undefined;
		return new SplitMemory(run, memory, customers, book, rules !== undefined);
	}

	/** The customer of an item as the memory knows them; undefined for who cannot be told apart from others. */
	customerOf(itemIndex: number): string | undefined {
		return this.customers[itemIndex];
	}

	/** When the customer of an item was last told anything, on one channel or on any. */
	lastContactAt(itemIndex: number, channel: string | null): number | undefined {
		const customer = this.customers[itemIndex];
		if (customer === undefined) return undefined;
		return this.book?.lastContactAt(customer, channel) ?? undefined;
	}

	/**
	 * Remembers the segments that the run found, and tells the verdicts what was remembered before. Of
	 * several items of a customer the last one counts, and of several segments the first.
	 *
	 * @param names of all segments of the node
	 */
	async remember(placed: readonly Placed[], names: ReadonlySet<string>): Promise<void> {
		const found = new Map<string, string>();
		for (const { verdicts, itemIndex } of placed) {
			const customer = this.customers[itemIndex];
			if (customer === undefined) this.withoutKey += 1;
			else if (verdicts[0]) found.set(customer, verdicts[0].name);
		}
		const settled = await this.settle(found);
		for (const { previousName } of settled.values()) {
			if (previousName === null || names.has(previousName)) continue;
			this.strangeNames.customers += 1;
			this.strangeNames.first ||= previousName;
		}
		for (const { verdicts, itemIndex } of placed) {
			const customer = this.customers[itemIndex];
			const known = customer === undefined ? undefined : settled.get(customer);
			for (const verdict of verdicts) {
				const { name } = verdict;
				// What a field of the item says of last time goes first.
				verdict.previousName ??= known?.previousName ?? null;
				verdict.changed = verdict.previousName === null ? null : verdict.previousName !== name;
				const isRemembered = known !== undefined && found.get(customer!) === name;
				verdict.since = isRemembered ? this.run.zone.toIso(known.since) : null;
			}
		}
	}

	/** What the user should know once all items were asked about. */
	hints(): NodeExecutionHint[] {
		const { withoutKey, strangeNames } = this;
		const hints = [...this.memory.hints()];
		if (withoutKey > 0) {
			const are = withoutKey === 1 ? 'was' : 'were';
			const told = this.tellsOnce ? ` and ${are} told nothing` : '';
			hints.push(
				warning(
					`${counted(withoutKey, 'item')} without a customer key ${are} split without memory${told}. Name the field that identifies a customer under Customer Field.`,
				),
			);
		}
		if (strangeNames.customers > 0) {
			hints.push(
				note(
					`The memory holds segments that this node does not have for ${counted(strangeNames.customers, 'customer')}, e.g. "${strangeNames.first}". Where they were not renamed, another node splits the same customers: give each a memory table of its own to tell who moved.`,
				),
			);
		}
		return hints;
	}

	private async settle(found: ReadonlyMap<string, string>) {
		const settled = await settleCustomers(this.memory.customers, [...found.keys()], (remembered) =>
			[...found].map(([customer, name]) => {
				const { values, ...result } = rememberedSegment(
					remembered.get(customer)?.values,
					name,
					this.run.asOf,
				);
				return { customer, values, result };
			}),
		);
		return new Map([...found.keys()].map((customer, i) => [customer, settled[i]!]));
	}
}
