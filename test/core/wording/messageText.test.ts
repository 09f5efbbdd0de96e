import { messageText } from '../../../nodes/core/wording/messageText';

describe('messageText', () => {
	it('puts lines below each other, and an empty one between paragraphs', () => {
		expect(messageText([['a', 'b'], ['c_d']])).toBe('a\nb\n\nc d');
	});

	it.each([
		[4096, 4096, 'x'],
		[4097, 4096, '…'],
	])('of %p units has %p, the last is %p', (length, expected, last) => {
		const text = messageText([['x'.repeat(length)]]);
		expect(text).toHaveLength(expected);
		expect(text.slice(-1)).toBe(last);
	});
});
