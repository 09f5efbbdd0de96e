import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { checkRecognitionTables } from '../../nodes/core/attribute/recognition/RecognitionTables';
import { TimeZone } from '../../nodes/core/reading/TimeZone';
import type { SegmentReport } from '../../nodes/core/report/SegmentReport';
import type { SegmentVerdict } from '../../nodes/core/segment/SegmentVerdict';
import { ReportCollector } from '../../nodes/SplitBySegment/report/ReportCollector';
import type { ReportConfiguration } from '../../nodes/SplitBySegment/report/readReport';
import { FieldFinder } from '../../nodes/shared/attributes/FieldFinder';
import type { SegmentGroup, SplitRun } from '../../nodes/SplitBySegment/schemes/Scheme';

const zone = new TimeZone('UTC');

const CONFIGURATION = {
	zone,
	attributeFields: new Map(),
	tables: checkRecognitionTables({}, 'Recognition Tables'),
	outputField: 'segment',
	reportAs: 'perSegment',
	marginIs: 'percent',
	costIs: 'scale',
	costPerPoint: 0,
	forecastDays: 0,
	outcome: {
		label: 'Outcome Field',
		name: 'bought',
		read: ({ json }: INodeExecutionData) => json.bought,
	},
	traitFields: [],
	neverTraits: [],
	dotNotation: true,
} as unknown as ReportConfiguration;

const group = (name: string, isEnabled = true) => ({ name, isEnabled }) as SegmentGroup;

function verdict(place: number | undefined, more: Partial<SegmentVerdict> = {}): SegmentVerdict {
	const name = place === undefined ? 'Else' : ['VIP', 'Fans'][place]!;
	return {
		name,
		priority: place === undefined ? null : place + 1,
		matched: place === undefined ? [] : [name],
		campaign: place === 0 ? 'thanks' : null,
		channel: null,
		owner: null,
		suppressed: false,
		suppressedBy: null,
		control: null,
		previousName: null,
		...more,
	} as SegmentVerdict;
}

/** The report of people with what they bought and where they were put. */
function reportOf(
	people: ReadonlyArray<readonly [json: IDataObject, verdicts: readonly SegmentVerdict[]]>,
	askedFields?: (place: number) => ReadonlySet<string>,
): SegmentReport[] {
	const items = people.map(([json]) => ({ json }));
	const finder = new FieldFinder(items);
	const run = { items, zone, asOf: 0, dateOrder: 'auto', finder } as unknown as SplitRun;
	const groups = [group('VIP'), group('Fans', false)];
	const collector = new ReportCollector(CONFIGURATION, groups, run, 'Else', askedFields);
	people.forEach(([, verdicts], i) => collector.add(items[i]!, i, verdicts));
	return collector.items().map(({ json }) => json.segmentReport as unknown as SegmentReport);
}

describe('ReportCollector', () => {
	it('compares those contacted with those held out, like with like', () => {
		const contacted = { control: false };
		const held = { control: true, suppressed: true, suppressedBy: 'control' } as const;
		const left = { control: false, suppressed: true, suppressedBy: 'unsubscribed' } as const;
		const [vip, , others] = reportOf([
			[{ bought: true }, [verdict(0, contacted)]],
			[{ bought: false }, [verdict(0, contacted)]],
			[{ bought: 'yes' }, [verdict(0, held)]],
			[{ bought: null }, [verdict(0, held)]],
			[{ bought: null }, [verdict(0, held)]],
			// Left alone for another reason: on no side, in the control group or not.
			[{ bought: true }, [verdict(0, left)]],
			[{ bought: true }, [verdict(0, { ...left, control: true })]],
			[{ bought: true }, [verdict(undefined, contacted)]],
		]);
		expect(vip).toMatchObject({
			size: 7,
			suppressed: 5,
			suppressedBy: { control: 3, unsubscribed: 2 },
			control: 4,
			holdout: {
				contacted: 2,
				contactedOutcomes: 1,
				control: 3,
				controlOutcomes: 1,
				isSure: false,
			},
		});
		// Nobody of them is held out.
		expect(others).toMatchObject({ size: 1, control: 0, holdout: null });
	});

	it('knows of no control group where there is none', () => {
		const [vip] = reportOf([[{ bought: true }, [verdict(0)]]]);
		expect(vip).toMatchObject({ control: null, holdout: null });
	});

	it('counts an item that stands once in all the segments it matches, with the campaign of the first', () => {
		const both = { matched: ['VIP', 'Fans'] };
		const [vip, fans, others] = reportOf([
			[{}, [verdict(0, both)]],
			[{}, [verdict(0, both)]],
			[{}, []],
		]);
		expect(vip).toMatchObject({ size: 2, share: 1, campaign: 'thanks' });
		expect(fans).toMatchObject({ size: 2, campaign: null, isEnabled: false });
		expect(others).toMatchObject({ size: 0, isEveryoneElse: true });
	});

	it('counts an item once in each segment it is sent to', () => {
		const both = { matched: ['VIP', 'Fans'] };
		const [vip, fans] = reportOf([
			[{}, [verdict(0, both), verdict(1, { ...both, campaign: 'hello' })]],
		]);
		expect(vip).toMatchObject({ size: 1, campaign: 'thanks' });
		expect(fans).toMatchObject({ size: 1, campaign: 'hello' });
	});

	it('tells no trait of names, numbers of people and results of its own', () => {
		const people = Array.from({ length: 100 }, (_, i) => {
			const is = (one: number, other: number) => (i % 2 === 0 || i % 7 === 0 ? one : other);
			const json = {
				firstName: `A${is(1, 2)}`,
				customerId: is(1, 9) * 1000 + i,
				segment: { name: `S${is(1, 2)}` },
				taste: `T${is(1, 2)}`,
			};
			return [json, [verdict(i % 2 === 0 ? 0 : undefined)]] as const;
		});
		const fields = reportOf(people).flatMap(({ traits }) => traits.map(({ field }) => field));
		expect(new Set(fields)).toEqual(new Set(['taste']));
	});

	it('tells no campaign where it is not the same with all', () => {
		const [vip] = reportOf([
			[{}, [verdict(0)]],
			[{}, [verdict(0, { campaign: 'other' })]],
		]);
		expect(vip!.campaign).toBeNull();
	});

	it('tells no trait of what the conditions of the segment ask for', () => {
		const people = Array.from({ length: 100 }, (_, i) => {
			const json = { plan: i % 3 === 0 ? 'year' : 'month' };
			return [
				json,
				[verdict(i % 2 === 0 && i % 3 === 0 ? 0 : i % 10 === 0 ? 0 : undefined)],
			] as const;
		});
		const [vip] = reportOf(people);
		expect(vip!.traits.map(({ words }) => words)).toEqual(['plan year']);
		const [asked] = reportOf(people, (place) => new Set(place === 0 ? ['plan'] : []));
		expect(asked!.traits).toEqual([]);
	});
});
