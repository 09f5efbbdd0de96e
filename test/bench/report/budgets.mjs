import { duration, grouped } from './units.mjs';

/**
 * A budget of a comparison has a `text`, and `isMet` holds it against the median milliseconds per
 * item of ours and of the peer. This one: the peer takes at least so many times as long as ours.
 */
export const timesAsFast = (times) => ({
	text: `at least ${grouped(times)}x as fast`,
	isMet: (ours, peer) => peer >= times * ours,
});

/** Ours takes at most so many times as long as the peer. */
export const timesAsLong = (times) => ({
	text: times === 1 ? 'no slower' : `at most ${grouped(times)}x as long`,
	isMet: (ours, peer) => ours <= times * peer,
});

/** Ours takes less than so many milliseconds for so many items, whatever the peer takes. */
export const timeFor = (items, milliseconds) => ({
	text: `under ${duration(milliseconds)} for ${grouped(items)}`,
	isMet: (ours) => ours < milliseconds / items,
});

/** The comparison is for information. */
export const noBudget = { text: 'none' };

/**
 * Cost grows linearly: in a log-log plot it rises no more steeply than this, which leaves room for
 * caches that overflow.
 */
export const STEEPEST_SLOPE = 1.1;

/** The heap grows by less than so many times what the input items hold. */
export const HEAP_GROWTH = 3;
