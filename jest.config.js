const os = require('node:os');
const path = require('node:path');

// The engine keeps settings of its own; they do not belong into the home folder.
process.env.N8N_USER_FOLDER = path.join(os.tmpdir(), 'n8n-nodes-customer-segmentation-jest');
// The engine logs what nodes report; the tests read it from the run itself.
process.env.N8N_LOG_LEVEL = 'silent';

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	// Laws are tried on many drawn cases: on a busy machine that takes its time.
	testTimeout: 60_000,
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	transform: {
		'^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }],
	},
};
