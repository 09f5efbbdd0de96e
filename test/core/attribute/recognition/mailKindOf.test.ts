import fc from 'fast-check';

import { Recogniser } from '../../../../nodes/core/attribute/recognition/Recogniser';
import { MAIL_KINDS, type MailKind } from '../../../../nodes/core/attribute/recognition/recognised';
import { checkRecognitionTables } from '../../../../nodes/core/attribute/recognition/RecognitionTables';

const recogniser = new Recogniser();

describe('mailKindOf', () => {
	// Source: the services' own pages; RFC 2606 for .example; registries' rules for .edu and .ac.
	it.each<[MailKind, string]>([
		[
			'free',
			'gmail.com googlemail.com outlook.com outlook.de hotmail.com hotmail.fr hotmail.co.uk live.nl live.com.mx msn.com yahoo.com yahoo.de ' +
				'yahoo.co.uk yahoo.com.br yahoo.co.jp ymail.com aol.com gmx.de gmx.net gmx.at web.de t-online.de freenet.de orange.fr free.fr laposte.net sfr.fr ' +
				'wanadoo.fr libero.it virgilio.it alice.it tiscali.it terra.es telefonica.net sapo.pt uol.com.br bol.com.br ziggo.nl kpnmail.nl wp.pl o2.pl ' +
				'onet.pl interia.pl seznam.cz mail.ru bk.ru yandex.ru yandex.com rambler.ru naver.com daum.net hanmail.net kakao.com nate.com docomo.ne.jp ' +
				'qq.com 163.com 126.com sina.com proton.me protonmail.com icloud.com me.com bluewin.ch btinternet.com comcast.net',
		],
		[
			'education',
			'stanford.edu cs.stanford.edu usyd.edu.au ox.ac.uk snu.ac.kr u-tokyo.ac.jp uw.edu.pl uni-heidelberg.de stud.uni-goettingen.de tu-berlin.de ' +
				'lmu.de ethz.ch univ-lille.fr unibo.it studenti.unimi.it tudelft.nl usp.br kuleuven.be utoronto.ca',
		],
		[
			'disposable',
			'mailinator.com guerrillamail.com 10minutemail.com 10minutemail.net yopmail.com temp-mail.org tempmail.dev trashmail.com sharklasers.com ' +
				'getnada.com wegwerfmail.de throwawaymail.com grr.la maildrop.cc mail.trashmail.com',
		],
		[
			'business',
			'acme.example siemens.com notgmail.com gmail.acme.example yahoo-inc.com outlookers.com mygmx.de webde.com education.example live-events.com ' +
				'acme.co.uk edu.example.com unibau.de proton-systems.de yahoo.acme.com college.com qq.de university-press.com',
		],
	])('%s: %s', (kind, domains) => {
		for (const domain of domains.split(' ')) {
			expect(`${domain} ${recogniser.mailKind(`anna@${domain}`)}`).toBe(`${domain} ${kind}`);
			expect(recogniser.mailKind(` Anna Berg <ANNA@${domain.toUpperCase()}> `)).toBe(kind);
		}
	});

	// Source: docstring of mailKindOf and of readEmail.
	it.each<[unknown, string]>([
		['', 'blank'],
		[null, 'null'],
		[undefined, 'absent'],
		['anna', 'no sign'],
		['anna@localhost', 'no domain of the internet'],
		['anna@[192.168.0.1]', 'address of a machine'],
		['anna@192.168.0.1', 'address of a machine'],
		['anna@.com', 'no name'],
		[4711, 'number'],
		[{ email: 'anna@gmail.com' }, 'object'],
		[['anna@gmail.com'], 'list'],
	])('%p: null (%s)', (email) => {
		expect(recogniser.mailKind(email)).toBeNull();
	});

	it('gives a kind or null for anything', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.emailAddress()), (email) => {
				expect([null, ...MAIL_KINDS]).toContain(recogniser.mailKind(email));
			}),
		);
	});

	it('goes by the domain alone', () => {
		fc.assert(
			fc.property(fc.emailAddress(), (email) => {
				const domain = email.slice(email.lastIndexOf('@') + 1);
				expect(recogniser.mailKind(email)).toBe(recogniser.mailKind(`x@${domain}`));
			}),
		);
	});
});

describe('Mail domains of the user', () => {
	const own = new Recogniser(
		checkRecognitionTables(
			{
				freeMailDomains: ['firm-mail.example', '@Bücher.example'],
				businessDomains: ['gmail.com', 'tempmail-tools.example'],
				disposableDomains: ['*.drop.example'],
				educationDomains: ['siemens-academy.example'],
			},
			'Tables',
		),
	);

	it.each<[string, MailKind]>([
		['anna@firm-mail.example', 'free'],
		['anna@mail.firm-mail.example', 'free'],
		['anna@bücher.example', 'free'],
		['anna@gmail.com', 'business'],
		['anna@googlemail.com', 'free'],
		['anna@tempmail-tools.example', 'business'],
		['anna@x.drop.example', 'disposable'],
		['anna@siemens-academy.example', 'education'],
		['anna@other.example', 'business'],
	])('%s: %s', (email, kind) => {
		expect(own.mailKind(email)).toBe(kind);
	});

	it('stand alone where they replace the table', () => {
		const alone = new Recogniser(
			checkRecognitionTables(
				{ freeMailDomains: ['firm-mail.example'], replace: ['freeMailDomains'] },
				'Tables',
			),
		);
		expect(alone.mailKind('anna@firm-mail.example')).toBe('free');
		expect(alone.mailKind('anna@gmail.com')).toBe('business');
		expect(alone.mailKind('anna@yahoo.de')).toBe('business');
		expect(alone.mailKind('anna@mailinator.com')).toBe('disposable');
	});
});
