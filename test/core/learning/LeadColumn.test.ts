import { leadColumns } from '../../../nodes/core/learning/LeadColumn';
import { nameWords } from '../../../nodes/core/learning/nameWords';

function columnOf(values: readonly unknown[], name = 'field') {
	const [column, ...more] = leadColumns({ name, category: 'fit', values });
	expect(more).toEqual([]);
	return column!;
}

function cellsOf(values: readonly unknown[], name?: string) {
	const { cells, codes } = columnOf(values, name);
	return Array.from(codes, (code) => {
		const cell = cells[code]!;
		if (cell.kind === 'number') return cell.value;
		return cell.kind === 'text' ? cell.key : `(${cell.kind})`;
	});
}

describe('leadColumns', () => {
	it.each<[string, unknown[], string, string]>([
		['numbers', [1, 2.5, -3], 'number', 'field'],
		['numbers as text', ['1200', '1,200', '1.200,50 €'], 'number', 'field'],
		['mostly numbers', [1, 2, 3, 'unknown', null], 'number', 'field'],
		['mostly texts', [1, 'a', 'b', 'c'], 'text', 'field'],
		['ranges', ['1-10', '11-50'], 'text', 'field'],
		['booleans', [true, false], 'text', 'field'],
		['digits with a zero in front', ['01234', '44135', '80331'], 'text', 'field'],
		['a code by its name', [80331, 10115], 'text', 'zipCode'],
		['dates', ['2025-01-31', '2025-02-01T10:00:00Z', '31.01.2025', null], 'date', 'field'],
		['times of epoch by their name', [1735689600, 1735689700], 'date', 'created_at'],
		['large numbers', [1735689600, 1735689700], 'number', 'revenue'],
		['nested records', [{ a: 1 }, { a: 2 }], 'nested', 'field'],
		['nothing', [null, undefined, ''], 'text', 'field'],
	])('takes %s', (_, values, form, name) => {
		expect(columnOf(values, name).form).toBe(form);
	});

	it('reads the same number, and the same text, however it is written', () => {
		expect(cellsOf([1200, '1200', '1,200', ' 1200.00 '])).toEqual([1200, 1200, 1200, 1200]);
		expect(cellsOf(['Retail', ' retail ', 'RETAIL', 'Rental'])).toEqual([
			'retail',
			'retail',
			'retail',
			'rental',
		]);
		expect(columnOf(['Retail', ' retail ']).cells).toEqual([
			{ kind: 'text', key: 'retail', value: 'Retail' },
		]);
	});

	it('takes blank values for not given, and tells how they were written', () => {
		expect(cellsOf([null, undefined, '', '  ', Number.NaN, 'a'])).toEqual([
			...Array.from({ length: 5 }, () => '(missing)'),
			'a',
		]);
		expect(columnOf(['', null])).toMatchObject({ hasWhiteSpace: false, hasNotANumber: false });
		expect(columnOf([' ', Number.NaN])).toMatchObject({ hasWhiteSpace: true, hasNotANumber: true });
	});

	it('lets no infinite number pass for one', () => {
		expect(cellsOf([1, 2, 3, Number.POSITIVE_INFINITY])).toEqual([1, 2, 3, 'infinity']);
	});

	it('gives a column for each tag of lists, the most frequent first', () => {
		const columns = leadColumns({
			name: 'tags',
			category: 'engagement',
			values: [['Webinar', 'ebook'], ['webinar', 'webinar'], [], null, 'ebook', ['webinar', '']],
		});
		expect(columns.map(({ tag, codes }) => [tag, Array.from(codes)])).toEqual([
			['Webinar', [1, 1, 0, 0, 0, 1]],
			['ebook', [1, 0, 0, 0, 1, 0]],
		]);
	});
});

describe('nameWords', () => {
	it.each([
		['deal.closeDate_2', ['deal', 'close', 'date']],
		['poutcome', ['poutcome']],
		['HTTPStatus', ['http', 'status']],
		['Größe-Firma', ['größe', 'firma']],
		['', []],
	])('of %p are %j', (name, words) => {
		expect(nameWords(name)).toEqual(words);
	});
});
