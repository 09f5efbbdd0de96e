import { activeCampaign } from './activeCampaign';
import { hubSpot } from './hubSpot';
import { mailchimp } from './mailchimp';
import { pipedrive } from './pipedrive';
import { shopify } from './shopify';
import { recordsIn, type SourcePreset, type SourceRecord } from './SourcePreset';
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

/** The record of an item, or the first of a list that still has to be split into items. */
function firstRecordIn(json: SourceRecord): SourceRecord | undefined {
	const unwrapped = unwrapRecord(json);
	if ('record' in unwrapped) return unwrapped.record;
	const list = 'list' in unwrapped ? recordsIn(json[unwrapped.list]) : [];
	return list[0] && firstRecordIn(list[0]);
}

/**
 * The system that most of the first items come from; undefined where not one of them is recognised.
 */
export function recogniseSource(
	items: ReadonlyArray<{ json: SourceRecord }>,
): SourcePreset | undefined {
	const found = new Map<SourcePreset, number>();
	for (const { json } of items.slice(0, SAMPLE)) {
		const record = firstRecordIn(json);
		const preset = record && Object.values(PRESETS).find(({ recognises }) => recognises(record));
		if (preset) found.set(preset, (found.get(preset) ?? 0) + 1);
	}
	let best: SourcePreset | undefined;
	for (const [preset, count] of found) if (!best || count > found.get(best)!) best = preset;
	return best;
}
