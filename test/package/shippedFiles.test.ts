import packageJson from '../../package.json';
import { nodesUnderTest } from '../nodes/workingModes';
import { filesUnder, textOf } from './sourceFiles';

interface Codex {
	node: string;
	nodeVersion: string;
	codexVersion: string;
	categories: string[];
	alias: string[];
	resources: { primaryDocumentation: Array<{ url: string }> };
}

/** The categories of n8n's own nodes (n8n-nodes-base of n8n 2.41) that several of them share. */
const N8N_CATEGORIES = [
	'AI',
	'Analytics',
	'Communication',
	'Core Nodes',
	'Data & Storage',
	'Developer Tools',
	'Development',
	'Finance & Accounting',
	'HITL',
	'Marketing',
	'Miscellaneous',
	'Productivity',
	'Sales',
	'Utility',
];

function textThatExists(file: string): string {
	const text = textOf(file);
	if (text === undefined) throw new Error(`There is no file ${file}`);
	return text;
}

describe('What package.json names', () => {
	it('is every node there is', () => {
		const sources = packageJson.n8n.nodes.map((file) => file.replace(/^dist\/(.*)\.js$/, '$1.ts'));
		expect([...sources].sort()).toEqual(filesUnder('nodes', '.node.ts'));
		expect(sources).toEqual(
			nodesUnderTest.map(({ className }) => `nodes/${className}/${className}.node.ts`),
		);
	});

	it('is every credential there is', () => {
		const sources = packageJson.n8n.credentials.map((file) =>
			file.replace(/^dist\/(.*)\.js$/, '$1.ts'),
		);
		expect(sources).toEqual(filesUnder('credentials', '.credentials.ts'));
	});

	it('lies in what is published', () => {
		expect(packageJson.files).toContain('dist');
		for (const file of [...packageJson.n8n.nodes, ...packageJson.n8n.credentials])
			expect(file).toMatch(/^dist\//);
	});
});

describe.each(nodesUnderTest)('$className', ({ className, nodeType }) => {
	const { description } = nodeType;
	const folder = `nodes/${className}`;
	const codex = JSON.parse(textThatExists(`${folder}/${className}.node.json`)) as Codex;

	it('is called as its file and its class', () => {
		expect(nodeType.constructor.name).toBe(className);
		expect(description.name).toBe(className.charAt(0).toLowerCase() + className.slice(1));
		expect(description.defaults.name).toBe(description.displayName);
	});

	it('has a codex of its own name and version', () => {
		expect(codex.node).toBe(`${packageJson.name}.${description.name}`);
		expect(codex.nodeVersion).toBe(`${String(description.version)}.0`);
		expect(codex.codexVersion).toBe('1.0');
	});

	it('is found by other words than its own, each given once', () => {
		expect(codex.alias.length).toBeGreaterThan(0);
		expect(new Set(codex.alias.map((alias) => alias.toLowerCase())).size).toBe(codex.alias.length);
		expect(codex.alias).not.toContain(description.displayName);
		for (const alias of codex.alias) expect(alias.trim()).toMatch(/^\S/);
	});

	it('stands in categories that n8n has', () => {
		expect(codex.categories.length).toBeGreaterThan(0);
		for (const category of codex.categories) expect(N8N_CATEGORIES).toContain(category);
	});

	it('leads to its own section of the README', () => {
		const section = description.displayName.toLowerCase().replaceAll(' ', '-');
		const repository = packageJson.homepage.replace('#readme', '');
		expect(codex.resources.primaryDocumentation.map(({ url }) => url)).toEqual([
			`${repository}?tab=readme-ov-file#${section}`,
		]);
	});

	it('has an icon for light and one for dark', () => {
		const { icon } = description;
		if (typeof icon !== 'object') throw new Error('The icons are not themed');
		const files = [icon.light, icon.dark].map((name) => `${folder}/${name.replace('file:', '')}`);
		expect([icon.light, icon.dark]).toEqual([
			expect.stringMatching(/^file:.*\.svg$/),
			expect.stringMatching(/^file:.*\.dark\.svg$/),
		]);
		const [light, dark] = files.map(textThatExists);
		expect(light).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
		expect(dark).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
		expect(light).not.toBe(dark);
	});
});
