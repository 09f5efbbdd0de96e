import fc from 'fast-check';

import type { DealRecord } from '../../nodes/DetectLapsed/deals/DealReader';
import { newestRecords } from '../../nodes/DetectLapsed/deals/newestRecords';

const instant = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined });

/** Records of few deals with few dates, so that ties are common. */
const records = fc.array(
	fc.record({
		id: fc.constantFrom('1', '2'),
		customerKey: fc.constantFrom('a', 'b'),
		standing: fc.constantFrom('open' as const, 'won' as const, 'lost' as const),
		createdAt: instant,
		lastActivityAt: instant,
		lastChangeAt: instant,
	}),
	{ maxLength: 6 },
);

function numbered(facts: ReadonlyArray<Omit<DealRecord, 'itemIndex'>>): DealRecord[] {
	return facts.map((fact, itemIndex) => ({ ...fact, itemIndex }));
}

/** What counts of each deal, without the place of the item. */
function counted(facts: ReadonlyArray<Omit<DealRecord, 'itemIndex'>>) {
	return Object.fromEntries(
		newestRecords(numbered(facts)).map(([newest]) => [newest.id, { ...newest, itemIndex: 0 }]),
	);
}

describe('newestRecords', () => {
	it('takes the same record of a deal whatever the order of the items', () => {
		fc.assert(
			fc.property(
				records.chain((facts) =>
					fc.tuple(
						fc.constant(facts),
						fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }),
					),
				),
				([facts, shuffled]) => {
					expect(counted(shuffled)).toEqual(counted(facts));
				},
			),
		);
	});

	it('loses no record and gives none twice', () => {
		fc.assert(
			fc.property(records, (facts) => {
				const indexes = newestRecords(numbered(facts)).flatMap((deal) =>
					deal.map(({ itemIndex }) => itemIndex),
				);
				expect([...indexes].sort((a, b) => a - b)).toEqual(facts.map((_fact, i) => i));
			}),
		);
	});
});
