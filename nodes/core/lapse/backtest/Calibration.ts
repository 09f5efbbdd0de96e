/** Customers with like forecasts, and how many of them came back. */
export interface CalibrationBin {
	/** From this probability up. */
	from: number;
	/** To below this one; the last bin ends at 1 and holds it. */
	to: number;
	customers: number;
	/** Mean of the probabilities. */
	forecast: number;
	/** Share that came back. */
	observed: number;
}

const BINS = 5;

/** Whether as many came back as was forecast. */
export class Calibration {
	private readonly customers = new Float64Array(BINS);

	private readonly forecasts = new Float64Array(BINS);

	private readonly returns = new Float64Array(BINS);

	private squares = 0;

	add(probability: number, returned: boolean): void {
		const bin = Math.min(BINS - 1, Math.floor(probability * BINS));
		this.customers[bin]! += 1;
		this.forecasts[bin]! += probability;
		if (returned) this.returns[bin]! += 1;
		this.squares += (probability - (returned ? 1 : 0)) ** 2;
	}

	/** Mean square of the misses (Brier 1950); null for no forecasts. */
	brier(): number | null {
		const customers = this.customers.reduce((sum, one) => sum + one, 0);
		return customers === 0 ? null : this.squares / customers;
	}

	/** The bins that hold somebody. */
	bins(): CalibrationBin[] {
		return Array.from(this.customers, (customers, bin) => ({
			from: bin / BINS,
			to: (bin + 1) / BINS,
			customers,
			forecast: this.forecasts[bin]! / customers,
			observed: this.returns[bin]! / customers,
		})).filter(({ customers }) => customers > 0);
	}
}
