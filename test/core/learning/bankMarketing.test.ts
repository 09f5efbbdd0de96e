import { checkLeadModel } from '../../../nodes/core/lead/LeadModel';
import { leadColumns } from '../../../nodes/core/learning/LeadColumn';
import { learnLeadModel } from '../../../nodes/core/learning/learnLeadModel';
import { learnPoints } from '../../../nodes/core/learning/learnPoints';
import { stepsOfRows } from '../../../nodes/core/learning/levelPoints';
import { brierScore, logLoss } from '../../../nodes/core/learning/probabilityScores';
import { rankAuc } from '../../../nodes/core/learning/rankAuc';
import { bankLeads, type LabelledLeads } from './bankLeads';
import { pointsByJson, probabilityByJson } from './pointsByJson';

const bank = bankLeads();

const learnFrom = ({ leads, fields, outcomes }: LabelledLeads) => {
	const withoutDuration = fields.filter(({ name }) => name !== 'duration');
	const learned = learnLeadModel({ fields: withoutDuration, outcomes });
	const { report } = learned;
	const quality = report.quality!;
	const measured = checkLeadModel(learned.measuredModel, 'The model');
	// Source: the split of the task, by index modulo 10.
	const held = leads.map((_, i) => i).filter((i) => [7, 8, 9].includes(i % 10));
	const happened = held.map((i) => outcomes[i]!);
	const points = held.map((i) => pointsByJson(measured, leads[i]!));
	const probabilities = points.map((one) => probabilityByJson(measured, one));

	// Source: L2 logistic regression of scikit-learn, C = 1, one-hot and standardised numbers, on the same split.
	it('ranks and forecasts the leads held back at least as well as plain regression', () => {
		expect(rankAuc(points, happened)!).toBeGreaterThanOrEqual(0.778);
		expect(logLoss(probabilities, happened)!).toBeLessThanOrEqual(0.3016);
		expect(brierScore(probabilities, happened)!).toBeLessThanOrEqual(0.0869);
	});

	it('loses next to nothing by being points', () => {
		expect(Math.abs(rankAuc(points, happened)! - quality.aucOfRegression)).toBeLessThan(0.005);
	});

	it('says of itself what its JSON shows', () => {
		expect(quality.leads).toBe(held.length);
		expect(quality.auc).toBeCloseTo(rankAuc(points, happened)!, 10);
		expect(quality.logLoss).toBeCloseTo(logLoss(probabilities, happened)!, 10);
		expect(quality.brier).toBeCloseTo(brierScore(probabilities, happened)!, 10);
	});

	it('adds up for every lead of the file as its JSON does', () => {
		const columns = withoutDuration.flatMap(leadColumns);
		const rows = Int32Array.from(leads, (_, i) => i);
		const all = learnPoints(columns, rows, Uint8Array.from(outcomes, Number), {
			pointsInAll: 100,
			tuning: { penalty: 3, slope: 1 },
		})!;
		const model = checkLeadModel(all.model, 'The model');
		const steps = stepsOfRows(all.fields, all.points, rows);
		expect(leads.findIndex((lead, i) => pointsByJson(model, lead) !== steps[i])).toBe(-1);
	});

	it('comes true: of each tenth as many become customers as it says', () => {
		expect(quality.calibration.length).toBeGreaterThanOrEqual(8);
		for (const { leads: count, forecast, observed } of quality.calibration) {
			// Four standard errors of a share, and a twentieth of it for the drift of five years of calls.
			const error = Math.sqrt((forecast * (1 - forecast)) / count);
			expect(Math.abs(observed - forecast)).toBeLessThan(4 * error + 0.05 * forecast);
		}
	});

	it('gives a model that people can read', () => {
		const model = checkLeadModel(learned.model, 'The model');
		expect(report.rules).toBe(model.rules.length);
		expect(model.rules.length).toBeLessThan(60);
		const names = model.rules.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
		expect(names).toContain('poutcome is success');
		expect(names).toContain('pdays is -1');
		expect(report.pointStep).toBe(1);
		expect(report.suspects).toEqual([]);
		expect(report.leftOut).toEqual([]);
		expect(report.warnings).toEqual([]);
		const [hot, warm, cold] = report.bands;
		expect(hot!.leads / report.leads).toBeGreaterThan(0.05);
		expect(hot!.leads / report.leads).toBeLessThan(0.15);
		expect((hot!.leads + warm!.leads) / report.leads).toBeGreaterThan(0.25);
		expect((hot!.leads + warm!.leads) / report.leads).toBeLessThan(0.45);
		expect(hot!.rate!).toBeGreaterThan(warm!.rate!);
		expect(warm!.rate!).toBeGreaterThan(cold!.rate!);
	});

	it('points out the duration of the call, which is known only afterwards, and no other field', () => {
		const all = learnLeadModel({ fields, outcomes }, { leaveOutSuspects: true });
		expect(all.report.suspects.map(({ field }) => field)).toEqual(['duration']);
		expect(all.report.leftOut.map(({ field }) => field)).toEqual(['duration']);
		expect(all.model).toEqual(learned.model);
	});

	it('keeps the duration where told, and warns', () => {
		const all = learnLeadModel({ fields, outcomes }, { leaveOutSuspects: false });
		expect(all.report.quality!.auc).toBeGreaterThan(0.85);
		expect(all.report.drivers[0]!.field).toBe('duration');
		expect(all.report.warnings.join(' ')).toContain('duration may be known only after the outcome');
	});
};

if (bank) describe('Learning from Bank Marketing', () => learnFrom(bank));
else it.skip('Bank Marketing is missing beside the checkout: ../shared/data/leads', () => {});
