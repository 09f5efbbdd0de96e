import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { buildWorkflow, codeNode, node } from './buildWorkflow.mjs';
import { linksOf } from './followLinks.mjs';
import {
	itemFields,
	oneOfEach,
	OPERATORS,
	severalSegments,
	SWITCH_VERSIONS,
} from './switchCases.mjs';

/** Another seed makes other cases: `SAME_AS_SWITCH_SEED=7 npm run test:e2e`. */
const SEED = Number(process.env.SAME_AS_SWITCH_SEED ?? 20_260_301);
const ITEMS = 40;
const CONDITIONS_OF_EACH = 5;
const GROUPS = 40;
const ENOUGH_CASES = 10_000;

const sample = (arbitrary, numRuns, salt) => fc.sample(arbitrary, { numRuns, seed: SEED + salt });

const items = sample(itemFields, ITEMS, 1).map((fields, n) => ({ n, ...fields }));
const singles = sample(oneOfEach, CONDITIONS_OF_EACH, 2).flat();
const optionsOf = ({ options }) => JSON.stringify(options);

/** One condition in one segment. */
const singleCases = singles.map(({ condition, options }) => ({
	matchesAll: false,
	filters: [{ options, conditions: [condition], combinator: 'and' }],
}));

/** The same conditions again, several to a segment and several segments to a node. */
const groupCases = singles.slice(0, GROUPS).map((first, i) => {
	const places = [...singles.keys()].filter((at) => optionsOf(singles[at]) === optionsOf(first));
	const [{ matchesAll, segments }] = sample(severalSegments(places), 1, 3 + i);
	return {
		matchesAll,
		segments,
		filters: segments.map(({ combinator, places: chosen }) => ({
			options: first.options,
			conditions: chosen.map((at, row) => ({ ...singles[at].condition, id: String(row) })),
			combinator,
		})),
	};
});

const toErrorOutput = { onError: 'continueErrorOutput' };

function switchNode(name, { filters, matchesAll }) {
	const [{ options }] = filters;
	const parameters = {
		rules: { values: filters.map((conditions) => ({ conditions })) },
		looseTypeValidation: options.typeValidation === 'loose',
		options: {
			fallbackOutput: 'extra',
			ignoreCase: !options.caseSensitive,
			allMatchingOutputs: matchesAll,
		},
	};
	const typeVersion = SWITCH_VERSIONS[options.version];
	return node(name, 'n8n-nodes-base.switch', parameters, { typeVersion, ...toErrorOutput });
}

function splitNode(name, { filters, matchesAll }, onBadData, settings) {
	const values = filters.map((conditions, i) => ({ name: `Segment ${i + 1}`, conditions }));
	const matching = matchesAll ? 'all' : 'first';
	const parameters = { segments: { values }, matching, options: { onBadData } };
	return node(name, 'splitBySegment', parameters, settings);
}

function nodesFor(name, one) {
	return [
		switchNode(`Switch ${name}`, one),
		splitNode(`Split ${name}`, one, 'errorOutput', toErrorOutput),
	];
}

const nodes = [
	...singleCases.flatMap((one, i) => nodesFor(`one ${i}`, one)),
	...groupCases.flatMap((one, i) => [
		...nodesFor(`group ${i}`, one),
		splitNode(`Split group ${i}, skipping`, one, 'skip'),
	]),
];

export const workflows = [
	buildWorkflow(
		'e2e-same-as-switch',
		[codeNode('Items', `return ${JSON.stringify(items.map((json) => ({ json })))};`), ...nodes],
		{ Items: [nodes.map(({ name }) => name)] },
	),
];

const NOT_COMPARABLE = 'not comparable';

/**
 * Where each item went, by its number: the segments from 1, 0 for none of them, or that it could not be compared.
 *
 * @param order the outputs of no segment and of each segment
 */
function waysOf(run, name, order, failed) {
	const ways = items.map(() => []);
	order.forEach((output, segment) =>
		itemsOf(run, name, output).forEach(({ json: { n } }) => ways[n]?.push(segment)),
	);
	return ways.map((way, n) => (failed.includes(n) ? NOT_COMPARABLE : way.join(' and ')));
}

/** The items that a Switch could not compare: n8n leaves them without their fields, with an empty message on the first output. */
function failuresOf(run, name, { filters: { length } }) {
	return [...itemsOf(run, name, 0), ...itemsOf(run, name, length + 1)].filter(
		({ json }) => json.n === undefined,
	);
}

/**
 * What Switch did; undefined where it cannot be told. An item it cannot compare is on none of its outputs, unless it
 * was sent before to another segment that it meets; then mostly the message names it.
 */
