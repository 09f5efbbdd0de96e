import path from 'node:path';
import {
	analyzePackage,
	buildScanConfig,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { ESLint } from 'eslint';
import { temporaryFolder } from '../process/temporaryFolder.mjs';
import { packPackage } from './packPackage.mjs';
import { projectFolder } from './projectFolder.mjs';
import { unpackTarball } from './unpackTarball.mjs';

/** What the scanner looks at in the tarball when it checks a published package. */
const TARBALL_PATTERNS = ['**/*.js', 'package.json'];

/** The scanner itself passes over warnings; this lints once more, in the same way, to see them. */
async function findWarnings(folder, patterns) {
	const eslint = new ESLint({
		cwd: folder,
		allowInlineConfig: false,
		overrideConfigFile: true,
		overrideConfig: await buildScanConfig(),
		ignorePatterns: ['node_modules/**', '**/package-lock.json'],
	});
	const results = await eslint.lintFiles(patterns);
	const count = results.reduce((sum, { warningCount }) => sum + warningCount, 0);
	const formatter = await eslint.loadFormatter('stylish');
	return { count, details: count > 0 ? await formatter.format(results) : '' };
}

async function scan(what, folder, patterns) {
	console.log(`\nn8n's package scanner on ${what}`);
	const { passed, message, details } = await analyzePackage(folder, patterns);
	if (!passed) {
		console.log(`  ${message}\n${details ?? ''}`);
		return false;
	}
	const warnings = await findWarnings(folder, patterns);
	console.log(`  no violations, ${warnings.count} warnings\n${warnings.details}`);
	return warnings.count === 0;
}

/** Runs n8n's official scanner on the packed package and on its source; whether both are clean, warnings included. */
export async function scanPackage() {
	const tarball = await packPackage();
	const unpacked = path.join(temporaryFolder('scan'), 'package');
	await unpackTarball(tarball, unpacked);
	const tarballIsClean = await scan(
		`the tarball, ${path.basename(tarball)}`,
		unpacked,
		TARBALL_PATTERNS,
	);
	const sourceIsClean = await scan('the source', projectFolder, SOURCE_FILE_PATTERNS);
	return tarballIsClean && sourceIsClean;
}
