/** Names of mail services that come with many endings: `yahoo.co.uk`, `hotmail.fr`, `gmx.at`. */
export const FREE_MAIL_FAMILIES: ReadonlySet<string> = new Set(
	(
		'gmail googlemail yahoo ymail rocketmail hotmail outlook live msn aol gmx yandex proton protonmail tutanota ' +
		'tuta icloud windowslive passport'
	).split(' '),
);

/**
 * Domains of mail services and internet providers where private people have their addresses, by
 * country; compiled from the services' own pages.
 */
export const FREE_MAIL_DOMAINS: readonly string[] = // World
	(
		'me.com mac.com pm.me tutamail.com keemail.me mail.com email.com usa.com fastmail.com fastmail.fm hushmail.com zoho.com zohomail.com ' +
		'zohomail.eu inbox.com lycos.com mailfence.com posteo.net mailbox.org startmail.com runbox.com disroot.org riseup.net hey.com ' +
		'duck.com privaterelay.appleid.com mozmail.com simplelogin.com post.com europe.com asia.com consultant.com myself.com writeme.com ' +
		'engineer.com techie.com iname.com cheerful.com excite.com juno.com netzero.net netzero.com safe-mail.net vivaldi.net skiff.com ' +
		'yahoomail.com love.com games.com wow.com verizon.net rediffmail.com in.com ' +
		// United States and Canada
		'comcast.net att.net sbcglobal.net bellsouth.net cox.net charter.net spectrum.net rr.com twc.com roadrunner.com earthlink.net optonline.net ' +
		'optimum.net frontier.com frontiernet.net windstream.net centurylink.net q.com embarqmail.com mindspring.com peoplepc.com suddenlink.net ' +
		'cableone.net wildblue.net hughes.net prodigy.net ameritech.net pacbell.net swbell.net snet.net nvbell.net flash.net netscape.net netscape.com ' +
		'cs.com aim.com compuserve.com rogers.com shaw.ca telus.net bell.net sympatico.ca videotron.ca cogeco.ca eastlink.ca sasktel.net mts.net ' +
		// United Kingdom, Ireland, Australia, New Zealand, South Africa, India
		'btinternet.com btopenworld.com bt.com talktalk.net tiscali.co.uk virginmedia.com virgin.net ntlworld.com blueyonder.co.uk sky.com plusnet.com ' +
		'plus.com o2.co.uk orange.net wanadoo.co.uk freeserve.co.uk lineone.net talk21.com eircom.net iol.ie bigpond.com bigpond.net.au optusnet.com.au ' +
		'iinet.net.au tpg.com.au internode.on.net dodo.com.au westnet.com.au xtra.co.nz slingshot.co.nz clear.net.nz orcon.net.nz mweb.co.za telkomsa.net ' +
		'webmail.co.za vodamail.co.za indiatimes.com sify.com ' +
		// Germany, Austria, Switzerland
		'web.de t-online.de freenet.de arcor.de 1und1.de online.de mail.de email.de vodafone.de vodafonemail.de kabelmail.de unitymail.de unity-mail.de o2online.de o2mail.de ' +
		'alice.de alice-dsl.net alice-dsl.de hansenet.de netcologne.de ewetel.net ewe.net osnanet.de versanet.de gmx.net posteo.de magenta.de ' +
		'onlinehome.de kabelbw.de genion.de lycos.de directbox.com smart-mail.de nexgo.de htp-tel.de m-online.net mnet-mail.de mnet-online.de ' +
		'aon.at chello.at a1.net liwest.at inode.at utanet.at drei.at bluewin.ch hispeed.ch sunrise.ch swissonline.ch bluemail.ch gmx.ch ' +
		// France, Belgium
		'orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr numericable.com club-internet.fr cegetel.net aliceadsl.fr voila.fr 9online.fr ' +
		'noos.fr libertysurf.fr tele2.fr caramail.com skynet.be telenet.be proximus.be voo.be belgacom.net scarlet.be brutele.be tvcablenet.be pandora.be ' +
		// Spain, Latin America
		'telefonica.net movistar.es terra.es ono.com orange.es wanadoo.es ya.com jazztel.es euskaltel.net mundo-r.com vodafone.es tiscali.es terra.com ' +
		'terra.com.mx prodigy.net.mx infinitum.com.mx fibertel.com.ar arnet.com.ar speedy.com.ar ciudad.com.ar uolsinectis.com.ar cantv.net une.net.co ' +
		'etb.net.co vtr.net entelchile.net adinet.com.uy ' +
		// Italy
		'libero.it virgilio.it tiscali.it alice.it tin.it inwind.it iol.it tim.it blu.it fastwebnet.it vodafone.it teletu.it email.it poste.it katamail.com supereva.it ' +
		'infinito.it hotmail.it aruba.it interfree.it jumpy.it ' +
		// Portugal, Brazil
		'sapo.pt mail.telepac.pt telepac.pt netcabo.pt clix.pt iol.pt meo.pt nos.pt vodafone.pt uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com ' +
		'zipmail.com.br r7.com oi.com.br pop.com.br superig.com.br ibest.com.br ' +
		// Netherlands, Luxembourg
		'ziggo.nl kpnmail.nl planet.nl hetnet.nl home.nl xs4all.nl chello.nl casema.nl quicknet.nl upcmail.nl zonnet.nl tele2.nl online.nl versatel.nl wanadoo.nl ' +
		'zeelandnet.nl telfort.nl solcon.nl caiway.nl caiway.net kabelfoon.nl tiscali.nl freeler.nl pt.lu ' +
		// Poland, Czechia, Slovakia, Hungary
		'wp.pl o2.pl onet.pl onet.eu op.pl poczta.onet.pl vp.pl interia.pl interia.eu poczta.fm tlen.pl go2.pl gazeta.pl buziaczek.pl autograf.pl neostrada.pl spoko.pl ' +
		'onet.com.pl amorki.pl lubie.to prokonto.pl pacz.to int.pl seznam.cz email.cz post.cz centrum.cz volny.cz atlas.cz tiscali.cz quick.cz azet.sk zoznam.sk ' +
		'centrum.sk post.sk pobox.sk stonline.sk freemail.hu citromail.hu t-online.hu indamail.hu upcmail.hu vipmail.hu ' +
		// Nordic countries, Baltic countries
		'telia.com comhem.se bredband.net bredband2.com spray.se passagen.se home.se tele2.se swipnet.se glocalnet.net online.no broadpark.no getmail.no ' +
		'lyse.net start.no frisurf.no tdcadsl.dk mail.dk stofanet.dk jubii.dk ofir.dk webspeed.dk get2net.dk mail.tele.dk kolumbus.fi luukku.com suomi24.fi elisanet.fi ' +
		'pp.inet.fi saunalahti.fi welho.com inbox.lv inbox.lt one.lt takas.lt mail.ee hot.ee online.ee apollo.lv ' +
		// Russia and neighbours
		'mail.ru bk.ru list.ru inbox.ru internet.ru ya.ru rambler.ru lenta.ru myrambler.ru ro.ru autorambler.ru pochta.ru mail.ua ukr.net i.ua meta.ua bigmir.net ' +
		'online.ua tut.by mail.kz e-mail.ua xmail.ru vk.com sibmail.com nm.ru hotbox.ru narod.ru ' +
		// South-east Europe, Turkey, Middle East
		'abv.bg mail.bg dir.bg gbg.bg otenet.gr forthnet.gr hol.gr freemail.gr in.gr siol.net net.hr inet.hr email.t-com.hr t-2.net eunet.rs ptt.rs sbb.rs mynet.com ' +
		'ttmail.com superonline.com turk.net walla.co.il walla.com netvision.net.il bezeqint.net 012.net.il maktoob.com emirates.net.ae yahoo.ro home.ro ' +
		// Korea, Japan, China, the rest of Asia
		'naver.com hanmail.net daum.net kakao.com nate.com empas.com korea.com dreamwiz.com hanafos.com lycos.co.kr paran.com freechal.com chol.com netian.com ' +
		'docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp ocn.ne.jp nifty.com biglobe.ne.jp so-net.ne.jp excite.co.jp infoseek.jp goo.jp plala.or.jp ' +
		'qq.com foxmail.com vip.qq.com 163.com 126.com yeah.net vip.163.com 188.com sina.com sina.cn vip.sina.com sohu.com aliyun.com tom.com 139.com 189.cn 21cn.com 263.net ' +
		'wo.cn netvigator.com pacific.net.sg singnet.com.sg pchome.com.tw hinet.net seed.net.tw streamyx.com tm.net.my plasa.com telkom.net vnn.vn'
	).split(' ');
