import { parseArgs } from 'node:util';
import { GROUPS } from './groups/groups.mjs';

/** The fits of the models need no n8n. */
const FIT = 'fit';

const names = [...Object.keys(GROUPS), FIT];

export const HELP = `npm run bench -- [--only ${names.join('|')}] [--quick]

Measures the nodes of this package and the nodes of n8n that come closest, in turn in one process of
a real n8n, and prints time, growth and memory beside the budgets. It reports and does not judge: the
exit code is 0 also where a budget is not met.

  --only   one group of measurements instead of all
  --quick  a tenth of the items
  --help   show this text
`;

/** Reads the command line of the bench; throws with one sentence when it cannot be understood. */
export function readFlags(args) {
	const { values } = parseArgs({
		args,
		options: {
			only: { type: 'string' },
			quick: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.only !== undefined && !names.includes(values.only)) {
		throw new Error(`There is no group "${values.only}"; the groups are ${names.join(', ')}.`);
	}
	const isChosen = (name) => values.only === undefined || values.only === name;
	return {
		groups: Object.keys(GROUPS).filter((name) => isChosen(name)),
		fit: isChosen(FIT),
		quick: values.quick,
		help: values.help,
	};
}
