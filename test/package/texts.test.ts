import type { INodeProperties } from 'n8n-workflow';

import { outputsInN8n } from '../nodes/outputsInN8n';
import { nodesUnderTest } from '../nodes/workingModes';
import { choicesOf, describedParameters } from './describedParameters';

const MINOR_WORDS = new Set(
	'a an and as at but by for from if in into nor of on or per the to with without'.split(' '),
);
/** Words that n8n keeps out of what it says to users, but in its own names of a setting and an output. */
const UNWANTED = /\b(?:errors?|problems?|failures?|failed|mistakes?)\b/i;
const OWN_NAMES = /\b(?:On Error|error output)\b/gi;

function isTitleCase(label: string): boolean {
	const words = label.replaceAll(/[()]/g, '').split(/ (?:\/ )?/);
	return words.every((word, i) => {
		const isAtEdge = i === 0 || i === words.length - 1;
		return /^[A-Z%\d]/.test(word) || (!isAtEdge && MINOR_WORDS.has(word));
	});
}

function sentencesIn(text: string): number {
	const withoutShortForms = text.replaceAll(/\b(?:e\.g|i\.e|etc)\./g, '');
	return (withoutShortForms.match(/[.!?](?=\s+[A-Z])/g) ?? []).length + 1;
}

/** One sentence stands without a full stop, several each with theirs. */
function isPunctuated(text: string): boolean {
	return /[.!?]$/.test(text) === sentencesIn(text) > 1;
}

function inOrder(labels: readonly string[]): string[] {
	return [...labels].sort((a, b) => a.localeCompare(b, 'en'));
}

describe('The measures of these tests', () => {
	it.each([
		['Order Date Field', true],
		['One per Segment', true],
		['Leave the Lost in Peace', true],
		['Hot From (% of Maximum)', true],
		['Google Sheets / CSV', true],
		['Order date Field', false],
		['The Best of', false],
		['the Best', false],
	])('take "%s" for Title Case: %s', (label, expected) => {
		expect(isTitleCase(label)).toBe(expected);
	});

	it.each([
		['The field with the date, e.g. 2026-12-31', true],
		['What brings points. Fit is who the lead is.', true],
		['The field with the date.', false],
		['What brings points. Fit is who the lead is', false],
		['Days of silence, e.g. Lent', true],
	])('take "%s" for well punctuated: %s', (text, expected) => {
		expect(isPunctuated(text)).toBe(expected);
	});
});

describe.each(nodesUnderTest)('The texts of $className', ({ nodeType, modes }) => {
	const { description } = nodeType;
	/** The names of the outputs in all modes, as n8n works them out. */
	const outputNames = [
		...new Set(
			modes.flatMap((mode) =>
				outputsInN8n(nodeType, mode).flatMap(({ displayName }) => displayName ?? []),
			),
		),
	];
	const parameters = describedParameters(description.properties);
	const properties = parameters.map(({ path, property }) => ({ path, ...property }));
	const choices = properties.flatMap((property) =>
		choicesOf(property).map((choice) => ({ path: `${property.path}=${choice.value}`, ...choice })),
	);
	const isNotice = ({ type }: Pick<INodeProperties, 'type'>) => type === 'notice';

	/** Every label and sentence that the editor shows, with where it stands. */
	const texts = [
		{ path: 'node', text: description.displayName },
		{ path: 'node', text: description.description },
		...outputNames.map((text) => ({ path: 'node', text })),
		...properties.flatMap(({ path, ...property }) =>
			[property.displayName, property.description, property.hint, property.placeholder].map(
				(text) => ({ path, text }),
			),
		),
		...choices.flatMap(({ path, name, description: text }) => [
			{ path, text: name },
			{ path, text },
		]),
	].filter((entry): entry is { path: string; text: string } => typeof entry.text === 'string');

	it('are all looked at', () => {
		expect(properties.length).toBeGreaterThan(10);
		expect(properties.some(({ path }) => path.includes('.'))).toBe(true);
		expect(choices.length).toBeGreaterThan(4);
	});

	it('have labels in Title Case', () => {
		const labels = [
			description.displayName,
			...outputNames,
			...properties.filter((property) => !isNotice(property)).map(({ displayName }) => displayName),
			...properties.flatMap(({ options = [] }) =>
				options.flatMap((option) => ('values' in option ? [option.displayName] : [])),
			),
			...choices.map(({ name }) => name),
		];
		expect(labels.filter((label) => !isTitleCase(label))).toEqual([]);
	});

	it('begin the description of what is on or off with "Whether"', () => {
		const switches = properties.filter(({ type }) => type === 'boolean');
		expect(switches.length).toBeGreaterThan(0);
		for (const { description: text } of switches) expect(text).toMatch(/^Whether /);
	});

	it('end one sentence without a full stop, and several with one', () => {
		const sentences = [
			{ path: 'node', text: description.description },
			...properties.map(({ path, description: text }) => ({ path, text })),
			...properties.map(({ path, hint: text }) => ({ path, text })),
			...properties.filter(isNotice).map(({ path, displayName: text }) => ({ path, text })),
			...choices.map(({ path, description: text }) => ({ path, text })),
		].filter(({ text }) => text !== undefined && !isPunctuated(text));
		expect(sentences).toEqual([]);
	});

	it('are trimmed and begin with a capital, a digit or an example', () => {
		const isWellBegun = (text: string) => text === text.trim() && /^(?:[A-Z\d]|e\.g\. )/.test(text);
		expect(texts.filter(({ text }) => !isWellBegun(text))).toEqual([]);
	});

	it('do not speak of errors, problems, failures or mistakes', () => {
		expect(texts.filter(({ text }) => UNWANTED.test(text.replaceAll(OWN_NAMES, '')))).toEqual([]);
	});

	it('give examples as placeholders', () => {
		const typed = properties.filter(
			({ type, placeholder }) => ['string', 'number'].includes(type) && placeholder !== undefined,
		);
		expect(typed.length).toBeGreaterThan(0);
		for (const { placeholder } of typed) expect(placeholder).toMatch(/^e\.g\. \S/);
	});

	it('show five choices or more in alphabetical order', () => {
		for (const property of properties) {
			const names = choicesOf(property).map(({ name }) => name);
			if (names.length >= 5) expect(names).toEqual(inOrder(names));
		}
	});

	it('show the options of a collection in alphabetical order', () => {
		const collections = properties.filter(({ type }) => type === 'collection');
		expect(collections.map(({ name }) => name)).toContain('options');
		for (const { options = [] } of collections) {
			const labels = options.map((option) => ('displayName' in option ? option.displayName : ''));
			expect(labels).toEqual(inOrder(labels));
		}
	});

	it('never give two parameters of one level the same label', () => {
		const seen = new Set<string>();
		for (const { property, parent } of parameters.filter(({ property }) => !isNotice(property))) {
			const key = `${parent?.name ?? ''}/${property.displayName}`;
			expect(seen).not.toContain(key);
			seen.add(key);
		}
	});
});

