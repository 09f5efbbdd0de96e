import { listed } from '../../../nodes/core/wording/listed';

describe('listed', () => {
	it.each([
		[[], ''],
		[['gold'], 'gold'],
		[['gold', 'silver'], 'gold and silver'],
		[['gold', 'silver', 'bronze'], 'gold, silver and bronze'],
	])('of %j is %p', (parts, expected) => {
		expect(listed(parts)).toBe(expected);
	});

	it('puts another word before the last one', () => {
		expect(listed(['gold', 'silver', 'bronze'], 'or')).toBe('gold, silver or bronze');
	});
});
