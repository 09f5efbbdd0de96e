import {
	inNaturalOrder,
	readFieldValues,
	valueKey,
} from '../../../../nodes/core/segment/values/fieldValues';

describe('readFieldValues', () => {
	it.each<[unknown, string[] | string]>([
		[' DE ', ['DE']],
		[5, ['5']],
		[0, ['0']],
		[false, ['false']],
		[
			['fan ', 5, null, ''],
			['fan', '5'],
		],
		['', 'missing'],
		[null, 'missing'],
		[undefined, 'missing'],
		[[], 'missing'],
		[[null, ' '], 'missing'],
		[{ name: 'DE' }, 'unreadable'],
		[['fan', {}], 'unreadable'],
		[[['fan']], 'unreadable'],
	])('reads %p as %p', (value, expected) => {
		const reading = readFieldValues(value);
		expect(reading.ok ? reading.value : reading.problem).toEqual(expected);
	});
});

describe('Values', () => {
	it('are the same whatever their case and the space around', () => {
		expect(new Set(['De', ' DE', 'de '].map(valueKey))).toEqual(new Set(['de']));
	});

	it('stand in natural order, whatever order they come in', () => {
		const texts = ['Week 10', 'Week 9', 'apple', 'Banana', '2', '10', '01', '1'];
		const sorted = ['01', '1', '2', '10', 'apple', 'Banana', 'Week 9', 'Week 10'];
		expect(inNaturalOrder(texts)).toEqual(sorted);
		expect(inNaturalOrder([...texts].reverse())).toEqual(sorted);
	});
});
