import type { DecisionRole, Department, Seniority } from './recognised';

/** The part in a purchase that goes with a level or with a department. */
export type DecisionRoles = Readonly<Partial<Record<Seniority | Department, DecisionRole>>>;

/**
 * Who owns or leads decides; managers, senior people and whoever buys for the company influence; the
 * rest use what is bought.
 */
export const DECISION_ROLES_BY_DEFAULT: DecisionRoles = Object.freeze({
	owner: 'decides',
	cLevel: 'decides',
	vicePresident: 'decides',
	director: 'decides',
	manager: 'influences',
	senior: 'influences',
	specialist: 'uses',
	entry: 'uses',
	intern: 'uses',
	procurement: 'influences',
});

const WEIGHT: Readonly<Record<DecisionRole, number>> = { uses: 1, influences: 2, decides: 3 };

/**
 * The part somebody has in a purchase: that of the level or that of the department, whichever is more.
 * The department adds nothing for interns; null where neither says anything.
 */
export function decisionRoleOf(
	seniority: Seniority | null,
	department: Department | null,
	roles: DecisionRoles = DECISION_ROLES_BY_DEFAULT,
): DecisionRole | null {
	const byLevel = seniority === null ? undefined : roles[seniority];
	const byDepartment =
		department === null || seniority === 'intern' ? undefined : roles[department];
	if (!byLevel || !byDepartment) return byLevel ?? byDepartment ?? null;
	return WEIGHT[byDepartment] > WEIGHT[byLevel] ? byDepartment : byLevel;
}
