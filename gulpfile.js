const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { rm } = require('node:fs/promises');
const path = require('node:path');

const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const { n8n } = require('./package.json');

const SHIPPED = [...n8n.nodes, ...n8n.credentials];

/** The source of a shipped file: dist/nodes/X/X.node.js comes from nodes/X/X.node.ts. */
const sourceOf = (file) => path.relative('dist', file).replace(/\.js$/, '.ts');

function clean() {
	return rm('dist', { recursive: true, force: true });
}

function typecheck() {
	return spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '--noEmit'], {
		stdio: 'inherit',
	});
}

/** One bundle per node and credential: libraries inside, n8n's own package outside. */
function bundle() {
	return esbuild.build({
		entryPoints: SHIPPED.map(sourceOf),
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		legalComments: 'inline',
		logLevel: 'warning',
	});
}

function copyCodexAndIcons() {
	return src(['nodes/*/*.node.json', '{nodes,credentials}/**/*.svg'], {
		base: '.',
		encoding: false,
	}).pipe(dest('dist'));
}

/** Fails where a file that the package or a node names is not in dist. */
async function verify() {
	const expected = SHIPPED.flatMap((file) => {
		const exported = require(path.resolve(file));
		const name = path.basename(file).split('.')[0];
		const { description, icon = description?.icon } = new exported[name]();
		const icons = typeof icon === 'string' ? [icon] : [icon?.light, icon?.dark];
		return [
			file,
			...(description ? [file.replace(/\.js$/, '.json')] : []),
			...icons.map((name) => path.join(path.dirname(file), String(name).replace('file:', ''))),
		];
	});
	const missing = expected.filter((file) => !existsSync(file));
	if (missing.length > 0) throw new Error(`Not in dist: ${missing.join(', ')}`);
}

exports.build = series(clean, parallel(typecheck, bundle, copyCodexAndIcons), verify);
exports.default = exports.build;
