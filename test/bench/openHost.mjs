import { createRequire } from 'node:module';
import path from 'node:path';
import { node as workflowNode } from '../e2e/buildWorkflow.mjs';

const SOURCE = workflowNode('Source', 'n8n-nodes-base.manualTrigger');

function buildWorkflow(node) {
	return {
		id: 'bench',
		name: 'bench',
		nodes: [SOURCE, node],
		connections: { [SOURCE.name]: { main: [[{ node: node.name, type: 'main', index: 0 }]] } },
		active: false,
		settings: { executionOrder: 'v1' },
	};
}

/**
 * Starts n8n in this process, which must run n8n's own Node.js in the environment of a throw-away
 * instance. n8n's command class does the start, as it does for `n8n start`: database, node
 * packages, expression engine. Only the web server and the queue are missing.
 */
export async function openHost(hostFolder) {
	const load = createRequire(path.join(hostFolder, 'node_modules', 'n8n', 'package.json'));
	load('reflect-metadata');
	load('./dist/config');
	const { Container } = load('@n8n/di');
	const { ModuleRegistry } = load('@n8n/backend-common');
	const { ExecutionLifecycleHooks, WorkflowExecute } = load('n8n-core');
	const { Expression, Workflow } = load('n8n-workflow');
	const { BaseCommand } = load('./dist/commands/base-command.js');
	const { NodeTypes } = load('./dist/node-types.js');
	const { getBase } = load('./dist/workflow-execute-additional-data.js');

	class BenchCommand extends BaseCommand {
		needsCommunityPackages = true;
		needsExpressionEngine = true;
		needsTaskRunner = true;
	}
	// The module for community packages is among them.
	await Container.get(ModuleRegistry).loadModules();
	await new BenchCommand().init();
	const nodeTypes = Container.get(NodeTypes);

	/**
	 * Runs one node behind a source that gives the items. `milliseconds` is what n8n shows as the
	 * node's execution time, in fractions: from the end of the source to the end of the node, n8n's
	 * own work on the items in between included.
	 */
	async function runNode(node, items) {
		const saved = buildWorkflow(node);
		const hooks = new ExecutionLifecycleHooks('trigger', saved.id, saved);
		const ends = [];
		hooks.addHandler('nodeExecuteAfter', () => ends.push(performance.now()));
		const additionalData = Object.assign(await getBase(), { executionId: saved.id, hooks });
		const { data } = await new WorkflowExecute(additionalData, 'trigger').run({
			workflow: new Workflow({ ...saved, nodeTypes }),
			pinData: { [SOURCE.name]: items },
		});
		const { error, runData } = data.resultData;
		if (error) throw new Error(`${node.name}: ${error.message}. ${error.description ?? ''}`);
		return { milliseconds: ends[1] - ends[0], runData };
	}

	return {
		runNode,
		about: {
			n8n: load('./package.json').version,
			node: process.versions.node,
			expressionEngine: Expression.getActiveImplementation(),
		},
	};
}
