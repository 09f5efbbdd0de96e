import type { LeadColumn } from './LeadColumn';
import { planField, type FieldPlan, type LeftOut } from './planField';
import type { LevelRows } from './ridgeLevels';

/** A column that is learned from, cut into levels that are counted through all columns. */
export interface PlannedField extends FieldPlan {
	column: LeadColumn;
	/** The number of its first level. */
	firstLevel: number;
}

/** Cuts columns into levels by what is known of some leads, and tells which are left out and why. */
export function plannedFields(
	columns: readonly LeadColumn[],
	rows: Int32Array,
	outcomes: Uint8Array,
): { fields: PlannedField[]; leftOut: LeftOut[] } {
	const fields: PlannedField[] = [];
	const leftOut: LeftOut[] = [];
	let firstLevel = 0;
	for (const column of columns) {
		const plan = planField(column, rows, outcomes);
		if ('reason' in plan) {
			leftOut.push(plan);
			continue;
		}
		fields.push({ ...plan, column, firstLevel });
		firstLevel += plan.levels.length;
	}
	return { fields, leftOut };
}

/** Leads as the levels that they are on. */
export function levelRows(
	fields: readonly PlannedField[],
	rows: Int32Array,
	outcomes: Uint8Array,
): LevelRows {
	const width = fields.length;
	const levels = new Int32Array(rows.length * width);
	fields.forEach(({ column, levelOf, firstLevel }, field) => {
		for (let i = 0; i < rows.length; i++) {
			const level = levelOf[column.codes[rows[i]!]!]!;
			levels[i * width + field] = level < 0 ? -1 : firstLevel + level;
		}
	});
	return {
		levels: fields.reduce((sum, field) => sum + field.levels.length, 0),
		fields: width,
		rows: levels,
		outcomes: Uint8Array.from(rows, (row) => outcomes[row]!),
	};
}
