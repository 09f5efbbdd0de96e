import { FieldTable } from '../../../nodes/shared/memory/FieldTable';
import { WorkflowTable } from '../../../nodes/shared/memory/WorkflowTable';
import { dataTableHarness } from './dataTable/dataTableHarness';
import { memoryContract } from './memoryContract';

memoryContract('The static data of a workflow', () => {
	const staticData = {};
	return { open: (schema) => new WorkflowTable(staticData, schema) };
});

memoryContract('A field of the items', () => {
	const textsOf = new Map<string, Map<string, string>>();
	return {
		open: (schema) => {
			const texts = textsOf.get(schema.suffix) ?? new Map<string, string>();
			textsOf.set(schema.suffix, texts);
			return new FieldTable(texts, schema);
		},
	};
});

memoryContract('A data table of n8n', () => dataTableHarness());

memoryContract('A field of the items', () => {
	const texts = new Map<string, Map<string, string>>();
	return {
		open(schema) {
			const written = texts.get(schema.suffix) ?? new Map<string, string>();
			texts.set(schema.suffix, written);
			return new FieldTable(written, schema);
		},
	};
});
