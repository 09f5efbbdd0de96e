import fc from 'fast-check';

import {
	EMPTY_LOG,
	inLogOrder,
	readActivityLog,
	writeActivityLog,
	type ActivityLog,
} from '../../../nodes/core/memory/activityLog';

const NAMES = ['url', '@country', '={{ $json.page }}'];

const value = fc.oneof(
	fc.string(),
	fc.integer(),
	fc.boolean(),
	fc.constant(null),
	fc.array(fc.oneof(fc.string(), fc.constant(null))),
	fc.record({ page: fc.string() }),
);

const activity = fc.record({
	at: fc.option(fc.integer({ min: -1e12, max: 4e12 })),
	name: fc.string(),
	id: fc.option(fc.string()),
	asked: fc.record(
		{ [NAMES[0]!]: value, [NAMES[1]!]: value, [NAMES[2]!]: value },
		{ requiredKeys: [] },
	),
});

const log: fc.Arbitrary<ActivityLog> = fc.record({
	asked: fc.constant(NAMES),
	lastAt: fc.option(fc.integer({ min: 0, max: 4e12 })),
	activities: fc.array(activity, { minLength: 1 }),
});

describe('An activity log', () => {
	it('is compact: seconds, each type once, nothing that is not known', () => {
		const view = { at: 1767225600000, name: 'view', id: '7', asked: { url: '/pricing' } };
		const demo = { at: 1767225600500, name: 'demo', id: null, asked: {} };
		expect(writeActivityLog({ asked: ['url'], lastAt: null, activities: [demo, view] })).toBe(
			'{"v":1,"asked":["url"],"types":["demo","view"],"activities":[[1767225600,1,"7","/pricing"],["1767225600500",0]]}',
		);
	});

	it('is read as it was written', () => {
		fc.assert(
			fc.property(log, (one) => {
				const read = readActivityLog(writeActivityLog(one))!;
				expect(new Set(read.asked)).toEqual(new Set(one.asked));
				expect(read.lastAt).toBe(one.lastAt);
				expect(JSON.stringify(inLogOrder(read.activities))).toBe(
					JSON.stringify(
						inLogOrder(one.activities).map(({ at, name, id, asked }) => ({
							at,
							name,
							id,
							asked: Object.fromEntries(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))),
						})),
					),
				);
			}),
		);
	});

	it('is the same text in whatever order activities come', () => {
		fc.assert(
			fc.property(log, (one) => {
				const turned = { ...one, activities: [...one.activities].reverse() };
				expect(writeActivityLog(turned)).toBe(writeActivityLog(one));
			}),
		);
	});

	it('is empty for nothing', () => {
		expect(writeActivityLog(EMPTY_LOG)).toBe('');
		expect(readActivityLog(' ')).toEqual(EMPTY_LOG);
	});

	it.each([
		'nothing',
		'null',
		'[]',
		'{"v":2,"types":[],"activities":[]}',
		'{"v":1,"types":[],"activities":[[1767225600,0]]}',
		'{"v":1,"types":["view"],"activities":[["soon",0]]}',
		'{"v":1,"types":["view"],"activities":[[1767225600,0,7]]}',
		'{"v":1,"types":["view"],"activities":[[1767225600,0,null,"not asked"]]}',
		'{"v":1,"types":"view","activities":[]}',
	])('is not made of %s', (text) => {
		expect(readActivityLog(text)).toBeUndefined();
	});
});
