import { runToEnd } from './process/lifetime.mjs';
import { runVisibly } from './process/runVisibly.mjs';
import { ensureInstalled } from './project/ensureInstalled.mjs';

/** Where the caller wants jest's figures as JSON, beside the output for people. */
const { JEST_REPORT } = process.env;

const CHECKS = [
	{ name: 'Lint', args: ['run', '--silent', 'lint'] },
	{ name: 'Types', args: ['run', '--silent', 'typecheck'] },
	{
		name: 'Tests',
		args: [
			'run',
			'--silent',
			'jest',
			...(JEST_REPORT ? ['--', '--json', `--outputFile=${JEST_REPORT}`] : []),
		],
	},
];

await runToEnd(async () => {
	await ensureInstalled();
	for (const { name, args } of CHECKS) {
		console.log(`\n== ${name}`);
		const code = await runVisibly('npm', args);
		if (code !== 0) return code;
	}
});
