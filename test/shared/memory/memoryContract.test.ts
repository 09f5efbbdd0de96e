import { WorkflowTable } from '../../../nodes/shared/memory/WorkflowTable';
import { dataTableHarness } from './dataTable/dataTableHarness';
import { memoryContract } from './memoryContract';

memoryContract('The static data of a workflow', () => {
	const staticData = {};
	return { open: (schema) => new WorkflowTable(staticData, schema) };
});

memoryContract('A data table of n8n', () => dataTableHarness());
