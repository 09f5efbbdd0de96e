import { isBlank, notRead, read, type Reading } from '../../core/reading/Reading';
import { TimeZone } from '../../core/reading/TimeZone';
import type { QuietTimes } from '../../core/segment/leaveAlone/QuietTimes';
import type { Wait } from '../../core/segment/leaveAlone/Wait';
import type { ItemField } from '../../shared/NodeParameters';
import type { SplitRun } from '../schemes/Scheme';

/** What nobody hears when it arrives. */
const SILENT_CHANNELS: ReadonlySet<string> = new Set(['ads', 'post']);

const UNKNOWN = notRead('unreadable');

/** Tells for whom it is night or a quiet day, by the clocks where they are. */
export class QuietCheck {
	/** By name as the items have it; the zones that nobody knows too. */
	private readonly zones = new Map<string, Reading<TimeZone>>();

	/** All people of a zone share the answer. */
	private readonly waits = new Map<TimeZone, Wait | undefined>();

	private lastIndex = -1;

	private lastZone: TimeZone;

	private readonly zoneField: ItemField | undefined;

	/** @param named the field with the zone of a person; without one it is recognised */
	constructor(
		private readonly times: QuietTimes,
		named: ItemField | undefined,
		private readonly run: SplitRun,
	) {
		this.lastZone = run.zone;
		this.zoneField = named ?? recognisedZone(run);
	}

	/** The wait until somebody may be woken; undefined where it is not quiet. */
	waitOf(itemIndex: number, channel: string): Wait | undefined {
		if (SILENT_CHANNELS.has(channel)) return undefined;
		const zone = this.zoneOf(itemIndex);
		if (this.waits.has(zone)) return this.waits.get(zone);
		const wait = this.waitIn(zone);
		this.waits.set(zone, wait);
		return wait;
	}

	/** The first instant, from the given one on, at which it is not quiet for a person. */
	endFrom(instant: number, itemIndex: number, channel: string): number {
		if (SILENT_CHANNELS.has(channel)) return instant;
		return this.times.endFrom(instant, this.zoneOf(itemIndex));
	}

	private waitIn(zone: TimeZone): Wait | undefined {
		const { asOf } = this.run;
		const quiet = this.times.at(asOf, zone);
		if (!quiet) return undefined;
		const now = zone.toIso(asOf);
		const reason =
			quiet === 'day'
				? `Quiet day: ${now.slice(0, 10)} in ${zone.name}.`
				: `Quiet hours: it is ${now.slice(11, 16)} in ${zone.name}.`;
		return { by: 'quietHours', reason, until: this.times.endFrom(asOf, zone) };
	}

	/** Asked several times about a person, the field is read once. */
	private zoneOf(itemIndex: number): TimeZone {
		const { facts, zone } = this.run;
		if (!this.zoneField) return zone;
		if (itemIndex !== this.lastIndex) {
			this.lastIndex = itemIndex;
			this.lastZone = facts.by(this.zoneField, itemIndex, this.readZone) ?? zone;
		}
		return this.lastZone;
	}

	private readonly readZone = (value: unknown): Reading<TimeZone> => {
		if (typeof value !== 'string' || isBlank(value)) return UNKNOWN;
		let zone = this.zones.get(value);
		if (!zone) {
			zone = zoneNamed(value.trim());
			this.zones.set(value, zone);
		}
		return zone;
	};
}

function zoneNamed(name: string): Reading<TimeZone> {
	try {
		return read(new TimeZone(name));
	} catch {
		return UNKNOWN;
	}
}

function recognisedZone({ attributes }: SplitRun): ItemField | undefined {
	const found = attributes.operandIfFound('timeZone');
	if (!found) return undefined;
	return { label: 'Time Zone', name: found.name, read: found.read, isOfSource: true };
}
