import { node } from '../../e2e/buildWorkflow.mjs';

/** The node that hands on what it gets: what it costs is n8n's own work for every node. */
export const noOperation = node('No Operation', 'n8n-nodes-base.noOp');
