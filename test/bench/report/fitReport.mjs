import { textTable } from '../../../scripts/demo/textTable.mjs';
import { duration, grouped } from './units.mjs';

/** A forecast is fitted to a large shop within this. */
const LARGE_SHOP_MS = 2_000;

/** The table of fits, from what was measured; a sentence where there was nothing to fit. */
export function fitReport(measured) {
	if (!measured)
		return 'Fits were not measured: they need ../shared/data/cdnow beside the checkout.';
	const { customers, ours, peer, forecast } = measured;
	const [best] = (peer.fits ?? []).filter(({ method }) => method === 'L-BFGS-B');
	const row = (name, { warmMs, firstMs, logLikelihood }, budget = '', met = '') => [
		name,
		duration(warmMs),
		duration(firstMs),
		grouped(logLikelihood, 3),
		budget,
		met,
	];
	const rows = ours.map((fit) =>
		fit.model === 'BG/NBD' && best
			? row(
					fit.model,
					fit,
					"no slower than scipy's L-BFGS-B",
					fit.warmMs <= best.warmMs ? 'yes' : 'NO',
				)
			: row(fit.model, fit),
	);
	const peers = (peer.fits ?? []).map((fit) => row(`BG/NBD by scipy, ${fit.method}`, fit));
	return [
		`Fits of the models to the ${grouped(customers)} customers of CDNOW, with the table of counts; median of warm fits`,
		textTable(['Model', 'Median', 'First', 'Log-likelihood', 'Budget', 'Met'], [...rows, ...peers]),
		...(peer.missing ? [`No peer: ${peer.missing}.`] : []),
		'',
		`The whole forecast for ${grouped(forecast.customers)} customers: ${duration(forecast.warmMs)}, at first ${duration(forecast.firstMs)}; budget under ${duration(LARGE_SHOP_MS)}: ${forecast.firstMs < LARGE_SHOP_MS ? 'met' : 'NOT MET'}`,
	].join('\n');
}
