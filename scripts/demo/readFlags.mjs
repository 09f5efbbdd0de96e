import path from 'node:path';
import { parseArgs } from 'node:util';

export const HELP = `npm run demo -- [--orders my.csv] [--no-editor]

Brings up a throw-away n8n with this package, runs the example workflow "Lifecycle Campaigns" once and shows what
happened: who is in which lifecycle stage, who lapsed, which mail and which Telegram message went to whom. Nothing leaves
this machine: mails and messages go to servers on loopback. Then the n8n editor stays open until Ctrl-C.

  --orders my.csv  use your own order export: a CSV file with columns for the customer or e-mail, the date and the amount
  --no-editor      end after the run: exit code 0, or 1 with a reason
  --help           show this text
`;

/** Reads the command line of the demo; throws with one sentence when it cannot be understood. */
export function readFlags(args) {
	const { values } = parseArgs({
		args,
		options: {
			orders: { type: 'string' },
			'no-editor': { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	// npm starts scripts in the project folder and keeps the user's own folder here.
	const folder = process.env.INIT_CWD ?? process.cwd();
	return {
		ordersFile: values.orders === undefined ? undefined : path.resolve(folder, values.orders),
		withEditor: !values['no-editor'],
		help: values.help,
	};
}
