import {
	BUILT_IN_TABLES,
	checkRecognitionTables,
} from '../../../../nodes/core/attribute/recognition/RecognitionTables';
import { SegmentationError } from '../../../../nodes/core/SegmentationError';

describe('checkRecognitionTables', () => {
	it('takes tables with everything left out', () => {
		expect(checkRecognitionTables({}, 'Tables')).toEqual(BUILT_IN_TABLES);
	});

	it('takes what it gave', () => {
		const tables = checkRecognitionTables(
			{
				titles: [{ words: ['growth hacker'], seniority: 'specialist', department: 'marketing' }],
				sectors: [
					{ words: ['craft beer'], sector: 'manufacturing' },
					{ nace: ['62'], sector: null },
				],
				freeMailDomains: ['firm-mail.example'],
				decisionRoles: { manager: 'decides', procurement: 'decides' },
				replace: ['titles'],
			},
			'Tables',
		);
		expect(checkRecognitionTables(JSON.parse(JSON.stringify(tables)), 'Tables')).toEqual(tables);
	});

	// Source: the schema; each message names the place as people write it.
	it.each<[unknown, string]>([
		[null, 'Recognition Tables cannot be used: a record is expected'],
		[{ title: [] }, '"title" is not known'],
		[{ titles: {} }, 'titles: a list is expected'],
		[{ titles: [{ words: [], seniority: 'owner' }] }, 'titles[0].words: a word is expected'],
		[
			{ titles: [{ words: ['of', '!'], seniority: 'owner' }] },
			'titles[0].words[0]: a word is expected (and 1 more)',
		],
		[{ titles: [{ words: ['*'], seniority: 'owner' }] }, 'titles[0].words[0]: a word is expected'],
		[
			{ titles: [{ words: ['? officer'], seniority: 'owner' }] },
			'titles[0].words[0]: a word is expected',
		],
		[{ titles: [{ words: [1], seniority: 'owner' }] }, 'titles[0].words[0]: a text is expected'],
		[
			{ titles: [{ words: ['x'], seniority: 'boss' }] },
			'titles[0].seniority: "boss" is none of owner, cLevel,',
		],
		[
			{ titles: [{ words: ['x'] }] },
			'titles[0]: seniority, department, decisionRole or effect is expected',
		],
		[
			{ sectors: [{ words: ['x'], sector: 'beer' }] },
			'sectors[0].sector: "beer" is none of agriculture,',
		],
		[{ sectors: [{ sector: 'energy' }] }, 'sectors[0]: words, nace or sic is expected'],
		[
			{ sectors: [{ nace: ['software'], sector: 'energy' }] },
			'sectors[0].nace[0]: a code such as 62.01 is expected',
		],
		[
			{ sectors: [{ sic: ['x'], sector: 'energy' }] },
			'sectors[0].sic[0]: a code such as 7372 is expected',
		],
		[
			{ freeMailDomains: ['firm'] },
			'freeMailDomains[0]: a domain such as firm.example is expected',
		],
		[
			{ businessDomains: ['a@b.example'] },
			'businessDomains[0]: a domain such as firm.example is expected',
		],
		[
			{ decisionRoles: { manager: 'rules' } },
			'decisionRoles.manager: "rules" is none of decides, influences, uses',
		],
		[{ decisionRoles: { boss: 'decides' } }, 'decisionRoles: "boss" is not known'],
		[{ replace: ['mail'] }, 'replace[0]: "mail" is none of titles, sectors,'],
	])('%j: %s', (value, message) => {
		const check = () => checkRecognitionTables(value, 'Recognition Tables');
		expect(check).toThrow(SegmentationError);
		expect(check).toThrow(expect.objectContaining({ code: 'invalidModel' }));
		expect(check).toThrow(message);
		expect(check).toThrow(/^Recognition Tables cannot be used: /);
	});
});
