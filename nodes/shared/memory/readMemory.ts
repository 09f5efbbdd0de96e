import { z } from 'zod';

import type { NodeParameters } from '../NodeParameters';
import { schemas } from '../parameterSchemas';

/** Where what is remembered is kept, and how. */
export type MemoryConfiguration =
	| { kind: 'workflow'; hash: { secret: string } | undefined }
	| {
			kind: 'dataTable';
			table: { by: 'name' | 'id'; value: string };
			hash: { secret: string } | undefined;
	  };

const locatorSchema = z
	.object({ mode: z.enum(['list', 'name', 'id']).default('name'), value: schemas.text })
	.default({ mode: 'name', value: 'Customer Memory' })
	.refine(({ value }) => value.trim() !== '', 'a table is expected');

/** Reads where the memory is kept; undefined where the items themselves bring what is known. */
export function readMemory(parameters: NodeParameters): MemoryConfiguration | undefined {
	const kind = parameters.constant(
		'memory',
		z.enum(['fields', 'workflow', 'dataTable']).default('fields'),
	);
	if (kind === 'fields') return undefined;
	const hash = parameters.constant('memoryOptions.hashKeys', schemas.flag.default(false))
		? { secret: parameters.constant('memoryOptions.hashSecret', schemas.text.default('')) }
		: undefined;
	if (kind === 'workflow') return { kind, hash };
	const { mode, value } = parameters.constant('memoryTable', locatorSchema);
	return { kind, hash, table: { by: mode === 'name' ? 'name' : 'id', value: value.trim() } };
}
