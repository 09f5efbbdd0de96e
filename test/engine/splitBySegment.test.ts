import type { SegmentVerdict } from '../../nodes/core/segment/SegmentVerdict';
import { condition, resultOf, sourcesOf } from './resultOf';
import { runNode, runWorkflow, singleNodeWorkflow } from './runWorkflow';

const segment = (name: string, conditions: object, more: object = {}) => ({
	name,
	conditions,
	campaign: '',
	channel: 'none',
	enabled: true,
	...more,
});

const SEGMENTS = [
	segment('VIP', condition('={{ $json.spent }}', 'number', 'gte', 1000), {
		campaign: 'vip-thanks',
		channel: 'email',
	}),
	segment('Germany', condition('={{ $json.address.country }}', 'string', 'equals', 'de'), {
		campaign: '={{ "news-" + $json.address.country.toLowerCase() }}',
	}),
	segment('Fans', condition('={{ $json.tags }}', 'array', 'contains', 'fan')),
];

const ITEMS = [
	{ id: 1, spent: 1500, address: { country: 'DE' }, tags: [] },
	{ id: 2, spent: '1000', address: { country: 'FR' }, tags: [] },
	{ id: 3, spent: 5, address: { country: 'De' }, tags: ['fan'] },
	{ id: 4, spent: 5, address: { country: 'FR' }, tags: ['FAN', 'news'] },
	{ id: 5, spent: 5 },
];

const split = (parameters: object, items: object[] = ITEMS, node = {}) =>
	runNode('splitBySegment', { segments: { values: SEGMENTS }, ...parameters }, items, node);

const ids = (outputs: Awaited<ReturnType<typeof split>>['outputs']) =>
	outputs.map((items) => items.map((item) => item.json.id));

