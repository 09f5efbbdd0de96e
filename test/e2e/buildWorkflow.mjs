const OWN_TYPES = 'n8n-nodes-customer-segmentation';

/** A node of a workflow for the end-to-end tests; a type without a package is one of this package. */
export function node(name, type, parameters = {}, settings = {}) {
	return {
		id: name,
		name,
		type: type.includes('.') ? type : `${OWN_TYPES}.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...settings,
	};
}

/** A Code node that puts out the items its code returns. */
export function codeNode(name, jsCode) {
	return node(name, 'n8n-nodes-base.code', { jsCode }, { typeVersion: 2 });
}

/** An Edit Fields node that puts out one field, given by an expression. */
export function fieldNode(name, field, expression) {
	const assignment = { id: field, name: field, type: 'string', value: `={{ ${expression} }}` };
	return node(
		name,
		'n8n-nodes-base.set',
		{ assignments: { assignments: [assignment] }, options: {} },
		{ typeVersion: 3.4 },
	);
}

/** The value of n8n's filter control for conditions that must all be met: `[field, type, operation, right side]` each. */
export function allOf(...conditions) {
	return {
		options: { caseSensitive: false, leftValue: '', typeValidation: 'loose', version: 2 },
		conditions: conditions.map(([field, type, operation, rightValue], i) => ({
			id: String(i),
			leftValue: `={{ $json.${field} }}`,
			rightValue,
			operator: { type, operation },
		})),
		combinator: 'and',
	};
}

/**
 * A workflow that begins with a Manual Trigger. `wires` gives for each node the nodes behind each of its outputs:
 * `{ Source: [['Split by Segment']] }`, or `['Score Lead', 1]` for another input than the first. The trigger leads to the
 * first node, unless it has wires of its own.
 */
export function buildWorkflow(id, nodes, wires) {
	const trigger = node('Run Now', 'n8n-nodes-base.manualTrigger');
	const [first] = nodes;
	const connections = Object.entries({ [trigger.name]: [[first.name]], ...wires }).map(
		([from, outputs]) => [
			from,
			{
				main: outputs.map((targets) =>
					targets.map((target) => {
						const [to, index = 0] = [target].flat();
						return { node: to, type: 'main', index };
					}),
				),
			},
		],
	);
	return {
		id,
		name: id,
		nodes: [trigger, ...nodes],
		connections: Object.fromEntries(connections),
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
		active: false,
	};
}
