import type { IExecuteFunctions } from 'n8n-workflow';
import { z } from 'zod';

import type { AskedRow } from '../../shared/attributes/rows/AskedRow';
import { RowCompiler, type RowRun } from '../../shared/attributes/rows/RowCompiler';
import { RowReader } from '../../shared/attributes/rows/RowReader';
import { ConditionGroups } from '../../shared/conditionGroups';
import { Conditions, type AskedConditions } from '../../shared/conditions';
import { configurationFault, withDomainFaults } from '../../shared/configurationFault';
import { filterConditions } from '../../shared/filterConditions';
import type { NodeParameters } from '../../shared/NodeParameters';

const listSchema = z.array(z.unknown()).default([]);
const combineSchema = z.enum(['all', 'any']).default('all');

/** A group of rows as the user set it. */
interface AskedGroup {
	combinator: 'and' | 'or';
	rows: readonly AskedRow[];
	conditions: AskedConditions;
}

/** Makes what a segment asks for, once the run is known that attributes are compared in. */
export type MakeConditions = (run: RowRun) => AskedConditions;

/**
 * What a segment asks for: its condition rows, and groups of attribute rows beside them.
 *
 * @param path of the segment, e.g. `segments.values[0]`
 * @param isEnabled a segment that is switched off may be half done: its groups are not looked at
 */
export function segmentConditions(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	path: string,
	owner: string,
	isEnabled: boolean,
): MakeConditions {
	const combinator = (at: string) =>
		parameters.constant(at, combineSchema) === 'any' ? 'or' : 'and';
	const conditions = filterConditions(context, parameters, `${path}.conditions`, owner);
	const groupsAt = `${path}.attributeGroups.values`;
	const groupCount = isEnabled ? parameters.constant(groupsAt, listSchema).length : 0;
	if (groupCount === 0) return () => conditions;
	const reader = new RowReader(parameters, owner);
	const groups = Array.from({ length: groupCount }, (_group, i): AskedGroup => {
		const groupAt = `${groupsAt}[${i}]`;
		const rowsAt = `${groupAt}.rows.values`;
		const rows = parameters
			.constant(rowsAt, listSchema)
			.map((_row, j) => reader.row(`${rowsAt}[${j}]`));
		const group = {
			combinator: combinator(`${groupAt}.combine`),
			rows,
			conditions: filterConditions(context, parameters, `${groupAt}.conditions`, owner),
		} as const;
		if (rows.length === 0 && group.conditions.isEmpty) {
			throw configurationFault(
				context,
				`Attribute Group ${i + 1} of the segment "${owner}" has no row`,
				'Add a row that tells who belongs to it, or remove the group',
			);
		}
		return group;
	});
	const among = combinator(`${path}.combineGroups`);
	return (run) =>
		withDomainFaults(context, () => {
			const compiler = new RowCompiler(run, owner);
			const parts = groups.map((group) => {
				const rows = group.rows.map((row) => compiler.row(row));
				return ConditionGroups.of(
					owner,
					[group.conditions, new Conditions(owner, rows, group.combinator)],
					group.combinator,
				);
			});
			return ConditionGroups.of(owner, [conditions, ...parts], among);
		});
}