describe('Split by Segment in the engine', () => {
	it("compares dates without a zone in the workflow's own, whatever ran before", async () => {
		const since = segment(
			'Since',
			condition('={{ $json.at }}', 'dateTime', 'after', '2026-11-22T00:00:00'),
		);
		// Past midnight in Tokyo, not yet in New York.
		const item = { id: 1, at: '2026-11-21T16:00:00Z' };
		const outputIn = async (timezone: string) => {
			const saved = singleNodeWorkflow('splitBySegment', { segments: { values: [since] } });
			const run = await runWorkflow({ ...saved, settings: { timezone } }, [item]);
			return run('Node').outputs.findIndex((output) => output.length > 0);
		};
		expect(await outputIn('Asia/Tokyo')).toBe(1);
		expect(await outputIn('America/New_York')).toBe(0);
		expect(await outputIn('Asia/Tokyo')).toBe(1);
	});

	it.each<[unknown, number]>([
		['my own', 1],
		[['my', 'own'], 1],
		[{ my: 'own' }, 1],
		[null, 0],
		[{ name: 'VIP', matched: ['VIP'] }, 0],
	])('tells when it replaces %p, unless that is an earlier result', async (value, told) => {
		const run = await split({}, [{ id: 1, segment: value }]);
		expect(run.hints.filter((hint) => hint.includes('was replaced'))).toHaveLength(told);
	});

	it('sends everyone else first, then each item to its first segment', async () => {
		const run = await split({});
		expect(ids(run.outputs)).toEqual([[5], [1, 2], [3], [4]]);
		expect(resultOf(run.outputs[1]?.[0], 'segment')).toEqual({
			name: 'VIP',
			matched: ['VIP'],
			priority: 1,
			campaign: 'vip-thanks',
			channel: 'email',
			owner: null,
			suppressed: false,
			suppressedBy: null,
			suppressedReason: null,
			suppressedUntil: null,
			control: null,
			previousName: null,
			changed: null,
			reason: 'VIP: spent is 1500 (at least 1000).',
		});
		expect(resultOf(run.outputs[0]?.[0], 'segment')).toMatchObject({
			name: 'Everyone Else',
			matched: [],
			campaign: null,
		});
		expect(resultOf<SegmentVerdict>(run.outputs[2]?.[0], 'segment').campaign).toBe('news-de');
		expect(run.outputs[3]?.[0]?.json).toMatchObject(ITEMS[3] as object);
		expect(run.outputs.flat().flatMap(sourcesOf)).toEqual([4, 0, 1, 2, 3]);
	});

	it('sends an item to all its segments where that is wanted', async () => {
		const run = await split({ matching: 'all' });
		expect(ids(run.outputs)).toEqual([[5], [1, 2], [1, 3], [3, 4]]);
		expect(run.outputs[2]?.map((item) => resultOf(item, 'segment'))).toMatchObject([
			{ name: 'Germany', matched: ['VIP', 'Germany'] },
			{ name: 'Germany', matched: ['Germany', 'Fans'] },
		]);
	});

	it('keeps the place of a segment that is switched off', async () => {
		const [vip, ...others] = SEGMENTS;
		const run = await split({ segments: { values: [{ ...vip, enabled: false }, ...others] } });
		expect(ids(run.outputs)).toEqual([[2, 5], [], [1, 3], [4]]);
	});

	it('puts every item into one output where that is wanted', async () => {
		const run = await split({ outputMode: 'single', matching: 'all' });
		expect(ids(run.outputs)).toEqual([[1, 2, 3, 4, 5]]);
		expect(run.outputs[0]?.map((item) => resultOf(item, 'segment').name)).toEqual([
			'VIP',
			'VIP',
			'Germany',
			'Fans',
			'Everyone Else',
		]);
	});

	it('marks who must not be contacted, and leaves them in their segment', async () => {
		const run = await split(
			{ leaveAlone: { unsubscribedField: 'optOut' }, options: { previousSegmentField: 'was' } },
			[
				{ id: 1, spent: 2000, optOut: true, was: 'VIP' },
				{ id: 2, spent: 2000, optOut: 'no', was: 'Fans', lifecycle: { stage: 'lost' } },
				{ id: 3, spent: 2000, optOut: '2026-01-01', lapse: { status: 'active' } },
				{ id: 4, spent: 2000, optOut: '', lapse: { status: 'lost' } },
				{ id: 5, spent: 2000, optOut: 0 },
			],
		);
		expect(run.outputs[1]?.map((item) => resultOf(item, 'segment'))).toMatchObject([
			{ suppressed: true, suppressedReason: 'Unsubscribed.', changed: false },
			{
				suppressed: true,
				suppressedReason: 'Lost: leave in peace.',
				previousName: 'Fans',
				changed: true,
			},
			{ suppressed: true, suppressedReason: 'Unsubscribed.' },
			{ suppressed: true, suppressedReason: 'Lost: leave in peace.' },
			{ suppressed: false, suppressedReason: null },
		]);
	});

	it('gives n8n what it cannot compile, and gets the same answer', async () => {
		const run = await split(
			{
				segments: {
					values: [
						segment('Even', condition('={{ $json.id % 2 === 0 }}', 'boolean', 'true')),
						segment(
							'As Long as the Name',
							condition('={{ $json.id }}', 'number', 'equals', '={{ "abc".length }}'),
						),
						segment(
							'Own Limit',
							condition('={{ $json.id }}', 'number', 'equals', '={{ $json.limit }}'),
						),
					],
				},
			},
			[
				{ id: 1, limit: 1 },
				{ id: 2, limit: 9 },
				{ id: 3, limit: 9 },
				{ id: 5, limit: 9 },
			],
		);
		expect(ids(run.outputs)).toEqual([[5], [2], [3], [1]]);
	});

	// Each found beside Switch: n8n gives parameters its own date type as text.
	it.each<[string, object, number, number]>([
		['no number', condition('={{ $json.id }}', 'number', 'lt', '={{ $now }}'), 0, 1],
		['text', condition('={{ $now }}', 'string', 'startsWith', '2'), 1, 0],
		[
			'text for each item',
			condition('={{ DateTime.fromISO($json.on) }}', 'string', 'startsWith', '2026-03-01T'),
			1,
			0,
		],
		[
			'text in a list',
			condition(
				'={{ [DateTime.fromISO($json.on)] }}',
				'array',
				'contains',
				'={{ DateTime.fromISO($json.on) }}',
			),
			1,
			0,
		],
	])('takes a date that an expression gives as %s', async (_as, conditions, output, warnings) => {
		const run = await split({ segments: { values: [segment('Dated', conditions)] } }, [
			{ id: 1, on: '2026-03-01' },
		]);
		expect(run.outputs.findIndex((items) => items.length > 0)).toBe(output);
		expect(run.hints.filter((hint) => hint.includes('taken as not met'))).toHaveLength(warnings);
	});

	it('says when it takes the place of a field of the items', async () => {
		const run = await split({}, [
			{ id: 1, segment: 'old' },
			{ id: 2, segment: { name: 'of an earlier run', matched: [] } },
		]);
		expect(run.hints).toContainEqual(
			'The field "segment" of 1 item was replaced by the result. To keep it, choose another Output Field in Options.',
		);
	});

	it('says that no item has a field only where that is so', async () => {
		const all = await split({}, [{ id: 1, spent: 2000, tags: ['fan'] }]);
		expect(all.hints).toEqual([expect.stringContaining('No item has the field "address.country"')]);
	});

	it('asks for the name of a segment before its conditions', async () => {
		const run = await split({ segments: { values: [segment('', {})] } });
		expect(run.error?.message).toBe('Segment 1 has no name');
	});

	it('says when a condition compares a typed field name instead of the field', async () => {
		const typed = segment('Big Spenders', condition('spent', 'string', 'equals', '5'));
		const run = await split({ segments: { values: [typed] } });
		expect(run.outputs[1]).toEqual([]);
		expect(run.hints).toEqual([
			'The conditions of "Big Spenders" compare the text "spent" itself, not a field. Drag the field in from the input panel instead of typing its name.',
		]);
	});

	it('asks nothing of a row that was added and left untouched', async () => {
		const vip = condition('={{ $json.spent }}', 'number', 'gte', 1000);
		const [row] = vip.conditions;
		const untouched = {
			id: '2',
			leftValue: '',
			rightValue: '',
			operator: { type: 'string', operation: 'equals' },
		};
		const conditions = { ...vip, conditions: [row, untouched], combinator: 'or' };
		const run = await split({ segments: { values: [segment('VIP', conditions)] } });
		expect(ids(run.outputs)).toEqual([
			[3, 4, 5],
			[1, 2],
		]);
	});

	it('loses none of 100,000 items', async () => {
		const many = Array.from({ length: 100_000 }, (_, id) => ({
			id,
			spent: id % 2000,
			tags: id % 3 ? [] : ['fan'],
		}));
		const run = await split({}, many);
		expect(run.outputs.reduce((sum, output) => sum + output.length, 0)).toBe(100_000);
		expect(run.outputs[1]).toHaveLength(50_000);
		expect(run.outputs[3]).toHaveLength(
			many.filter(({ id, spent }) => spent < 1000 && id % 3 === 0).length,
		);
	});
});
