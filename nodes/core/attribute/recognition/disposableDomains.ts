/** What names of throw-away mail services have in them, wherever they are. */
export const DISPOSABLE_NAME =
	/temp-?(?:e-?)?mail|10-?minute|minute-?mail|minute-?inbox|trash-?mail|throw-?away|disposable|guerrill?a-?mail|mailinator|fake-?(?:e-?)?mail|fake-?inbox|wegwerf|muellmail|yopmail|yop-?mail|spam-?gourmet|spam-?box|burner-?mail|temp-?inbox|jetable|mail-?drop|dropmail|anonbox|mail-?catch|discard\.?mail|nospam|einmal-?mail|dispostable|one-?time-?mail|email-?fake|mail-?temp|correo-?temporal|mail-?nesia|sharklasers|mohmal|moakt/;

/**
 * Domains of the best known services for throw-away addresses whose names do not say so. New ones
 * appear every day and no list is ever complete; the user can add to it.
 */
export const DISPOSABLE_DOMAINS: readonly string[] = (
	'grr.la guerrillamailblock.com pokemail.net spam4.me getnada.com nada.email inboxkitten.com mytemp.email tmpmail.org tmpmail.net tmail.io tmails.net 1secmail.com 1secmail.net ' +
	'1secmail.org esiix.com wwjmp.com xojxe.com yoggm.com byom.de spoofmail.de emailondeck.com mintemail.com mytrashmail.com mailexpire.com spamex.com spamfree24.org spamfree24.de ' +
	'mailnull.com mailmoat.com incognitomail.org deadaddress.com shieldedmail.com sneakemail.com tempr.email tempail.com luxusmail.org crazymailing.com mailsac.com mailtothis.com ' +
	'tempmailaddress.com harakirimail.com getairmail.com airmailbox.website maileater.com mailzilla.com mailtemporaire.fr yomail.info cool.fr.nf courriel.fr.nf moncourrier.fr.nf monmail.fr.nf ' +
	'speed.1s.fr hide.biz.st mymail.infos.st kurzepost.de objectmail.com proxymail.eu rcpt.at trash-me.com vomoto.com 0815.ru 33mail.com armyspy.com cuvox.de dayrep.com einrot.com ' +
	'fleckens.hu gustr.com jourrapide.com rhyta.com superrito.com teleworm.us owlymail.com inboxbear.com mail.tm mailgw.com emlhub.com emlpro.com emltmp.com spymail.one 10mail.org linshiyouxiang.net ' +
	'fexpost.com fexbox.org fexbox.ru rover.info inpwa.com intopwa.com tofeat.com chitthi.in mvrht.net mailto.plus fextemp.com any.pink merepost.com tmpbox.net boximail.com ' +
	'zetmail.com clrmail.com vusra.com gufum.com rteet.com dcctb.com beeplush.com tidissajiiu.com laafd.com bugfoo.com finews.biz cashbenties.com tmpeml.com tmpnator.live mailpoof.com ' +
	'maildax.com mail7.io tempm.com haltospam.com soodonims.com tafmail.com zippymail.info spambog.com spambog.de spambog.ru spamavert.com spamspot.com spaml.de s0ny.net sogetthis.com ' +
	'binkmail.com bobmail.info chammy.info devnullmail.com letthemeatspam.com mailin8r.com reallymymail.com suremail.info thisisnotmyrealemail.com tradermail.info veryrealemail.com zippymail.com ' +
	'safetymail.info streetwisemail.com putthisinyourspamdatabase.com spamhereplease.com monumentmail.com notmailinator.com trbvm.com tempomail.fr bccto.me chacuo.net 027168.com'
).split(' ');
