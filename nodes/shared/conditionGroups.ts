import type { INodeExecutionData } from 'n8n-workflow';

import type { Constraint } from '../core/segment/overlap/Constraint';
import type { AskedConditions, OnUnreadable } from './conditions';
import type { ItemReader } from './NodeParameters';

/**
 * Conditions that are groups of others: all of them have to be met, or any. Groups that ask for
 * nothing are left out.
 */
export class ConditionGroups implements AskedConditions {
	private readonly parts: readonly AskedConditions[];

	/** @param owner the rule or segment the conditions belong to, for messages */
	private constructor(
		readonly owner: string,
		parts: readonly AskedConditions[],
		private readonly combinator: 'and' | 'or',
	) {
		this.parts = parts;
	}

	/** The parts as one; a single part that asks for anything stands for itself. */
	static of(
		owner: string,
		parts: readonly AskedConditions[],
		combinator: 'and' | 'or',
	): AskedConditions {
		const asking = parts.filter(({ isEmpty }) => !isEmpty);
		const [only] = asking;
		return only && asking.length === 1 ? only : new ConditionGroups(owner, asking, combinator);
	}

	get isEmpty(): boolean {
		return this.parts.length === 0;
	}

	get fixedTexts(): string[] {
		return this.parts.flatMap(({ fixedTexts }) => fixedTexts);
	}

	get fields(): ReadonlyMap<string, ItemReader> {
		return new Map(this.parts.flatMap(({ fields }) => [...fields]));
	}

	get names(): string[] {
		return this.parts.flatMap(({ names }) => names);
	}

	get constraint(): Constraint {
		const parts = this.parts.map(({ constraint }) => constraint);
		return this.combinator === 'and' ? { all: parts } : { any: parts };
	}

	isMetBy(item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable): boolean {
		const isDecisive = this.combinator === 'or';
		for (const part of this.parts) {
			if (part.isMetBy(item, itemIndex, onUnreadable) === isDecisive) return isDecisive;
		}
		return !isDecisive;
	}

	evidence(item: INodeExecutionData, itemIndex: number): string {
		const { parts, combinator } = this;
		if (combinator === 'and') {
			return parts.map((part) => part.evidence(item, itemIndex)).join(' and ');
		}
		// As in isMetBy, the first part that decides ends the asking.
		const met = parts.find((part) => part.isMetBy(item, itemIndex, () => {}));
		return met?.evidence(item, itemIndex) ?? '';
	}
}
