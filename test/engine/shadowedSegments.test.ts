import { condition } from './resultOf';
import { runNode } from './runWorkflow';

type Filter = ReturnType<typeof condition>;

const country = (operation: string, right: unknown) =>
	condition('={{ $json.country }}', 'string', operation, right);
const spent = (operation: string, right: unknown) =>
	condition('={{ $json.spent }}', 'number', operation, right);
const joined = (combinator: string, ...filters: Filter[]) => ({
	...filters[0],
	conditions: filters.flatMap(({ conditions }) => conditions),
	combinator,
});
const allOf = (...filters: Filter[]) => joined('and', ...filters);
const anyOf = (...filters: Filter[]) => joined('or', ...filters);

const segment = (name: string, conditions: object, enabled = true) => ({
	name,
	conditions,
	campaign: '',
	channel: 'none',
	enabled,
});

const people = (count: number) =>
	Array.from({ length: count }, (_, i) => ({
		id: i,
		country: ['DE', 'FR', 'AT'][i % 3],
		spent: i,
		isFan: i % 2 === 0,
	}));

const hintsOf = async (
	segments: object[],
	{ items = people(60), matching = 'first' }: { items?: object[]; matching?: string } = {},
) => (await runNode('splitBySegment', { segments: { values: segments }, matching }, items)).hints;

const EUROPE = segment('Europe', anyOf(country('equals', 'de'), country('equals', 'fr')));
const GERMANY = segment('Germany', country('equals', 'DE'));
const VIP = segment('VIP', spent('gte', 10));
const BIG = segment('Big Spenders', spent('gt', 20));

const taken = (name: string, by: string) =>
	`No item can ever go to "${name}": whoever meets its conditions meets those of ${by} before it. Move "${name}" up, or narrow ${by}.`;

describe('A segment behind one that takes all of its items', () => {
	it.each<[string, object[], string[]]>([
		['text', [EUROPE, GERMANY], [taken('Germany', '"Europe"')]],
		['numbers', [VIP, BIG], [taken('Big Spenders', '"VIP"')]],
		[
			'one of two conditions',
			[VIP, segment('Rich Germans', allOf(spent('gt', 20), country('equals', 'de')))],
			[taken('Rich Germans', '"VIP"')],
		],
		[
			'two segments together',
			[
				segment('France', country('equals', 'fr')),
				VIP,
				GERMANY,
				segment('Neighbours', EUROPE.conditions),
			],
			[taken('Neighbours', '"France" and "Germany"')],
		],
		[
			'dates',
			[
				segment('This Year', condition('={{ $json.at }}', 'dateTime', 'after', '2026-01-01')),
				segment('Spring', condition('={{ $json.at }}', 'dateTime', 'afterOrEquals', '2026-03-01')),
			],
			[taken('Spring', '"This Year"')],
		],
		[
			'the same segment twice',
			[VIP, segment('VIP Again', VIP.conditions)],
			[taken('VIP Again', '"VIP"')],
		],
	])('is pointed out: %s', async (_case, segments, expected) => {
		const items = people(60).map((one) => ({ ...one, at: '2026-05-01' }));
		expect(await hintsOf(segments, { items })).toEqual(expected);
	});

	it.each<[string, object[], string]>([
		['where the wider one comes last', [GERMANY, EUROPE, BIG, VIP], 'first'],
		['where the wider one is switched off', [{ ...EUROPE, enabled: false }, GERMANY], 'first'],
		['where it is switched off itself', [EUROPE, { ...GERMANY, enabled: false }], 'first'],
		['where items go to all segments', [EUROPE, GERMANY], 'all'],
	])('is not pointed out %s', async (_case, segments, matching) => {
		expect(await hintsOf(segments, { matching })).toEqual([]);
	});

	it('is pointed out with one item too', async () => {
		expect(await hintsOf([VIP, BIG], { items: people(1) })).toHaveLength(1);
	});
});

describe('A segment whose conditions exclude one another', () => {
	it.each<[string, object]>([
		['numbers', allOf(spent('gt', 10), spent('lt', 5))],
		['text', allOf(country('equals', 'de'), country('equals', 'fr'))],
		['beginnings', allOf(country('startsWith', 'd'), country('notStartsWith', 'D'))],
		['presence', allOf(spent('exists', ''), spent('notExists', ''))],
	])('is pointed out: %s', async (_case, conditions) => {
		for (const matching of ['first', 'all']) {
			expect(await hintsOf([segment('Nobody', conditions)], { matching })).toEqual([
				'No item can ever meet the conditions of "Nobody": they exclude one another. Change one of them, or let one be enough (OR).',
			]);
		}
	});
});

describe('A segment that got no item this time', () => {
	// Of different fields, so that only items tell that one takes all of another.
	const fans = segment('Fans', condition('={{ $json.isFan }}', 'boolean', 'true'));
	const everybody = segment('Everybody', condition('={{ $json.id }}', 'number', 'gte', 0));
	const rich = segment('Rich', spent('gt', 1_000_000));

	it.each<[string, object[], string[]]>([
		[
			'because of one before it',
			[everybody, fans],
			[
				'No item is left for "Fans": 30 items meet its conditions, but "Everybody" before it took them all. Move "Fans" up, or narrow "Everybody".',
			],
		],
		[
			'because of two before it',
			[
				segment('Early', condition('={{ $json.id < 30 }}', 'boolean', 'true')),
				everybody,
				segment('Any Fan', fans.conditions),
			],
			[
				'No item is left for "Any Fan": 30 items meet its conditions, but "Early" and "Everybody" before it took them all. Move "Any Fan" up, or narrow "Early" and "Everybody".',
			],
		],
		['because nobody is like that', [rich], ['No item meets the conditions of "Rich".']],
	])('is told of %s', async (_case, segments, expected) => {
		expect(await hintsOf(segments)).toEqual(expected);
	});

	it('is not told of where the segment is switched off, or only a few items came', async () => {
		expect(await hintsOf([everybody, { ...fans, enabled: false }])).toEqual([]);
		expect(await hintsOf([everybody, fans], { items: people(19) })).toEqual([]);
		expect(await hintsOf([rich], { items: people(19) })).toEqual([]);
	});

	it('is told of once: where no item has the field, that says it', async () => {
		const hints = await hintsOf([
			segment('Coloured', condition('={{ $json.colour }}', 'string', 'equals', 'red')),
		]);
		expect(hints).toEqual([expect.stringContaining('No item has the field "colour"')]);
	});

	it('is looked at without telling what is unreadable in items that were not asked', async () => {
		const recent = {
			...segment('Recent', {}),
			attributeGroups: {
				values: [{ rows: { values: [{ attribute: 'lastOrder', comparison: 'inLastDays' }] } }],
			},
		};
		const items = people(60).map((one) => ({ ...one, last_order: 'soon' }));
		const hints = (await hintsOf([everybody, recent], { items })).join('\n');
		expect(hints).toContain('No item meets the conditions of "Recent"');
		expect(hints).not.toContain('unreadable');
	});

	it('is looked at by some of many items', async () => {
		expect(await hintsOf([everybody, fans], { items: people(5_000) })).toEqual([
			expect.stringMatching(/at least 1,000 items meet its conditions/),
		]);
		expect(await hintsOf([everybody, rich], { items: people(5_000) })).toEqual([
			'No item went to "Rich", and none of 2,000 items that went to segments before it meets its conditions.',
		]);
	});
});
