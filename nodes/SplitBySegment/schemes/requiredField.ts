import type { IExecuteFunctions } from 'n8n-workflow';

import { configurationFault } from '../../shared/configurationFault';
import type { ItemField, NodeParameters } from '../../shared/NodeParameters';

/**
 * The field that a scheme cannot do without.
 *
 * @throws NodeOperationError where none is named
 */
export function requiredField(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	path: string,
	example: string,
): ItemField {
	const field = parameters.field(path);
	if (field) return field;
	throw configurationFault(
		context,
		`${parameters.labelOf(path)} is empty`,
		`Drag the field in from the input panel, e.g. ${example}`,
	);
}
