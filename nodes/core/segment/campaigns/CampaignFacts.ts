import type { LapseStatus, Watch } from '../../lapse/LapseVerdict';
import type { LeadBand } from '../../lead/LeadModel';
import type { LifecycleStage } from '../../lifecycle/LifecycleStage';

/** What is known of a person for the ready campaigns; undefined where something is not known. */
export interface CampaignFacts {
	stage?: LifecycleStage;
	orders?: number;
	/** Days ago, on the calendar; below zero in the future. */
	firstOrderDays?: number;
	lastOrderDays?: number;
	signUpDays?: number;
	lastActivityDays?: number;
	/** Days within which the next order is expected. */
	expectedIntervalDays?: number;
	lapse?: {
		watch: Watch | undefined;
		status: LapseStatus;
		/** Days the silence has lasted. */
		daysSince?: number;
		/** Whether Detect Lapsed holds the person back from being acted on in this run. */
		isHeld: boolean;
	};
	band?: LeadBand;
	score?: number;
	isUnsubscribed: boolean;
	/** Categories or products that were looked at. */
	viewed: readonly string[];
}

/** How far back the ready campaigns look, in days. */
export interface CampaignWindows {
	/** Welcome: since the first order or the sign-up. */
	welcomeDays: number;
	/** Second Purchase: since the only order, of whom no lifecycle stage is known. */
	secondPurchaseDays: number;
	/** Product Interest: since the last activity, where one is known. */
	interestDays: number;
}
