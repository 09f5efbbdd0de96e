import { activeCampaign } from './activeCampaign';
import { hubSpot } from './hubSpot';
import { mailchimp } from './mailchimp';
import { pipedrive } from './pipedrive';
import { shopify } from './shopify';
import type { SourcePreset, SourceRecord } from './SourcePreset';
import { stripe } from './stripe';
import { unwrapRecord } from './unwrapRecord';
import { wooCommerce } from './wooCommerce';

/** The systems that are known by name, with permanent names. */
export const PRESETS = Object.freeze({
	activeCampaign,
	hubSpot,
	mailchimp,
	pipedrive,
	shopify,
	stripe,
	wooCommerce,
} satisfies Record<string, SourcePreset>);

export type PresetName = keyof typeof PRESETS;

/** So many items are looked at to tell where they come from. */
const SAMPLE = 100;

/**
 * The system that most of the first items come from; undefined where not one of them is recognised.
 */
export function recogniseSource(records: readonly SourceRecord[]): SourcePreset | undefined {
	const found = new Map<SourcePreset, number>();
	for (const json of records.slice(0, SAMPLE)) {
		const unwrapped = unwrapRecord(json);
		if (!('record' in unwrapped)) continue;
		const preset = Object.values(PRESETS).find(({ recognises }) => recognises(unwrapped.record));
		if (preset) found.set(preset, (found.get(preset) ?? 0) + 1);
	}
	let best: SourcePreset | undefined;
	for (const [preset, count] of found) if (!best || count > found.get(best)!) best = preset;
	return best;
}
