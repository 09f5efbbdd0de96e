import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { median } from '../measure/statistics.mjs';
import { seededRandom } from '../records/seededRandom.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, '../../..');
const CDNOW = path.resolve(ROOT, '../shared/data/cdnow/transactions.csv');
const END = '1997-09-30';
const ROUNDS = 100;
const MS_PER_DAY = 864e5;
const LARGE_SHOP = 100_000;
const LAST_DAY = 20_000;
const MODULES = [
	'history/HistoryDraft',
	'history/OpenDays',
	'lapse/forecast/fitForecast',
	'lapse/forecast/PurchaseLog',
	'lapse/models/bgNbd',
	'lapse/models/CountTable',
	'lapse/models/mbgNbd',
	'lapse/models/paretoNbd',
	'reading/TimeZone',
];

/** What is measured of the core, bundled as the nodes are. */
async function loadCore() {
	const { outputFiles } = await build({
		stdin: {
			contents: MODULES.map((file) => `export * from './nodes/core/${file}';`).join('\n'),
			resolveDir: ROOT,
			loader: 'ts',
		},
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		write: false,
	});
	const module = { exports: {} };
	const require = createRequire(import.meta.url);
	new Function('module', 'exports', 'require', outputFiles[0].text)(
		module,
		module.exports,
		require,
	);
	return module.exports;
}

/** x, tx and T of each customer, in weeks: the orders of a day count once. */
async function readCounts(dataFile) {
	const [, ...lines] = (await readFile(dataFile, 'utf8')).trim().split(/\r?\n/);
	const daysOf = new Map();
	for (const line of lines) {
		const [, customer, date] = line.split(',');
		if (date > END) continue;
		if (!daysOf.has(customer)) daysOf.set(customer, new Set());
		daysOf.get(customer).add(Date.parse(date) / MS_PER_DAY);
	}
	const end = Date.parse(END) / MS_PER_DAY;
	const counts = { x: [], tx: [], T: [] };
	for (const days of daysOf.values()) {
		const [first, last] = [Math.min(...days), Math.max(...days)];
		counts.x.push(days.size - 1);
		counts.tx.push((last - first) / 7);
		counts.T.push((end - first) / 7);
	}
	return counts;
}

function timeOurs({ CountTable, bgNbd, mbgNbd, paretoNbd }, { x, tx, T }) {
	return [bgNbd, mbgNbd, paretoNbd].map((model) => {
		const milliseconds = [];
		let fit;
		for (let round = 0; round <= ROUNDS; round++) {
			const start = performance.now();
			fit = model.fit(new CountTable(x, tx, T));
			milliseconds.push(performance.now() - start);
		}
		const [firstMs, ...rest] = milliseconds;
		const { parameters, logLikelihood } = fit;
		return { model: model.label, warmMs: median(rest), firstMs, logLikelihood, parameters };
	});
}

/** Customers of two and a half years, new ones every day, who order by chance until they leave. */
function shopOf({ HistoryDraft, TimeZone }, customers) {
	const { next } = seededRandom();
	const zone = new TimeZone('UTC');
	return Array.from({ length: customers }, (_, i) => {
		const draft = new HistoryDraft(String(i), zone);
		const [gap, leaves] = [-40 * Math.log(next()), 0.4 * next()];
		for (let day = LAST_DAY - 900 * next(); day <= LAST_DAY; day -= gap * Math.log(next())) {
			draft.add({ at: Math.floor(day) * MS_PER_DAY, amount: undefined, currency: undefined });
			if (next() < leaves) break;
		}
		return draft.finish();
	});
}

/** The whole forecast of a large shop: three models, and what its past shows them to miss. */
function timeForecast(core) {
	const histories = shopOf(core, LARGE_SHOP);
	const milliseconds = [];
	for (let round = 0; round <= 5; round++) {
		const start = performance.now();
		const log = new core.PurchaseLog(histories, core.EVERY_DAY);
		core.fitForecast(log, LAST_DAY, { horizonDays: 90, model: 'auto' });
		milliseconds.push(performance.now() - start);
	}
	const [firstMs, ...rest] = milliseconds;
	return { customers: LARGE_SHOP, warmMs: median(rest), firstMs };
}

/** What scipy makes of the same file; `{ missing }` says why there is nothing. */
function timePeer(dataFile) {
	const script = path.join(HERE, 'scipy_fit.py');
	const { status, stdout, error, stderr } = spawnSync('python3', [script, dataFile, END], {
		encoding: 'utf8',
		// Threads that wait for each other would slow so small a task down.
		env: { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1' },
	});
	if (status === 0) return { fits: JSON.parse(stdout) };
	const isMissing = error || /ModuleNotFoundError/.test(stderr);
	return { missing: isMissing ? 'python3 with scipy is not installed here' : stderr.trim() };
}

/**
 * Times our fits, with the table they start from, and those of scipy on the same file of orders.
 * Milliseconds are medians of warm runs; logarithms of the likelihood are in weeks. Undefined where the
 * file does not lie beside the checkout.
 */
export async function measureFit(dataFile = CDNOW) {
	if (!existsSync(dataFile)) return undefined;
	const counts = await readCounts(dataFile);
	const core = await loadCore();
	return {
		customers: counts.x.length,
		ours: timeOurs(core, counts),
		peer: timePeer(dataFile),
		forecast: timeForecast(core),
	};
}