describe.each(nodesUnderTest)('The form of $className', ({ nodeType: { description } }) => {
	const parameters = describedParameters(description.properties);

	it('has permanent names and values in camelCase', () => {
		const camelCase = /^[a-z][a-zA-Z0-9]*$/;
		for (const { property } of parameters) {
			expect(property.name).toMatch(camelCase);
			for (const { value } of choicesOf(property)) expect(value).toMatch(camelCase);
		}
	});

	it('lets fields be dragged in wherever one is asked for, and nowhere else', () => {
		// The Output Field is written, not read: its name is new.
		const fields = parameters.filter(
			({ property }) => property.name.endsWith('Field') && property.name !== 'outputField',
		);
		expect(fields.length).toBeGreaterThan(0);
		for (const { property } of fields) {
			expect(property).toMatchObject({ type: 'string', requiresDataPath: 'single' });
			expect(property.placeholder).toBeDefined();
		}
		const draggable = parameters.filter(({ property }) => property.requiresDataPath !== undefined);
		expect(draggable).toEqual(fields);
	});

	it('has defaults that can be chosen', () => {
		for (const { property } of parameters) {
			const values = choicesOf(property).map(({ value }) => value);
			if (values.length === 0) continue;
			expect(new Set(values).size).toBe(values.length);
			expect(values).toEqual(
				expect.arrayContaining(
					Array.isArray(property.default) ? property.default : [property.default],
				),
			);
		}
	});

	it('hides parameters by values that exist', () => {
		for (const { path: at, property } of parameters) {
			const beside = at.slice(0, at.lastIndexOf('.') + 1);
			for (const [name, values] of Object.entries(property.displayOptions?.show ?? {})) {
				const place = name.startsWith('/') ? name.slice(1) : `${beside}${name}`;
				const shownBy = parameters.find(({ path }) => path === place);
				expect(shownBy).toBeDefined();
				const choices =
					shownBy?.property.type === 'boolean'
						? [true, false]
						: shownBy && choicesOf(shownBy.property).map(({ value }) => value);
				expect(choices).toEqual(expect.arrayContaining(values as unknown[]));
			}
		}
	});

	it('tells what is set below the name of the node, and serves as a tool', () => {
		expect(description.subtitle).toMatch(/^=.*\{\{.*\$parameter\[/);
		expect(description.usableAsTool).toBe(true);
	});

	it('speaks in its subtitle of parameters that exist', () => {
		const names = [...(description.subtitle ?? '').matchAll(/\$parameter\["(\w+)"\]/g)];
		expect(names.length).toBeGreaterThan(0);
		const known = description.properties.map(({ name }) => name);
		for (const [, name] of names) expect(known).toContain(name);
	});
});
