import { node } from '../../e2e/buildWorkflow.mjs';

/** n8n's own Switch with one output for each rule. */
export function switchNode(rules) {
	return node(
		'Switch',
		'n8n-nodes-base.switch',
		{
			rules: {
				values: rules.map(({ name, conditions }) => ({
					conditions,
					renameOutput: true,
					outputKey: name,
				})),
			},
			options: { fallbackOutput: 'extra', ignoreCase: true },
		},
		{ typeVersion: 3.2 },
	);
}
