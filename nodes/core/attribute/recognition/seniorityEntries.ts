import { phraseList } from './phraseList';
import type { TitleEntry } from './TitleEntry';

/**
 * Words for levels in job titles: English, German, French, Spanish, Italian, Portuguese, Dutch,
 * Polish, Russian, Korean, and the commonest of Swedish, Czech and Turkish.
 *
 * - Partners of a firm and the self-employed are owners: they decide for their own firm.
 * - Whoever leads the whole company is C level; a director of a function ("Sales Director", "Directeur
 *   financier", "финансовый директор") is a director in every language, as is a head of ("Leiter",
 *   "Hoofd", "начальник").
 * - Words for the leader of a team or of some people ("Responsable", "Jefe", "Kierownik", "팀장") are
 *   managers. Managers of accounts, products, projects, offices, brands or communities lead no people:
 *   specialists.
 * - A chief of staff is a manager, an art director a senior specialist, a creative director a manager.
 */
export const SENIORITY_ENTRIES: readonly TitleEntry[] = [
	{
		effect: 'retired',
		words: phraseList(`
			retired, semi retired, im ruhestand, ruhestand, rentner, rentnerin, pensionär, pensionärin, jubilado,
			jubilada, pensionato, pensionata, in pensione, aposentado, aposentada, reformado, gepensioneerd,
			met pensioen, emeryt, emerytka, emerytowany, na emeryturze, пенсионер*, на пенсии, 은퇴, 퇴직, emekli,
			pensionerad, důchodce, unemployed, arbeitslos, arbeitssuchend, open to work, seeking opportunities,
			looking for opportunities, looking for new opportunities, seeking new opportunities, job seeker,
			jobseeker, en recherche emploi, en búsqueda activa, in cerca di occupazione, в поиске работы,
			безработный, housewife, hausfrau
		`),
	},
	{
		effect: 'past',
		words: phraseList(`
			former, formerly, ex, previous, previously, past, ehemaliger, ehemalige, ehemals, ehem, früherer,
			frühere, früher, ancien, ancienne, antiguo, antigua, antes, antigo, precedente, già, voormalig,
			voormalige, były, była, dawniej, бывший, бывшая, экс, 전직, 전, eski, bývalý, bývalá, tidigare,
			emeritus, emerita
		`),
	},
	{
		effect: 'assists',
		seniority: 'entry',
		words: phraseList(`
			assistant, assistants, executive assistant, administrative assistant, personal assistant,
			virtual assistant, pa to, ea to, pa, ea, aide, secretary, *assistentin, *assistent, *assistenz,
			*assistente, sekretär, sekretärin, *sekretärin, *sekretariat, vorzimmer, assistante, secrétaire,
			asistente, asistenta, secretario, secretaria, secretária, secretário, segretaria, segretario,
			secretaresse, *secretaresse, asystent, asystentka, sekretarka, sekretarz, ассистент*, помощник*,
			помощниц*, секретар*, референт директора, 비서, *비서, asistent, asistentka, asistan*, assistent*,
			yönetici asistanı
		`),
	},
	{
		seniority: 'manager',
		words: phraseList(`
			
			subdirector, subdirectora,
			subgerente general, teamleiter, teamleiterin, gruppenleiter, gruppenleiterin, marktleiter,
			marktleiterin, schichtleiter, schichtleiterin, bauleiter, bauleiterin, referatsleiter,
			referatsleiterin, stellvertretender leiter, stellvertretender leiterin, stationsleiter,
			stationsleiterin, sachgebietsleiter, sachgebietsleiterin, vorarbeiter, vorarbeiterin, küchenchef,
			küchenchefin, vorgesetzte, vorgesetzter, manager, managers, mgr, managerin, *manager, *managerin,
			supervisor, team lead, team leader, teamlead, group leader, group lead, lead, squad lead, foreman,
			foreperson, chief of staff, chief engineer, chief architect, directeur artistique senior,
			engineering manager, head nurse, head chef, head of year, executive chef, head coach, head teacher,
			head waiter, teamleitung, gruppenleitung, filialleitung, schichtführer, disponent leiter, oberarzt,
			oberärztin, meister, vertriebsleiter innendienst, chefkoch, pflegedienstleitung, pdl, responsable,
			chef service, chef équipe, cheffe équipe, chef département, cheffe service, chef agence,
			chef atelier, chef chantier, chef rayon, chef des ventes, cheffe des ventes, chef, cheffe, manageuse,
			encadrant, coordonnateur général, raf adjoint, jefe, jefa, gerente, gerenta, encargado, encargada,
			responsable de área, coordinador general, líder, lider, supervisora, capo, responsabile, resp,
			capoarea, capo area, caporeparto, capo reparto, capoufficio, capo ufficio, capoturno, quadro,
			direttore artistico senior, chefe, gestor, gestora, líder de equipe, encarregado, encarregada,
			responsável, gerência, coordenador geral, teamleider, teamleidster, leidinggevende, afdelingsleider,
			filiaalmanager, voorman, ploegleider, kierownik, kierowniczka, menedżer, menadżer, manager zespołu,
			lider zespołu, brygadzista, mistrz, менеджер высшего звена, руководител* групп*,
			руководител* команд*, руководител* смен*, начальник смен*, бригадир, мастер участка,
			старш* менеджер*, главн*, шеф, супервайзер*, заведующ* склад*, управляющ* магазин*, *팀장, *팀장님, *부장,
			*차장, *과장, *파트장, *매니저, *관리자, *리더, *반장, *계장, *부장님, *과장님, *차장님, vedoucí, manažer, manažerka, mistr,
			chef för, gruppchef, teamchef, butikschef, yönetici, yöneticisi, şef, şefi, ekip lideri,
			takım lideri, projektchef
		`),
	},
	{
		seniority: 'director',
		words: phraseList(`
			
			direktor, direktorin, *direktor, *direktorin, leiter, leiterin, *leiter, *leiterin, bereichsleiter,
			bereichsleiterin, abteilungsleiter, abteilungsleiterin, hauptabteilungsleiter,
			hauptabteilungsleiterin, prokurist, prokuristin, betriebsleiter, betriebsleiterin, werksleiter,
			werksleiterin, niederlassungsleiter, niederlassungsleiterin, standortleiter, standortleiterin,
			ressortleiter, ressortleiterin, director, dir, directors, head, global head, group head,
			general manager, gm, country manager, country head, country director, regional director, head honcho,
			dean, provost, headmaster, headmistress, managing editor in chief, editor in chief, superintendent,
			vice principal head, school principal, leitung, *leitung, bereichsleitung, abteilungsleitung,
			chefarzt, chefärztin, ärztlicher direktor, chefredakteur, chefredakteurin, schulleiter,
			schulleiterin, generalbevollmächtigter, leitend, leitende, leitender, directeur, directrice, dirco,
			rédacteur en chef, rédactrice en chef, direttore, direttrice, dirigente, dirigenti, primario,
			directora, gerente nacional, gerente de división, diretor, diretora, superintendente, hoofd, *hoofd,
			afdelingshoofd, bedrijfsleider, *directeur, dyrektor, dyrektorka, dyr, naczelnik,
			główny księgowy dyrektor, директор*, директриса, руководител*, начальник*, завкафедрой, заведующ*,
			главн* врач*, главврач, главн* редактор*, главред, управляющ*, *이사, *본부장, *사업부장, *센터장, *지사장, *공장장,
			*연구소장, *소장, *실장, *총괄, *총괄이사, *국장, *부문장, *임원, *그룹장, ředitel, ředitelka, direktör, *direktör,
			direktörü, avdelningschef, *chef, chefin, enhetschef, müdür, müdürü, müdiresi, direktörlüğü
		`),
	},
	{
		seniority: 'senior',
		words: phraseList(`
			
			secretary treasurer,
			senior executive assistant, senior, sr, snr, principal, staff engineer, staff software engineer,
			lead ?, distinguished engineer, fellow, expert, professor, prof, professorin, head developer,
			head designer, architect senior, seniorin, sénior, expérimenté, confirmé, senior professional,
			ведущ*, старш*, эксперт*, профессор*, главн* специалист*, starszy, starsza, ekspert, ekspertka,
			główny specjalista, główna specjalistka, profesor, profesora, professora, hlavní specialista,
			zkušený, kıdemli, uzman kıdemli, *수석, *책임, *선임, *선임연구원, *책임연구원, *수석연구원, *교수, seniorkonsult
		`),
	},
	{
		effect: 'lowers',
		words: phraseList(`
			deputy, vice, stellvertretend*, stellv, stv, vize, sous, adjoint, adjointe, adjunto, adjunta, sub,
			viceprezes, vicedirettore, vicedirettrice, aggiunto, adjunct, plaatsvervangend, zastępca,
			zastępczyni, z ca, zca, zast, заместител*, зам, замдиректора, zástupce, yardımcısı, biträdande,
			ställföreträdande
		`),
	},
	{
		seniority: 'owner',
		department: 'management',
		words: phraseList(`
			inhaber, inhaberin, *inhaber, *inhaberin, gründer, gründerin, mitgründer, mitgründerin,
			firmengründer, firmengründerin, unternehmensgründer, unternehmensgründerin, unternehmer,
			unternehmerin, einzelunternehmer, einzelunternehmerin, eigentümer, eigentümerin, miteigentümer,
			miteigentümerin, gesellschafter, gesellschafterin, geschäftsführender gesellschafter,
			geschäftsführender gesellschafterin, gesellschafter geschäftsführer,
			gesellschafter geschäftsführerin, selbstständige, selbstständiger, selbständige, selbständiger,
			unternehmensinhaber, unternehmensinhaberin, owner, co owner, coowner, owner operator, owner manager,
			business owner, company owner, founder, co founder, cofounder, founding partner, proprietor,
			proprietress, sole proprietor, sole trader, entrepreneur, serial entrepreneur, solopreneur,
			self employed, selfemployed, franchisee, franchise owner, shareholder, restaurateur,
			managing partner, general partner, senior partner, equity partner, name partner, managing member,
			ggf, geschäftsführende gesellschafterin, geschäftsführerin gesellschafterin, ich ag, selbstständig,
			selbständig, geschäftsinhaber, geschäftsinhaberin, kanzleiinhaber, kanzleiinhaberin, fondateur,
			fondatrice, cofondateur, cofondatrice, co fondateur, co fondatrice, propriétaire,
			entrepreneur individuel, entrepreneuse, auto entrepreneur, autoentrepreneur, micro entrepreneur,
			associé gérant, associée gérante, gérant associé, chef entreprise, cheffe entreprise,
			dirigeant propriétaire, créateur entreprise, créatrice, patron, patronne, dueño, dueña, propietario,
			propietaria, fundador, fundadora, cofundador, cofundadora, co fundador, co fundadora, socio, socia,
			socio fundador, socio director, emprendedor, emprendedora, empresario, empresaria, autónomo,
			autónoma, trabajador autónomo, titolare, proprietario, proprietaria, fondatore, co fondatore,
			cofondatore, imprenditore, imprenditrice, libero professionista, socio amministratore,
			socio fondatore, socio unico, dono, dona, proprietário, proprietária, sócio, sócia, sócio gerente,
			sócia gerente, sócio fundador, sócio administrador, empresário, empresária, empreendedor,
			empreendedora, fundador e ceo, eigenaar, eigenaresse, mede eigenaar, medeeigenaar,
			directeur eigenaar, oprichter, oprichtster, medeoprichter, mede oprichter, ondernemer, onderneemster,
			zzp, zzper, zelfstandige, zelfstandig, zelfstandig ondernemer, vennoot, directeur grootaandeelhouder,
			dga eigenaar, właściciel, właścicielka, współwłaściciel, współwłaścicielka, założyciel, założycielka,
			współzałożyciel, współzałożycielka, przedsiębiorca, wspólnik, wspólniczka, własna działalność,
			владел*, совладел*, основател*, основательниц*, сооснователь, собственник*, учредител*, соучредител*,
			предпринимател*, ип, хозяин, хозяйка, самозанят*, *창업자, *창립자, *설립자, *오너, *소유주, 자영업, 자영업자, 개인사업자, *원장,
			*점주, *창업, ägare, *ägare, grundare, medgrundare, egenföretagare, majitel, majitelka, spolumajitel,
			zakladatel, zakladatelka, jednatel a majitel, sahibi, kurucu, kurucu ortak, iş ortağı, şirket sahibi,
			işletme sahibi, osvč
		`),
	},
	{
		seniority: 'owner',
		department: 'management',
		last: true,
		words: phraseList(`
			partner, partnerin, associé, associée, partner founder
		`),
	},
	{
		seniority: 'owner',
		words: phraseList(`
			freelance, freelancer, freiberufler, freiberuflerin, freiberuflich, freier, freelancerin,
			indépendant, indépendante, фрилансер, 프리랜서
		`),
	},
	{
		seniority: 'cLevel',
		department: 'management',
		words: phraseList(`
			ceo, co ceo, chief executive, chief executive officer, president, president ceo, pdg, dg,
			président directeur général, présidente directrice générale, président, présidente, gf, chairman,
			chairwoman, chairperson, chairman board, executive chairman, board chair, coo,
			chief operating officer, cxo, c level, clevel, c suite, csuite, group ceo, vorstandsvorsitzender,
			vorstandsvorsitzende, vorstandssprecher, vorstandssprecherin, vorsitzender der geschäftsführung,
			directeur général, directrice générale, directeur général délégué, directeur exécutif,
			directrice exécutive, dirigeant, dirigeante, gérant, gérante, cogérant, co gérant, mandataire social,
			director general, directora general, gerente general, gerenta general, consejero delegado,
			consejera delegada, director ejecutivo, directora ejecutiva, presidente, presidenta,
			presidente ejecutivo, administrador único, administrador general, director gerente,
			directora gerente, amministratore delegato, amministratrice delegata, amministratore unico,
			amministratrice unica, direttore generale, direttrice generale, legale rappresentante, diretor geral,
			diretora geral, diretor executivo, diretora executiva, diretor presidente, presidente executivo,
			gerente geral, presidente executiva, algemeen directeur, algemeen directrice, bestuurder,
			zaakvoerder, zaakvoerster, statutair directeur, directievoorzitter, bestuursvoorzitter, prezes,
			prezes zarządu, prezeska, prezeska zarządu, dyrektor generalny, dyrektorka generalna,
			dyrektor zarządzający, dyrektor naczelny, генеральн* директор*, исполнительн* директор*,
			гендиректор*, гендир, президент*, председател*, глава компании, руководитель компании,
			руководитель предприятия, управляющий директор, директор компании, директор ооо, *대표이사, *대표, *대표님,
			*사장, *사장님, *회장, 대표이사 사장, 최고경영자, *최고경영자, 공동대표, verkställande direktör, vd, generální ředitel,
			generální ředitelka, výkonný ředitel, jednatel, jednatelka, předseda představenstva, genel müdür,
			yönetim kurulu başkanı, icra kurulu başkanı
		`),
	},
	{
		seniority: 'cLevel',
		words: phraseList(`
			geschäftsführer, geschäftsführerin, *geschäftsführer, *geschäftsführerin, geschäftsleiter,
			geschäftsleiterin, vorständ, vorständin, hauptgeschäftsführer, hauptgeschäftsführerin,
			co geschäftsführer, co geschäftsführerin, managing director, chief ? officer, chief ? ? officer,
			chief ? ? ? officer, group managing director, executive director, non executive director,
			board member, member of the board, board of directors, member board of directors, geschäftsleitung,
			geschäftsführung, geschäftsführend, geschäftsführende, geschäftsführender direktor,
			mitglied der geschäftsleitung, mitglied der geschäftsführung, vorstand, *vorstand, vorstandsmitglied,
			mitglied des vorstands, verwaltungsrat, verwaltungsrätin, aufsichtsrat, aufsichtsrätin,
			aufsichtsratsvorsitzender, direktorium, membre du comité de direction, membre du directoire,
			directoire, directie, directielid, raad van bestuur, członek zarządu, członkini zarządu, zarząd,
			член правления, член совета директоров, chief, генеральный, administrateur délégué,
			secretary general, secrétaire général, secrétaire générale, secretario general, segretario generale,
			sekretarz generalny, генеральный секретарь, miembro del consejo, consigliere delegato,
			styrelseordförande, styrelseledamot, cpo, cpto
		`),
	},
	{
		seniority: 'cLevel',
		department: 'finance',
		words: phraseList(`
			cfo, chief financial officer, finanzvorstand
		`),
	},
	{
		seniority: 'cLevel',
		department: 'informationTechnology',
		words: phraseList(`
			cto, cio, ciso, cdo, chief information officer, chief technology officer, chief digital officer
		`),
	},
	{
		seniority: 'cLevel',
		department: 'marketing',
		words: phraseList(`
			cmo, chief marketing officer, cgo, chief growth officer, chief brand officer,
			chief communications officer
		`),
	},
	{
		seniority: 'cLevel',
		department: 'sales',
		words: phraseList(`
			cro, chief revenue officer, chief commercial officer, cco, cso, chief sales officer, cbo, cbdo
		`),
	},
	{
		seniority: 'cLevel',
		department: 'humanResources',
		words: phraseList(`
			chro, chief people officer, chief human resources officer
		`),
	},
	{
		seniority: 'cLevel',
		department: 'procurement',
		words: phraseList(`
			chief procurement officer, chief purchasing officer
		`),
	},
	{
		seniority: 'cLevel',
		department: 'legal',
		words: phraseList(`
			clo, chief legal officer, general counsel
		`),
	},
	{
		seniority: 'vicePresident',
		words: phraseList(`
			vice president, vp, svp, evp, rvp, vpe, executive vice president, senior vice president,
			vicepresident, deputy ceo, deputy chief executive, deputy managing director, vizepräsident,
			vizepräsidentin, vice président, vice présidente, vicepresidente, vicepresidenta, vice presidente,
			wiceprezes, wiceprezes zarządu, wiceprezeska, вице президент*, вице-президент*, вицепрезидент*, *부사장,
			*전무, *상무, *전무이사, *상무이사, dga, directeur général adjoint, directrice générale adjointe, viceprezident,
			başkan yardımcısı, genel müdür yardımcısı, vice vd, первый заместитель генерального директора,
			заместител* генеральн* директор*
		`),
	},
	{
		seniority: 'director',
		department: 'humanResources',
		words: phraseList(`
			drh, hrd, директор по персоналу, руководител* персонал*
		`),
	},
	{
		seniority: 'director',
		department: 'finance',
		words: phraseList(`
			daf, raf, directeur administratif et financier, directrice administrative et financière,
			responsable administratif et financier
		`),
	},
	{
		seniority: 'director',
		department: 'informationTechnology',
		words: phraseList(`
			dsi, directeur des systèmes information, it leiter, it leitung
		`),
	},
	{
		seniority: 'director',
		department: 'marketing',
		words: phraseList(`
			dircom, directeur de la communication, directrice de la communication
		`),
	},
	{
		seniority: 'manager',
		department: 'humanResources',
		words: phraseList(`
			rrh
		`),
	},
	{
		seniority: 'manager',
		department: 'finance',
		words: phraseList(`
			главн* бухгалтер*, главбух*, chef comptable, cheffe comptable, chief accountant, główny księgowy,
			główna księgowa, hauptbuchhalter, hauptbuchhalterin, hlavní účetní
		`),
	},
	{
		seniority: 'manager',
		department: 'operations',
		words: phraseList(`
			store manager, shop manager, branch manager, plant manager, filialleiter, filialleiterin, *점장, *지점장,
			directeur de magasin, directrice de magasin
		`),
	},
	{
		seniority: 'manager',
		department: 'informationTechnology',
		words: phraseList(`
			tech lead, technical lead, тимлид, it manager
		`),
	},
	{
		seniority: 'manager',
		department: 'marketing',
		words: phraseList(`
			creative director, kreativdirektor, kreativdirektorin, directeur de création, directrice de création,
			director creativo, directora creativa, direttore creativo, diretor criativo, creatief directeur,
			dyrektor kreatywny, креативный директор
		`),
	},
	{
		seniority: 'senior',
		department: 'marketing',
		words: phraseList(`
			art director, artdirector, artdirektor, artdirektorin, directeur artistique, directrice artistique,
			director de arte, directora de arte, direttore artistico, direttrice artistica, diretor de arte,
			diretora de arte, арт директор, dyrektor artystyczny
		`),
	},
	{
		seniority: 'senior',
		department: 'legal',
		words: phraseList(`
			company secretary, senior counsel
		`),
	},
	{
		seniority: 'specialist',
		words: phraseList(`
			referent, referentin, *referent, *referentin, sachbearbeiter, sachbearbeiterin, *sachbearbeiter,
			*sachbearbeiterin, mitarbeiter, mitarbeiterin, *mitarbeiter, *mitarbeiterin, entwickler,
			entwicklerin, *entwickler, *entwicklerin, berater, beraterin, *berater, *beraterin, ingenieur,
			ingenieurin, *ingenieur, *ingenieurin, techniker, technikerin, *techniker, *technikerin, verkäufer,
			verkäuferin, *verkäufer, *verkäuferin, buchhalter, buchhalterin, *buchhalter, *buchhalterin,
			*betreuer, *betreuerin, designer, designerin, *designer, *designerin, *analyst, *analystin,
			redakteur, redakteurin, *redakteur, *redakteurin, architekt, architektin, *architekt, *architektin,
			*spezialist, *spezialistin, spezialist, spezialistin, koordinator, koordinatorin, *koordinator,
			*koordinatorin, *planer, *planerin, *administrator, *administratorin, *mechaniker, *mechanikerin,
			elektriker, elektrikerin, *elektroniker, *elektronikerin, lehrer, lehrerin, *lehrer, *lehrerin,
			anwalt, anwaltin, *anwalt, *anwaltin, *jurist, *juristin, *vertreter, *vertreterin, projektleiter,
			projektleiterin, projektmanager, projektmanagerin, scrum master, scrum masterin, *wissenschaftler,
			*wissenschaftlerin, disponent, disponentin, *disponent, *disponentin, *beauftragter, *beauftragterin,
			*beauftragte, *steuerberater, *steuerberaterin, *fahrer, *fahrerin, *controller, *controllerin,
			teilprojektleiter, teilprojektleiterin, *projektleiter, *projektleiterin, apotheker, apothekerin,
			gestalter, gestalterin, *gestalter, *gestalterin, physiotherapeut, physiotherapeutin, erzieher,
			erzieherin, trainer, trainerin, *trainer, *trainerin, *kaufmann, *kauffrau, *fachkraft,
			*angestellter, *angestellte, *kraft, arzt, ärztin, *anwältin, krankenschwester, projektleitung,
			*projektleitung, sachbearbeitung, begleiter, begleiterin, project manager, program manager,
			programme manager, technical program manager, portfolio manager, ecommerce manager, case manager,
			contract manager, contracts manager, change manager, release manager, delivery manager,
			quality manager, risk manager, compliance manager, data manager, asset manager, property manager,
			fund manager, investment manager, bid manager, lead manager, procurement specialist, care manager,
			digital project manager, pm, projectmanager, projectleider, projectleidster, lead generation manager,
			process owner, data owner, service owner, system owner, problem owner, agile coach, business partner,
			channel partner, business analyst, executive, specialist, engineer, developer, programmer, analyst,
			consultant, advisor, adviser, coordinator, administrator, representative, rep, technician, nurse,
			doctor, physician, surgeon, dentist, pharmacist, therapist, psychologist, veterinarian, teacher,
			lecturer, tutor, instructor, writer, copywriter, editor, journalist, author, recruiter, sourcer,
			planner, scheduler, architect, lawyer, attorney, solicitor, barrister, counsel, paralegal, scientist,
			researcher, officer, agent, clerk, operator, driver, mechanic, electrician, plumber, carpenter,
			welder, accountant, bookkeeper, auditor, controller, treasurer, actuary, underwriter, broker, trader,
			banker, cashier, salesperson, salesman, saleswoman, seller, sales, merchandiser, photographer,
			videographer, artist, musician, actor, translator, interpreter, librarian, cook, baker, bartender,
			waiter, receptionist, worker, employee, staff, generalist, strategist, marketer, marketeer,
			evangelist, advocate, ambassador, influencer, blogger, creator, producer, moderator, tester,
			sysadmin, devops, webmaster, data scientist, investigator, inspector, surveyor, estimator,
			dispatcher, realtor, stylist, hairdresser, coach, mentor, counselor, social worker, pastor, pilot,
			officer cadet, expeditor, contractor, member of technical staff, swe, sre, dba, qa, film director,
			stage director, music director, musical director, director of photography, theatre director,
			casting director, funeral director, screenwriter, guide, technologist, chemist, biologist, physicist,
			economist, statistician, mathematician, geologist, professional, practitioner, operative, caretaker,
			security guard, werkstattmitarbeiter, kundenbetreuung, vertriebsinnendienst, monteur, handwerker,
			pfleger, dozent, dozentin, freie mitarbeiterin, chef projet, cheffe projet, cheffe de projet,
			chef partie, chargé, chargée, ingénieur, ingénieure, développeur, développeuse, conseiller,
			conseillère, consultante, technicien, technicienne, commercial, commerciale, vendeur, vendeuse,
			comptable, juriste, avocat, avocate, rédacteur, rédactrice, graphiste, analyste, gestionnaire,
			coordinateur, coordinatrice, coordonnateur, coordonnatrice, formateur, formatrice, enseignant,
			enseignante, professeur école, infirmier, infirmière, médecin, pharmacien, pharmacienne, architecte,
			employé, employée, ouvrier, ouvrière, opérateur, opératrice, animateur, animatrice,
			responsable de compte, spécialiste, expert comptable, experte comptable, agent immobilier, attaché,
			attachée, contrôleur, contrôleuse, auditeur, auditrice, concepteur, conceptrice, délégué, déléguée,
			négociateur, journaliste, traducteur, traductrice, cuisinier, serveur, cadre, scientifique,
			chercheur, chercheuse, técnico, técnica, ingeniero, ingeniera, desarrollador, desarrolladora,
			programador, programadora, consultor, consultora, asesor, asesora, analista, comercial, vendedor,
			vendedora, contador, contadora, contable, abogado, abogada, diseñador, diseñadora, coordinador,
			coordinadora, administrativo, administrativa, administrador, administradora, especialista, ejecutivo,
			ejecutiva, representante, agente, profesor escuela, médico, médica, enfermero, enfermera, arquitecto,
			arquitecta, periodista, redactor, redactora, jefe proyecto, jefa proyecto, jefe producto,
			gerente proyecto, gerente de proyectos, empleado, empleada, operario, operador, operadora,
			dependiente, maestro, maestra, investigador, investigadora, auditora, delegado, delegada,
			gestor de proyectos, gestor proyectos, impiegato, impiegata, addetto, addetta, consulente, ingegnere,
			sviluppatore, sviluppatrice, programmatore, programmatrice, tecnico, venditore, venditrice,
			buyer senior, contabile, ragioniere, ragioniera, commercialista, avvocato, avvocata, avvocatessa,
			architetto, grafico, grafica, specialista, coordinatore, amministrativo, amministrativa,
			amministratore condominio, insegnante, docente, medico, infermiere, infermiera, giornalista,
			redattore, redattrice, operaio, operaia, commesso, commessa, operatore, operatrice, progettista,
			disegnatore, geometra, rappresentante, ricercatore, ricercatrice, farmacista, capo progetto,
			capoprogetto, formatore, engenheiro, engenheira, desenvolvedor, desenvolvedora, vendedor externo,
			contabilista, advogado, advogada, analista de sistemas, coordenador, coordenadora, professor escola,
			enfermeiro, enfermeira, jornalista, arquiteto, arquiteta, técnico de vendas, gerente de projetos,
			gerente de projeto, gestor de projetos, assessor, assessora, atendente, operário, funcionário,
			consultor de vendas, designer gráfico, promotor, promotora, pesquisador, pesquisadora,
			administrador de empresas, encarregado de dados, medewerker, *medewerker, medewerkster, adviseur,
			*adviseur, ontwikkelaar, *ontwikkelaar, verkoper, verkoopster, boekhouder, vertegenwoordiger,
			beheerder, *beheerder, coördinator, *coördinator, onderwijzer, leraar, docent, leerkracht,
			verpleegkundige, jurist, advocaat, ontwerper, vormgever, tekstschrijver, consulent, deskundige,
			specialiste, onderzoeker, projectmedewerker, verkoopadviseur, specjalista, specjalistka, inżynier,
			programista, programistka, przedstawiciel, przedstawicielka, doradca, konsultant, konsultantka,
			analityk, analityczka, księgowy, księgowa, projektant, projektantka, grafik, koordynator,
			koordynatorka, technik, nauczyciel, nauczycielka, lekarz, lekarka, pielęgniarka, prawnik, prawniczka,
			radca prawny, adwokat, pracownik, sprzedawca, opiekun, kierownik projektu, kierowniczka projektu,
			kierownik projektów, menedżer projektu, redaktor, dziennikarz, kierowca, mechanik, elektryk,
			pośrednik, trener, специалист*, менеджер*, инженер*, разработчик*, программист*, консультант*,
			аналитик*, бухгалтер*, юрист*, адвокат*, дизайнер*, маркетолог*, продав*, продавец, координатор*,
			администратор*, представител*, агент*, архитектор*, экономист*, врач*, учител*, преподавател*,
			редактор*, журналист*, копирайтер*, рекрутер*, оператор*, техник*, тестировщик*, логист*, кладовщик*,
			водител*, сотрудник*, научн* сотрудник*, переводчик*, фармацевт*, психолог*, тренер*, риелтор*,
			менеджер* проект*, руководител* проект*, проджект менеджер*, методист*, мерчендайзер*, кассир*,
			механик*, электрик*, слесар*, мастер*, *담당자, *담당, *대리, *주임, *연구원, *엔지니어, *개발자, *디자이너, *기획자, *컨설턴트,
			*분석가, *프로그래머, *회계사, *변호사, *변리사, *세무사, *의사, *간호사, *약사, *교사, *강사, *기자, *상담원, *상담사, *직원, *전문가, *기사, *작가,
			*설계사, *통역사, *프로젝트매니저, *트레이너, *코디네이터, 프로젝트 매니저, 제품 책임자, *관리사, *크리에이터, *에디터, *공무원, specialist*,
			ingenjör, *ingenjör, utvecklare, *utvecklare, säljare, *säljare, konsult, *konsult, handläggare,
			ekonom, projektledare, *samordnare, lärare, sjuksköterska, specialistka, vývojář, účetní, konzultant,
			konzultantka, projektový manažer, inženýr, uzman, uzmanı, mühendis, mühendisi, geliştirici,
			satış temsilcisi, danışman, danışmanı, muhasebeci, öğretmen, avukat, analist, temsilci, temsilcisi,
			satın alma uzmanı
		`),
	},
	{
		seniority: 'specialist',
		department: 'sales',
		words: phraseList(`
			account manager, key account manager, key account, kam, strategic account manager,
			global account manager, client manager, relationship manager, partner manager, partnership manager,
			partnerships manager, channel manager, channel partner manager, territory manager,
			area sales manager, regional sales manager, business development manager, inside sales manager,
			account executive, sales executive, business development executive, accounts executive, bdr, sdr,
			kundenberater, kundenberaterin, verkaufsberater, verkaufsberaterin, accountmanager, accountmanagerin,
			keyaccountmanager, key accounter, relatiebeheerder, accountbeheerder, chargé de clientèle,
			gerente de cuenta, gerente de cuentas, gerente de contas, gestor de contas, gestor de cuentas,
			opiekun klienta, аккаунт менеджер*, 어카운트 매니저, lead generation, lead gen, *영업대표, *영업사원, außendienst,
			innendienst, außendienstmitarbeiter, innendienstmitarbeiter, handlowiec, торгов* представител*,
			buitendienst, binnendienst, chef secteur, cheffe secteur, technico commercial, technico commerciale,
			attaché commercial, attachée commerciale, ingénieur commercial, agente di commercio,
			obchodní zástupce, obchodník
		`),
	},
	{
		seniority: 'specialist',
		department: 'customerService',
		words: phraseList(`
			customer success manager, csm, client success manager, technical account manager,
			customer service executive, service delivery manager
		`),
	},
	{
		seniority: 'specialist',
		department: 'operations',
		words: phraseList(`
			office manager, officemanager, officemanagerin, facility manager, офис менеджер*, fleet manager,
			logistician
		`),
	},
	{
		seniority: 'specialist',
		department: 'engineering',
		words: phraseList(`
			product manager, productmanager, produktmanager, produktmanagerin, technical product manager,
			product owner, chef produit, cheffe produit, jefe de producto, gerente de producto,
			gerente de produto, gerente de produtos, menedżer produktu, менеджер* продукт*,
			руководител* продукт*, продакт менеджер*, *프로덕트매니저, 프로덕트 매니저, 프로덕트 오너
		`),
	},
	{
		seniority: 'specialist',
		department: 'marketing',
		words: phraseList(`
			product marketing manager, community manager, communitymanager, community managerin, content manager,
			contentmanager, social media manager, socialmedia manager, social media managerin, campaign manager,
			brand manager, event manager, events manager, eventmanager, eventmanagerin, seo manager, sea manager,
			ppc manager, crm manager, email marketing manager, e mail marketing manager, marketing executive,
			advertising executive, pr executive, growth hacker, *커뮤니티매니저, *브랜드매니저, 커뮤니티 매니저, 브랜드 매니저,
			influencer manager, affiliate manager, performance marketing manager, online marketing manager,
			gestor de tráfego, chef publicité, traffic manager, смм*, таргетолог*, *마케터
		`),
	},
	{
		seniority: 'specialist',
		department: 'procurement',
		words: phraseList(`
			category manager, sourcing manager, vendor manager, buyer, purchaser, acheteur, acheteuse, comprador,
			compradora, compratore, inkoper, *inkoper, kupiec, закупщик*, снабженец, inköpare, nákupčí, *바이어,
			einkäufer, einkäuferin, *einkäufer, *einkäuferin
		`),
	},
	{
		seniority: 'specialist',
		department: 'humanResources',
		words: phraseList(`
			hr business partner, hrbp, recruitment executive, hr executive, talent manager, hr generalist,
			hr менеджер*, personalreferent, personalreferentin
		`),
	},
	{
		seniority: 'specialist',
		department: 'informationTechnology',
		words: phraseList(`
			it project manager, database manager, administrador sistemas, amministratore di sistema,
			amministratore sistema, administrateur système, administrateur systèmes, administrateur réseau,
			системн* администратор*, application manager, incident manager
		`),
	},
	{
		seniority: null,
		words: phraseList(`
			executive search, advisory board, advisory board member, board advisor, beirat, student affairs,
			student services, student success, student recruitment, manager search, lead nurturing,
			executive education, executive coach, partner relations, partner success, partner marketing,
			partner sales, channel sales, executive team, management consulting, product management,
			asset management, head hunter, headhunter, investor relations, owner relations, board games,
			partner program, alliance partner, president office, office of the president, office of the ceo,
			staff training, junior college, senior care, senior living, vice squad, intern program,
			internship program, chief happiness
		`),
	},
	{
		seniority: 'entry',
		words: phraseList(`
			auszubildende, auszubildender, trainee, traineer, berufseinsteiger, berufseinsteigerin, absolvent,
			absolventin, volontär, volontärin, hilfsarbeiter, hilfsarbeiterin, schüler, schülerin, junior, jr,
			jnr, juniorin, entry level, management trainee, apprentice, graduate trainee, recent graduate,
			graduate engineer, student, students, undergraduate, phd student, phd candidate, pupil, azubi,
			aushilfe, studentin, studierende, studierender, doktorand, doktorandin, étudiant, étudiante,
			doctorant, doctorante, débutant, alternant, alternante, apprenti, apprentie, bénévole, aprendiz,
			estudiante, becario formación, apprendista, tirocinante junior, studente, studentessa, neolaureato,
			neolaureata, volontario, estudante, auxiliar administrativo, ajudante, voluntário, leerling,
			vrijwilliger, młodszy, młodsza, studentka, uczeń, pomocnik, wolontariusz, младш*, студент*, ученик*,
			начинающ*, волонтер*, лаборант*, *사원, *신입, *신입사원, *학생, *대학생, *주니어, *수습, mladší, öğrenci,
			yardımcı eleman, lärling
		`),
	},
	{
		seniority: 'intern',
		words: phraseList(`
			praktikant, praktikantin, *praktikant, *praktikantin, werkstudent, werkstudentin, *werkstudent,
			*werkstudentin, intern, working student, werkstudierende, werkstudierender, praktikum,
			pflichtpraktikum, stagiaire, *stagiaire, *stagiair, stagiair, en stage, becario, becaria,
			practicante, prácticas, en prácticas, stagista, tirocinante, tirocinio, estagiário, estagiária,
			estagio, estágio, stażysta, stażystka, praktykant, praktykantka, стажер*, стажёр*, практикант*,
			интерн, *인턴, *인턴사원, *실습생, praktikantka, stážista, stážistka, stajyer
		`),
	},
	{ effect: 'retired', last: true, words: phraseList('retraite, in retirement') },
	{
		seniority: 'specialist',
		words: phraseList(
			'conseiller retraite, conseillère retraite, assurance retraite, caisse retraite',
		),
	},
	{ seniority: 'vicePresident', department: 'management', words: ['*부대표', '*부회장'] },
	{ seniority: 'director', words: phraseList('глава, executive head') },
	{ seniority: 'specialist', words: phraseList('associate, associates') },
	{ seniority: 'entry', last: true, words: phraseList('volunteer, auxiliar, starter') },
	{ seniority: 'intern', last: true, words: phraseList('internship, stage, interns') },
	{ seniority: 'specialist', words: phraseList('*medewerkster, *adviseuse, *beheerster') },
	{ seniority: 'director', words: phraseList('dyrektor*') },
	{ seniority: 'manager', words: phraseList('kierownik*, kierownicz*') },
	{
		seniority: 'owner',
		department: 'management',
		words: phraseList('właściciel*, współwłaściciel*'),
	},
	{ seniority: 'cLevel', department: 'management', words: phraseList('prezes*') },
	{
		seniority: 'manager',
		tight: true,
		words: phraseList(
			'assistant director, associate director, assistant general manager, asst director, assoc director, assistant principal, assistant dean, directeur assistant',
		),
	},
	{
		seniority: 'director',
		tight: true,
		words: phraseList(
			'assistant vice president, associate vice president, avp, assistant vp, associate vp, asst vp',
		),
	},
	{
		seniority: 'senior',
		tight: true,
		words: phraseList(
			'assistant manager, assistant store manager, assistant branch manager, asst manager, assistant professor, associate professor, assistant controller',
		),
	},
];
