// Reads the recorded payloads that lie beside the checkout; plain CommonJS, as the package's lint
// allows no built-in modules in TypeScript files.
const fs = require('node:fs');
const path = require('node:path');

const FOLDER = path.resolve(__dirname, '../../../../shared/data/payloads');

/** Every item of a sample file, or `undefined` where the folder is missing. */
function samplesOf(file) {
	const full = path.join(FOLDER, file);
	if (!fs.existsSync(full)) return undefined;
	const content = JSON.parse(fs.readFileSync(full, 'utf8'));
	return Array.isArray(content) ? content : [content];
}

/** Every item of all samples of a system, or `undefined` where the folder is missing. */
function samplesOfSystem(folder) {
	const full = path.join(FOLDER, folder);
	if (!fs.existsSync(full)) return undefined;
	return fs
		.readdirSync(full)
		.filter((name) => name.endsWith('.json'))
		.sort()
		.flatMap((name) => samplesOf(`${folder}/${name}`));
}

module.exports = { hasPayloads: fs.existsSync(FOLDER), samplesOf, samplesOfSystem };
