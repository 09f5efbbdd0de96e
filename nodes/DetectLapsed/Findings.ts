import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import type { KnownFacts } from '../core/lapse/knownFacts';
import type { LapseVerdict } from '../core/lapse/LapseVerdict';
import type { ContactStage } from '../core/memory/decideContact';
import type { TimeZone } from '../core/reading/TimeZone';

/** Somebody or something whose silence is to be judged. */
export interface Subject {
	customerKey: string;
	/** The cart or the deal that it is, beside others of the customer; empty for the customer. */
	about: string;
	/** Index of the item whose data the verdict is added to. */
	item: number;
	/** Indexes of all items that the verdict is made from. */
	sources: number | readonly number[];
	/** What the fields of the items tell. */
	known: KnownFacts;
	/** Judges by what is remembered beside the fields; undefined where nothing can be said. */
	judge(remembered: KnownFacts): LapseVerdict | undefined;
}

/** One verdict, and whose it is. */
export interface Finding {
	verdict: LapseVerdict;
	subject: Subject;
}

/** What a watch found in the items of a run, before it is judged. */
export interface Watched {
	subjects: readonly Subject[];
	zone: TimeZone;
	/** Reference instant: everything is judged as of then. */
	asOf: number;
	/** Which contact is due by a verdict, where what is watched is told in stages. */
	stageOf?: (verdict: LapseVerdict) => ContactStage | undefined;
	/** Items for records that could not be read, where the user wants them. */
	failures: readonly INodeExecutionData[];
	/** Tells what was read and what was not, once all verdicts are given; `more` is to be added. */
	tellUser: (...more: NodeExecutionHint[]) => void;
}
