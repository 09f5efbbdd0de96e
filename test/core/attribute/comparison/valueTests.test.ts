import fc from 'fast-check';

import type { Attribute } from '../../../../nodes/core/attribute/attributes';
import type { TextComparison } from '../../../../nodes/core/attribute/comparison/comparisons';
import {
	eventsSince,
	eventsWithin,
	type Event,
} from '../../../../nodes/core/attribute/comparison/eventCounts';
import { numberTest } from '../../../../nodes/core/attribute/comparison/numberTest';
import { textTest } from '../../../../nodes/core/attribute/comparison/textTest';
import { TimeZone } from '../../../../nodes/core/reading/TimeZone';

describe('textTest', () => {
	// Source: docstring of textTest.
	it.each<[TextComparison, Attribute | undefined, string[], unknown, boolean]>([
		['oneOf', undefined, ['Red', 'blue'], ' RED ', true],
		['oneOf', undefined, ['Red'], 'dark red', false],
		['oneOf', undefined, ['red'], ['blue', 'Red'], true],
		['oneOf', undefined, ['7'], 7, true],
		['noneOf', undefined, ['red'], ['blue', 'Red'], false],
		['noneOf', undefined, ['red'], 'blue', true],
		['containsAny', undefined, ['red', 'blue'], 'dark red', true],
		['containsAny', undefined, ['red'], ['green'], false],
		['containsAll', undefined, ['red', 'blue'], ['dark red', 'light blue'], true],
		['containsAll', undefined, ['red', 'blue'], 'dark red', false],
		['beginsWithAny', undefined, ['10', '20'], '2045', true],
		['beginsWithAny', undefined, ['10', '20'], '3010', false],
		['beginsWithAny', 'postalCode', ['SW1A1'], 'sw1a 1aa', true],
		['beginsWithAny', undefined, ['SW1A1'], 'sw1a 1aa', false],
		['oneOf', 'country', ['Germany'], 'DE', true],
		['oneOf', 'country', ['de'], 'Allemagne', true],
		['oneOf', 'country', ['Germany'], 'Austria', false],
		['oneOf', undefined, ['Germany'], 'DE', false],
		['noneOf', 'country', ['UK'], 'Great Britain', false],
		['oneOf', 'language', ['German'], 'de-AT', true],
		['oneOf', 'language', ['de-AT'], 'de', false],
		['oneOf', 'language', ['Français'], 'fr', true],
		['oneOf', 'gender', ['female'], 'Frau', true],
		['oneOf', 'gender', ['w'], 'Female', true],
		['oneOf', 'gender', ['female'], 'male', false],
		['oneOf', 'gender', ['agender'], 'Agender', true],
	])('%s of %s with %j: %j is %s', (comparison, attribute, texts, value, expected) => {
		expect(textTest(comparison, texts, attribute).accepts(value)).toBe(expected);
	});

	it('has none of the texts where it has not one of them, and all where it has each', () => {
		const texts = fc.array(fc.constantFrom('a', 'b', 'ab', 'c'), { minLength: 1, maxLength: 3 });
		fc.assert(
			fc.property(texts, texts, (asked, value) => {
				const is = (comparison: TextComparison, some = asked) =>
					textTest(comparison, some).accepts(value);
				expect(is('noneOf')).toBe(!is('oneOf'));
				expect(is('containsAll')).toBe(asked.every((one) => is('containsAny', [one])));
				if (is('oneOf')) expect(is('beginsWithAny') && is('containsAny')).toBe(true);
			}),
		);
	});

	it.each<[TextComparison, string]>([
		['oneOf', 'is dark red'],
		['noneOf', 'is dark red, blue (none of dark red)'],
		['containsAny', 'contains dark red'],
		['beginsWithAny', 'is dark red (begins with dark red)'],
	])('%s says what is so: %s', (comparison, words) => {
		expect(textTest(comparison, ['dark red']).tell(['dark red', 'blue'])).toBe(words);
	});
});

it('numberTest holds both ends', () => {
	const number = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
	fc.assert(
		fc.property(number, number, number, (one, other, value) => {
			const [from, to] = [Math.min(one, other), Math.max(one, other)];
			const { accepts } = numberTest({ from, to });
			expect(accepts(from) && accepts(to)).toBe(true);
			expect(accepts(value)).toBe(value >= from && value <= to);
		}),
	);
});

describe('counts of events', () => {
	const days = { today: 100, zone: new TimeZone('UTC') };
	const at = (day: number, hour = 0) => (day * 24 + hour) * 3_600_000;
	const event = (type: string, when: number | null): Event => ({ type, at: when });
	const some = (...types: string[]) => new Set(types);

	const EVENTS = [
		event('click', at(90, 10)),
		event('sent', at(90, 9)),
		event('sent', at(90, 10)),
		event('sent', at(95)),
		event('sent', at(100, 23)),
		event('sent', at(101)),
		event('visit', at(70)),
	];

	// Source: docstrings of eventsWithin and eventsSince.
	it.each([
		[some('sent'), undefined, 4],
		[some('sent'), 5, 2],
		[some('sent'), 4, 1],
		[some('sent'), 0, 1],
		[some(), 30, 6],
		[some(), 29, 5],
		[some('call'), 30, 0],
	])('of %p within %s days: %s', (types, within, expected) => {
		expect(eventsWithin(EVENTS, types, within, days)).toBe(expected);
	});

	it.each([
		[some('sent'), some('click'), 2],
		[some('sent'), some('call'), 4],
		[some(), some('click'), 2],
		[some('click'), some('sent'), 0],
		[some('sent'), some('sent'), 0],
		[some('sent'), some('click', 'visit'), 2],
	])('of %p since %p: %s', (types, since, expected) => {
		expect(eventsSince(EVENTS, types, since, days)).toBe(expected);
	});

	it('are not known where a date is missing that is needed', () => {
		const undated = [...EVENTS, event('sent', null)];
		expect(eventsWithin(undated, some('sent'), undefined, days)).toBe(5);
		expect(eventsWithin(undated, some('sent'), 30, days)).toBeUndefined();
		expect(eventsWithin(undated, some('click'), 30, days)).toBe(1);
		expect(eventsSince(undated, some('sent'), some('click'), days)).toBeUndefined();
		expect(eventsSince(undated, some('visit'), some('click'), days)).toBe(0);
	});

	it('do not depend on the order of the events', () => {
		const list = fc.array(
			fc.record({ type: fc.constantFrom('a', 'b'), at: fc.integer({ min: at(80), max: at(105) }) }),
		);
		fc.assert(
			fc.property(list, fc.nat(30), (events, within) => {
				const turned = [...events].reverse();
				const counts = (one: Event[]) => [
					eventsWithin(one, some('a'), within, days),
					eventsSince(one, some('a'), some('b'), days),
				];
				expect(counts(turned)).toEqual(counts(events));
			}),
		);
	});
});