function askSwitch(run, name, one) {
	const { length } = one.filters;
	const order = [length, ...Array(length).keys()];
	const failures = failuresOf(run, name, one);
	const named = failures.flatMap(({ json }) => /item (\d+)\]/.exec(json.error)?.[1] ?? []);
	const failed = new Set(named.map(Number));
	waysOf(run, name, order, []).forEach((way, n) => way === '' && failed.add(n));
	return failed.size === failures.length ? waysOf(run, name, order, [...failed]) : undefined;
}

/** What Split by Segment did. */
function askSplit(run, name, { filters: { length } }) {
	const failed = itemsOf(run, name, length + 1).flatMap(linksOf);
	return waysOf(run, name, [...Array(length + 1).keys()], failed);
}

/** The fields of an item that are spoken of. */
function fieldsIn(item, text) {
	return Object.fromEntries(Object.entries(item).filter(([name]) => text.includes(name)));
}

/** The items on which two do not agree, each with its case, in words. */
function differences({ one: { matchesAll, filters }, wanted, got }) {
	const asked = JSON.stringify(filters);
	return items
		.filter(({ n }) => wanted[n] !== got[n])
		.map((item) =>
			[
				`item: ${JSON.stringify(fieldsIn(item, asked))}`,
				`segments${matchesAll ? ', all that match' : ''}: ${asked}`,
				`Switch: ${wanted[item.n]}`,
				`Split by Segment: ${got[item.n]}`,
			].join('\n'),
		);
}

function assertSame(answers) {
	const all = answers.flatMap(differences).sort((a, b) => a.length - b.length);
	assert.equal(all.length, 0, `${all.length} cases differ, the smallest of them\n${all[0]}`);
}

/** Where the items go of which what cannot be compared is taken as not met. */
function waysWithoutFailures({ matchesAll, segments }, waysOfSingles) {
	return items.map(({ n }) => {
		const isMet = (at) => waysOfSingles[at][n] === '1';
		const met = segments.flatMap(({ combinator, places }, i) =>
			(combinator === 'and' ? places.every(isMet) : places.some(isMet)) ? [i + 1] : [],
		);
		return (matchesAll ? met : met.slice(0, 1)).join(' and ') || '0';
	});
}

export const title = `Split by Segment beside n8n's own Switch (seed ${SEED})`;

export async function verify(it, world) {
	const started = performance.now();
	const { run } = await world.execute('e2e-same-as-switch');
	const compared = (cases, kind) =>
		cases.map((one, i) => ({
			one,
			wanted: askSwitch(run, `Switch ${kind} ${i}`, one),
			got: askSplit(run, `Split ${kind} ${i}`, one),
		}));
	const ofSingles = compared(singleCases, 'one');
	const ofGroups = compared(groupCases, 'group');
	const waysOfSingles = ofSingles.map(({ wanted }) => wanted);

	for (const { type, operation } of OPERATORS) {
		await it(`agrees on ${type} ${operation}`, () =>
			assertSame(
				ofSingles.filter((_answer, at) => {
					const { operator } = singles[at].condition;
					return operator.type === type && operator.operation === operation;
				}),
			));
	}

	const told = ofGroups.filter(({ wanted }) => wanted);
	await it('can tell what Switch did with most groups', () =>
		assert.ok(told.length > GROUPS / 2, String(told.length)));

	await it('agrees on the first segment that is met', () =>
		assertSame(told.filter(({ one }) => !one.matchesAll)));

	await it('agrees on all segments that are met', () =>
		assertSame(told.filter(({ one }) => one.matchesAll)));

	await it('takes as not met what Switch cannot compare', () =>
		assertSame(
			groupCases.map((one, i) => ({
				one,
				wanted: waysWithoutFailures(one, waysOfSingles),
				got: askSplit(run, `Split group ${i}, skipping`, one),
			})),
		));

	await it('tells of as many items as Switch cannot compare', () =>
		groupCases.forEach((one, i) => {
			const failed = failuresOf(run, `Switch group ${i}`, one).length;
			const counts = hintsOf(run, `Split group ${i}, skipping`).flatMap(
				({ message }) => /^(\d+) of \d+ items with a condition taken/.exec(message)?.[1] ?? [],
			);
			assert.deepEqual(counts, failed === 0 ? [] : [String(failed)], JSON.stringify(one));
		}));

	const all = [...ofSingles, ...told].flatMap(({ wanted }) => wanted);
	const counted = (way) => all.filter((one) => one === way).length;
	await it(`is compared in at least ${ENOUGH_CASES} cases of all kinds`, () => {
		assert.ok(all.length >= ENOUGH_CASES, String(all.length));
		for (const way of ['0', '1', NOT_COMPARABLE])
			assert.ok(counted(way) > all.length / 20, `${counted(way)} cases end as ${way}`);
	});
	console.log(
		`  ${all.length} cases, ${CONDITIONS_OF_EACH * ITEMS} of each of ${OPERATORS.length} operators: ${counted('0')} met nothing, ${counted(NOT_COMPARABLE)} were not comparable; ${((performance.now() - started) / 1000).toFixed(0)} s`,
	);
}
