import { preProcessFile, sys } from 'typescript';

const ROOT = require.resolve('../../package.json').replace(/package\.json$/, '');

/** The files of a folder of this repository by ending, as paths from its root. */
export function filesUnder(folder: string, ending: string): string[] {
	return sys
		.readDirectory(ROOT + folder, [ending], undefined, undefined)
		.map((file) => file.slice(ROOT.length))
		.sort();
}

/** The text of a file of this repository; undefined where there is none. */
export function textOf(file: string): string | undefined {
	return sys.readFile(ROOT + file);
}

/**
 * What a source file imports, types too: paths from the root without their ending for files of this
 * repository, names for packages.
 */
export function importsOf(file: string): string[] {
	const folder = file.slice(0, file.lastIndexOf('/'));
	return preProcessFile(textOf(file) ?? '', true, true).importedFiles.map(({ fileName }) =>
		fileName.startsWith('.')
			? sys.resolvePath(`${ROOT}${folder}/${fileName}`).slice(ROOT.length)
			: fileName,
	);
}
