import { CustomerMemoryApi } from '../../../../credentials/CustomerMemoryApi.credentials';
import { NEEDED_SCOPES } from '../../../../nodes/shared/memory/dataTable/apiFault';
import { textOf } from '../../../package/sourceFiles';

const credential = new CustomerMemoryApi();

describe('The credential of the customer memory', () => {
	it('keeps its key as a password and sends it as n8n wants it', () => {
		const key = credential.properties.find(({ name }) => name === 'apiKey');
		expect(key?.typeOptions).toEqual({ password: true });
		expect(credential.authenticate.properties).toEqual({
			headers: { 'X-N8N-API-KEY': '={{ $credentials.apiKey }}' },
		});
		expect(credential.test.request).toMatchObject({ url: '/data-tables', qs: { limit: 1 } });
	});

	it('has an icon for light and one for dark', () => {
		const { light, dark } = credential.icon as { light: string; dark: string };
		const drawn = [light, dark].map((name) => textOf(`credentials/${name.replace('file:', '')}`));
		for (const drawing of drawn) expect(drawing).toMatch(/^<svg [\s\S]*<\/svg>\s*$/);
		expect(drawn[0]).not.toBe(drawn[1]);
	});

	it('tells of every kind of scope that the memory asks for', () => {
		const description = credential.properties.find(({ name }) => name === 'apiKey')!.description!;
		const kinds = new Set(NEEDED_SCOPES.map((scope) => scope.split(':')[1]!));
		for (const kind of kinds) expect(description).toContain(kind);
	});
});
