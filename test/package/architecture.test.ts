import { devDependencies, peerDependencies } from '../../package.json';
import { filesUnder, importsOf, textOf } from './sourceFiles';

const sources = filesUnder('nodes', '.ts');

/** The part of the house a file belongs to: `nodes/core`, `nodes/shared` or a node's folder. */
function partOf(file: string): string {
	return file.split('/').slice(0, 2).join('/');
}

function nameOf(packagePath: string): string {
	return packagePath
		.split('/')
		.slice(0, packagePath.startsWith('@') ? 2 : 1)
		.join('/');
}

const arrows = sources.flatMap((file) =>
	importsOf(file).map((imported) => ({
		file,
		imported,
		from: partOf(file),
		to: imported.startsWith('nodes/') ? partOf(imported) : nameOf(imported),
	})),
);

const isOfN8n = (name: string) => /^(?:n8n|@n8n)\b/.test(name);
const isNodeFolder = (part: string) => /^nodes\/[A-Z]/.test(part);

function wrong(isWrong: (arrow: (typeof arrows)[number]) => boolean): string[] {
	return arrows.filter(isWrong).map(({ file, imported }) => `${file} -> ${imported}`);
}

describe('The parts of the house', () => {
	it('are all looked at, with the imports of types', () => {
		expect(new Set(sources.map(partOf))).toEqual(
			new Set([
				'nodes/ClassifyLifecycle',
				'nodes/DetectLapsed',
				'nodes/ScoreLead',
				'nodes/SplitBySegment',
				'nodes/core',
				'nodes/shared',
			]),
		);
		expect(arrows).toContainEqual({
			file: 'nodes/shared/enrichedItem.ts',
			imported: 'n8n-workflow',
			from: 'nodes/shared',
			to: 'n8n-workflow',
		});
	});

	it('keep n8n and its glue out of the core', () => {
		expect(
			wrong(
				({ from, to }) =>
					from === 'nodes/core' && (isOfN8n(to) || (to.startsWith('nodes/') && to !== from)),
			),
		).toEqual([]);
	});

	it('use nothing but each other, n8n-workflow and libraries that are bundled', () => {
		const known = Object.keys({ ...devDependencies, ...peerDependencies });
		expect(wrong(({ to }) => !to.startsWith('nodes/') && !known.includes(to))).toEqual([]);
	});

	it('keep node folders out of what nodes share', () => {
		expect(wrong(({ from, to }) => from === 'nodes/shared' && isNodeFolder(to))).toEqual([]);
	});

	it('keep every node folder to itself', () => {
		expect(wrong(({ from, to }) => isNodeFolder(from) && isNodeFolder(to) && from !== to)).toEqual(
			[],
		);
	});

	it('ask n8n for parameters in one place', () => {
		const asking = sources.filter((file) => textOf(file)?.includes('.getNodeParameter('));
		expect(asking).toEqual(['nodes/shared/NodeParameters.ts']);
	});

	it('have no drawer for odds and ends', () => {
		expect(
			sources.filter((file) => /\/(?:utils?|helpers?|common|GenericFunctions)[./]/i.test(file)),
		).toEqual([]);
	});

	it.each([...new Set(sources.map(partOf).filter(isNodeFolder))])(
		'%s has class, description and parameters each in its file',
		(folder) => {
			const name = folder.slice('nodes/'.length);
			expect(filesUnder(folder, '.ts')).toEqual(
				expect.arrayContaining(
					['description', 'node', 'parameters'].map((role) => `${folder}/${name}.${role}.ts`),
				),
			);
		},
	);
});
