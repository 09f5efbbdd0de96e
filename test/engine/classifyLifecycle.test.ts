import { runWorkflow, singleNodeWorkflow } from './runWorkflow';

describe('Classify Lifecycle in the engine', () => {
	it('runs', async () => {
		const nodeRun = await runWorkflow(
			singleNodeWorkflow('classifyLifecycle', { options: { asOf: '2026-11-22T00:00:00' } }),
			[{ email: 'a@b.example', date: '2026-11-01', amount: 5 }],
		);
		console.log(JSON.stringify(nodeRun('Node'), null, 1));
	});
});
