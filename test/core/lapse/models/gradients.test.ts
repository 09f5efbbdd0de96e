import fc from 'fast-check';

import { betaGeometricObjective } from '../../../../nodes/core/lapse/models/betaGeometricLikelihood';
import { CountTable } from '../../../../nodes/core/lapse/models/CountTable';
import { FitColumns } from '../../../../nodes/core/lapse/models/FitColumns';
import type { Objective } from '../../../../nodes/core/lapse/models/minimise';
import { negativeBinomialObjective } from '../../../../nodes/core/lapse/models/NegativeBinomial';
import { paretoObjective } from '../../../../nodes/core/lapse/models/paretoLikelihood';

const OBJECTIVES: ReadonlyArray<readonly [string, number, (columns: FitColumns) => Objective]> = [
	['NBD', 2, negativeBinomialObjective],
	['BG/NBD', 4, (columns) => betaGeometricObjective(columns, false)],
	['MBG/NBD', 4, (columns) => betaGeometricObjective(columns, true)],
	['Pareto/NBD', 4, paretoObjective],
];

describe.each(OBJECTIVES)('The gradient of %s', (_, size, objectiveOf) => {
	const customer = fc
		.tuple(fc.oneof(fc.nat({ max: 6 }), fc.constant(40)), fc.nat({ max: 100 }), fc.nat({ max: 99 }))
		.map(([x, T, share]) => [x, x === 0 ? 0 : Math.floor((share * T) / 99), T] as const);
	const customers = fc
		.array(customer, { minLength: 1, maxLength: 8 })
		.filter((all) => all.some(([, , T]) => T > 0));
	const points = fc.array(fc.double({ min: -3, max: 2.5, noNaN: true }), {
		minLength: size,
		maxLength: size,
	});

	it('is what differences of the value say', () => {
		fc.assert(
			fc.property(customers, points, (all, point) => {
				const table = new CountTable(
					all.map(([x]) => x),
					all.map(([, tx]) => tx),
					all.map(([, , T]) => T),
				);
				const objective = objectiveOf(new FitColumns(table));
				const gradient = new Float64Array(size);
				objective(Float64Array.from(point), gradient);
				const unused = new Float64Array(size);
				for (let i = 0; i < size; i++) {
					const step = 1e-4;
					const [above, below] = [step, -step].map((move) =>
						objective(
							Float64Array.from(point, (value, at) => value + (at === i ? move : 0)),
							unused,
						),
					);
					const difference = (above! - below!) / (2 * step);
					const allowed = 1e-5 * (1 + Math.abs(difference));
					expect(Math.abs(gradient[i]! - difference)).toBeLessThan(allowed);
				}
			}),
			{ numRuns: 150 },
		);
	});
});
