import { phraseList } from './phraseList';
import type { TitleEntry } from './TitleEntry';

/**
 * Words for departments in job titles, in the languages of `SENIORITY_ENTRIES`.
 *
 * Software, data and networks are information technology; products and whatever else is designed and
 * built are engineering. Communication, design and e-commerce are marketing, business development is
 * sales, logistics and production are operations.
 */
export const DEPARTMENT_ENTRIES: readonly TitleEntry[] = [
	{
		department: null,
		words: phraseList(`
			make it, making it, makes it, get it, getting it, doing it, done it, love it, it happen,
			it happens, it work, it up, it done, it all, it right, it is, it was, it with, call it, put it,
			executive search, human rights, legal tech, social worker, social work, data entry, business school,
			sales tax, product placement, law school, technical writer
		`),
	},
	{
		department: 'management',
		words: phraseList(`
			management board, geschäftsführung, geschäftsleitung, direktion, direction générale,
			dirección general, direzione generale, direção geral, directie, zarząd, дирекция, strategic planning,
			unternehmensentwicklung, corporate development, 경영, 경영지원, 기획실, chief of staff, general management
		`),
	},
	{
		department: 'marketing',
		words: phraseList(`
			marketing*, *marketing, mktg, mkt, mktng, brand, branding, brands, advertising, ads, ppc, seo, sea,
			sem, social media, socialmedia, digital media, media buying, media buyer, demand generation,
			demand gen, communications, communication, comms, corporate communications, public relations, pr,
			copywriter, copywriting, graphic, graphic designer, graphic design, ecommerce, e commerce,
			e business, campaign, campaigns, influencer, product marketing, performance marketing, affiliate,
			customer insights, market research, merchandising, photographer, blogger, lead nurturing, loyalty,
			audience, newsletter, storytelling, web design, web designer, marketer, marketeer, werbung, werbe*,
			kommunikation*, unternehmenskommunikation, öffentlichkeitsarbeit, presse*, pressesprecher,
			pressesprecherin, online marketing, markenführung, marken*, redaktion*, redakteur, redakteurin,
			mediengestalter, mediengestalterin, onlineredakteur, texter, texterin, grafik*, onlinehandel,
			onlineshop, messen, mercatique, publicité, marque, contenu, contenus, communication digitale,
			événementiel, graphiste, relations presse, relations publiques, webmarketing, rédacteur web,
			rédactrice web, concepteur rédacteur, mercadeo, mercadotecnia, publicidad, comunicación,
			comunicaciones, marcas, contenidos, redes sociales, relaciones públicas, diseñador gráfico,
			diseñadora gráfica, comercio electrónico, comunicazione, pubblicità, marchio, ufficio stampa,
			contenuti, grafico, grafica, eventi, relazioni pubbliche, publicidade, comunicação, conteúdo,
			mídias sociais, mídia, redes sociais, tráfego, eventos, assessoria de imprensa, relações públicas,
			designer gráfico, communicatie*, reclame, vormgever, tekstschrijver, webredacteur, evenementen,
			marketingu, reklamy, komunikacj*, promocji, marki, treści, mediów społecznościowych,
			rzecznik prasowy, маркетинг*, маркетолог*, реклам*, бренд*, smm, смм*, контент*, pr менеджер, пиар*,
			коммуникац*, дизайнер*, копирайтер*, таргетолог*, пресс секретарь, связям общественностью, сео, 마케팅,
			마케터, 홍보, 광고, 브랜드, 콘텐츠, 컨텐츠, 그로스, 퍼포먼스, 커뮤니케이션, 이커머스, 소셜미디어, marknad*, kommunikatör, kommunikation,
			reklama, reklamní, pazarlama, reklam, iletişim, dijital pazarlama
		`),
	},
	{
		department: 'sales',
		words: phraseList(`
			sales, presales, pre sales, field sales, inside sales, technical sales, it sales, software sales,
			medical sales, sales marketing, sales engineer, sales engineering, sales operations, salesperson,
			salesman, saleswoman, seller, sale, selling, business development, biz dev, bizdev, bd,
			account management, account director, accounts director, client partner, key accounts, partnerships,
			partnership, alliances, retail sales, telesales, account executives, new business, client director,
			dealer, deal desk, solution sales, gtm, go to market, vertrieb*, *vertrieb, verkauf*, *verkauf,
			verkäufer, verkäuferin, außendienst, innendienst, kundenberater, geschäftsentwicklung, exportleiter,
			filialverkauf, absatz*, vente, ventes, développement commercial, développement des affaires, vendeur,
			vendeuse, grands comptes, force de vente, avant vente, avant ventes, administration des ventes,
			ventas, desarrollo de negocio, desarrollo de negocios, desarrollo negocio, vendedor, vendedora,
			grandes cuentas, preventa, cuentas clave, vendite, vendita, sviluppo business, sviluppo commerciale,
			venditore, venditrice, area commerciale, prevendita, vendas, desenvolvimento de negócios,
			novos negócios, pré vendas, contas chave, vendedor externo, verkoop*, verkoper, verkoopster,
			buitendienst, binnendienst, acquisitie, sprzedaż*, sprzedawca, handlowego,
			obsługi klienta biznesowego, rozwoju biznesu, klienta kluczowego, kluczowych klientów, продаж*,
			продавец, продавц*, сбыт*, развити* бизнес*, ключев* клиент*, аккаунт*, партнерск*, 영업, 세일즈, 판매,
			사업개발, 비즈니스개발, 제휴, 해외영업, försäljning*, *försäljning, sälj*, säljare, säljchef, prodej*, obchod*,
			satış, satis, iş geliştirme
		`),
	},
	{
		department: 'finance',
		words: phraseList(`
			finance, financial, finances, fin, accounting, accountant, accounts payable, accounts receivable,
			accounts, bookkeeper, bookkeeping, controller, controlling, comptroller, treasury, treasurer, tax,
			taxes, taxation, audit, auditor, internal audit, investment, investments, investor relations, fp a,
			fpna, mna, mergers acquisitions, billing, payroll accountant, banker, actuary, underwriter,
			procurement finance, collections, private equity, wealth, wealth management, loan, mortgage,
			fund manager, finanz*, *finanzen, finanzen, rechnungswesen, buchhalt*, *buchhaltung, buchhalter,
			buchhalterin, bilanzbuchhalter, bilanzbuchhalterin, finanzbuchhaltung, steuer*, *steuer,
			kaufmännische, kaufmännischer, kaufmännisch, *controller, *controllerin, wirtschaftsprüfer,
			wirtschaftsprüferin, revision, treasury manager, steuerberater, steuerberaterin, financier,
			financière, comptable, comptabilité, trésorerie, trésorier, fiscalité, fiscaliste,
			contrôle de gestion, contrôleur de gestion, contrôleuse de gestion, expert comptable,
			administratif et financier, administrative et financière, facturation, paie comptabilité, finanzas,
			financiero, financiera, contable, contabilidad, contador, contadora, tesorería, control de gestión,
			facturación, auditoría, administración y finanzas, finanza, finanziario, finanziaria,
			amministrazione e finanza, contabile, contabilità, ragioniere, ragioniera, tesoreria, fiscale,
			controllo di gestione, commercialista, fatturazione, finanças, financeiro, financeira, contabilista,
			contábil, contabilidade, tesouraria, tributário, controladoria, faturamento, auditoria, financieel,
			financiële, financiën, boekhoud*, accountancy, salarisadministratie, fiscalist, belasting*, finans*,
			księgow*, rachunkow*, podatk*, kontroling*, skarbnik, finansów, audytor, финанс*, бухгалтер*,
			главбух*, налог*, казначей*, аудитор*, инвестици*, контролинг*, 재무, 회계, 경리, 자금, 세무, 회계사, 투자, 감사, 재경,
			ir팀, ekonomichef, ekonomiansvarig, redovisning*, revisor, účetní, účetnictví, finanční, financí,
			mali, mali işler, muhasebe, finans, muhasebeci
		`),
	},
	{
		department: 'informationTechnology',
		words: phraseList(`
			ict, itsm, edv, information technology, information systems, information security, cybersecurity,
			cyber security, cyber, development engineer software, web developer, web development, full stack,
			fullstack, frontend, front end, backend, back end, devops, sre, site reliability, data science,
			data scientist, big data, database, dba, sysadmin, system administrator, systems administrator,
			systems engineer, network engineer, security engineer, mobile developer, android, ios, java,
			javascript, python, php, net developer, ruby, golang, sap, erp, salesforce administrator, programmer,
			qa, qa engineer, test engineer, tester, test automation, automation engineer, machine learning, ml,
			artificial intelligence, business intelligence, helpdesk, help desk, service desk, desktop support,
			it support, webmaster, ux designer, swe, blockchain, solution architect, solutions architect,
			enterprise architect, scrum, analytics engineer, prompt, hacker, informatik*, informatiker,
			informatikerin, wirtschaftsinformatiker, softwareentwickl*, systemadministrator,
			systemadministratorin, datenbank*, datenschutz it, netzwerk*, fachinformatiker, fachinformatikerin,
			anwendungs*, programmierer, programmiererin, systemhaus, informatique, systèmes information,
			système information, réseau, réseaux, administrateur système, administrateur systèmes, cybersécurité,
			informática, tecnologías de la información, desarrollador, desarrolladora, programador, programadora,
			redes, ciberseguridad, tecnología de la información, transformación digital, informatica,
			informatico, sistemi informativi, sviluppatore, sviluppatrice, programmatore, programmatrice,
			sistemista, reti, sicurezza informatica, amministratore di sistema, trasformazione digitale,
			tecnologia da informação, desenvolvedor, desenvolvedora, segurança da informação,
			suporte técnico de ti, sistemas de informação, automatisering, ontwikkelaar, *ontwikkelaar,
			systeembeheer*, applicatiebeheer*, netwerkbeheer*, gegevens, functioneel beheerder,
			informatiemanager, informatyk*, informatycz*, programist*, sieci, oprogramowani*,
			bezpieczeństwa informacji, teleinformatyki, информационн*, айти, программист*, разработчик*,
			разработк*, системн*, баз* данн*, тестировщик*, веб*, фронтенд*, бэкенд*, девопс*, тимлид*,
			информатик*, автоматизац*, программн*, асу, сетев*, 개발자, 소프트웨어, 프로그래머, 네트워크, 정보기술, 전산, 정보보안, 프론트엔드,
			백엔드, 서버, 클라우드, 인공지능, 개발팀, 기술이사, 웹, 앱, utvecklare, systemutvecklare, vývojář, vývoje software,
			yazılım, bilgi işlem, bilgi teknolojileri, bilişim, sistem yöneticisi, geliştirici
		`),
	},
	{
		department: 'engineering',
		words: phraseList(`
			mechanical, electrical, civil engineer, structural, design engineer, hardware, product development,
			product design, product management, industrial design, quality engineer, process engineer,
			manufacturing engineer, field engineer, maintenance engineer, chief engineer, cad, rnd engineer,
			mechatronics, electronics, chemical engineer, surveyor, civil, konstruktion*, konstrukteur,
			konstrukteurin, produktentwicklung, produktmanagement, entwicklungsleiter, entwicklungsingenieur,
			bauleiter, elektro*, maschinenbau*, bureau études, conducteur de travaux, mécanique, électrique,
			obra, arquitecto, arquitecta, mecánico, eléctrico, progettazione, progettista, cantiere, architetto,
			ufficio tecnico, geometra, arquiteto, arquiteta, mecânico, technisch directeur, productontwikkeling,
			productmanagement, bouw*, constructeur, werktuigbouw*, uitvoerder, konstruktor, budowy, projektant,
			конструктор*, строительств*, архитектор*, технолог*, проектиров*, прораб*, главный инженер, 설계, 기계,
			전기, 건축, 기구, 하드웨어, 생산기술, ingenjör, konstruktör, technika, konstrukce, mühendislik, ürün yöneticisi
		`),
	},
	{
		department: 'operations',
		words: phraseList(`
			operations, operation, ops, logistics, logistic, supply chain, supply, warehouse, warehousing,
			production, manufacturing, plant, factory, quality management, facilities, facility,
			facility management, maintenance, transportation, fleet, shipping, distribution, inventory,
			demand planning, lean, back office, backoffice, front office, hse, ehs, health safety, kitchen,
			project office, pmo, dispatch, dispatcher, reception, receptionist, program office,
			property management, betrieb*, produktion*, *produktion, logistik*, *logistik, lager*, *lager,
			fertigung*, werk, werksleiter, werksleiterin, versand*, disposition*, disponent, disponentin, arbeitssicherheit,
			instandhaltung*, fuhrpark*, supply chain management, kantine, küche*, hausmeister, spedition*,
			exploitation, opérations, opérationnel, opérationnelle, logistique, usine, entrepôt, qualité,
			chaîne logistique, approvisionnement logistique, magasinier, qhse, atelier, services généraux,
			planification, fabrication, operaciones, logística, producción, planta, almacén, calidad,
			mantenimiento, cadena de suministro, administración, fábrica, operazioni, logistica, produzione,
			stabilimento, magazzino, qualità, manutenzione, punto vendita, operações, produção, armazém,
			qualidade, manutenção, cadeia de suprimentos, suprimentos logística, almoxarifado,
			obras operacionais, logistiek*, productie*, magazijn*, kwaliteit*, onderhoud*, planner, fabriek*,
			bedrijfsvoering, bedrijfsbureau, vestiging*, facilitair*, operacyjn*, logistyk*, logistycz*,
			produkcj*, magazyn*, jakości, zakładu, utrzymania ruchu, administracj*, administracyjn*,
			łańcucha dostaw, transportu, операцион*, логист*, производств*, склад*, кладовщик*, качеств*,
			эксплуатац*, цех*, завод*, хозяйственн*, административ*, асо, транспорт*, ресторан*, охран* труд*,
			ахо, 운영, 물류, 생산, 공장, 품질, 제조, 총무, 관리팀, 시설, 공정, 유통관리, scm, 사무, kvalitet*, provozní, provoz, výroba,
			výrobní, výroby, logistiky, sklad*, kvality, operasyon, üretim, lojistik, kalite, depo,
			tedarik zinciri, idari
		`),
	},
	{
		department: 'procurement',
		words: phraseList(`
			procurement, purchasing, purchase, buyer, buying, sourcing, strategic sourcing, category management,
			vendor management, supplier, supplier management, commodity manager, contract manager procurement,
			purchasing manager, tender, tenders, einkauf*, *einkauf, einkäufer, einkäuferin, *einkäufer,
			*einkäuferin, beschaffung*, *beschaffung, lieferantenmanagement, materialwirtschaft, warenwirtschaft,
			vergabe, achat, achats, acheteur, acheteuse, approvisionnement, approvisionnements, approvisionneur,
			approvisionneuse, marchés publics, compras, comprador, compradora, adquisiciones, aprovisionamiento,
			aprovisionamientos, abastecimiento, licitaciones, proveedores, acquisti, acquisto,
			approvvigionamenti, approvvigionamento, compratore, ufficio acquisti, gare appalti, fornitori,
			aquisições, suprimentos, aprovisionamento, compras e suprimentos, fornecedores, inkoop*, inkoper,
			*inkoper, aanbesteding*, zakup*, zaopatrzeni*, kupiec, przetarg*, dostawców, закуп*, снабжен*,
			снабженец, тендер*, мто, поставщик*, 구매, 조달, 자재, 소싱, 바이어, 외주, inköp*, inköpare, inköpschef, nákup*,
			nákupčí, satın alma, satınalma, tedarik
		`),
	},
	{
		department: 'humanResources',
		words: phraseList(`
			hr, h r, human resources, human resource, human capital, people operations, people ops,
			people culture, talent acquisition, recruiting, recruiter, recruitment, recruitment consultant,
			payroll, compensation, benefits, learning development, l d, lnd, employer branding, hrbp, workforce,
			employee experience, employee relations, staffing, organizational development, diversity,
			headhunter, head hunter, hris, onboarding, training manager, *personal, personalwesen,
			personalentwicklung, personalreferent, personalreferentin, ausbilder, ausbilderin, weiterbildung,
			recruiting*, lohnbuchhaltung, entgeltabrechnung, mitarbeiterentwicklung, personalvermittlung, rh,
			ressources humaines, recrutement, recruteur, recruteuse, paie, gestionnaire de paie,
			gestionnaire paie, talents, développement rh, rrh, drh, recursos humanos, rrhh, rr hh, selección,
			reclutamiento, reclutador, reclutadora, talento, nóminas, gestión de personas, capacitación,
			gestión humana, talento humano, risorse umane, selezione, selezione del personale, personale, paghe,
			ricerca e selezione, amministrazione del personale, recrutamento, recrutamento e seleção,
			gente e gestão, gestão de pessoas, departamento pessoal, treinamento, gente, personeel*,
			personeelszaken, hrm, p o, pno, werving, werving selectie, opleidingen, loopbaan*, salaris*, kadr,
			kadry, kadrow*, personaln*, rekrutac*, rekruter, rekruterka, hr owy, zasobów ludzkich, szkoleń, płac,
			płace, персонал*, кадр*, кадров*, рекрутер*, рекрутинг*, подбор*, hr менеджер, hr директор, чар,
			эйчар, оплат* труд*, человеческ*, 인사, 채용, 인재, 노무, 피플, 교육팀, 급여, 인사총무, 조직문화, rekryter*, personalchef,
			personalansvarig, lidských zdrojů, lidské zdroje, personální, personalista, personalistka, nábor*,
			insan kaynakları, ik, işe alım
		`),
	},
	{
		department: 'legal',
		words: phraseList(`
			legal, lawyer, attorney, counsel, general counsel, paralegal, solicitor, barrister, notary,
			data protection, data privacy, dpo, regulatory affairs, contract manager, intellectual property,
			patent, company secretary, litigation, judge, rechts*, *recht, rechtsanwalt, rechtsanwältin, *anwalt,
			*anwältin, jurist, juristin, syndikus*, datenschutz*, notar, notarin, compliance*, justiziar,
			justiziarin, vertragsmanagement, juridique, juridiques, juriste, avocat, avocate, conformité,
			notaire, droit, affaires réglementaires, contentieux, jurídico, jurídica, abogado, abogada, legales,
			cumplimiento, notario, asesor jurídico, asesora jurídica, derecho, legale, legali, avvocato,
			avvocatessa, avvocata, notaio, affari legali, giuridico, ufficio legale, conformità, advogado,
			advogada, tabelião, direito, assuntos regulatórios, juridisch*, advocaat, advocate, notaris,
			juridische zaken, privacy officer, prawn*, prawny, radca prawny, adwokat, notariusz, zgodności,
			prawnik, prawniczka, юрист*, юридическ*, правов*, адвокат*, нотариус*, комплаенс*, договорн*,
			юрисконсульт*, 법무, 변호사, 법률, 준법, 컴플라이언스, 변리사, 특허, 지식재산, juridik*, advokat*, právní, právník,
			právnička, advokát, hukuk, avukat, hukuk müşaviri, uyum
		`),
	},
	{
		department: 'customerService',
		words: phraseList(`
			customer service, customer support, customer success, customer care, customer experience,
			client service, client services, client success, client support, technical support, support engineer,
			service desk agent, call center, call centre, contact center, contact centre, customer operations,
			customer relations, customer happiness, cx, aftersales, after sales, service manager, field service,
			guest relations, member services, client relations, customer solutions, complaints, warranty,
			kundenservice, kundendienst*, kundenbetreu*, kundensupport, kundenerfolg, kundenbeziehung*,
			servicetechniker, servicetechnikerin, reklamation*, callcenter*, supportmitarbeiter,
			supportmitarbeiterin, gästebetreuung, support mitarbeiter, service client, service clients,
			relation client, relation clients, clientèle, support client, sav, après vente, expérience client,
			satisfaction client, relations clientèle, atención al cliente, atención cliente, servicio al cliente,
			servicio cliente, soporte técnico, posventa, postventa, experiencia de cliente, experiencia cliente,
			teleoperador, teleoperadora, assistenza clienti, servizio clienti, supporto clienti, post vendita,
			postvendita, assistenza tecnica, atendimento, atendimento ao cliente, sucesso do cliente,
			suporte técnico, sac, pós venda, pós vendas, experiência do cliente, atendente,
			relacionamento com cliente, klantenservice*, klantcontact*, klantenservicemedewerker, servicedesk*,
			ondersteuning, klantsucces, obsługi klienta, obsługa klienta, wsparcia, wsparcia klienta,
			wsparcia technicznego, opiekun klienta, biuro obsługi klienta, reklamacji, serwisu, serwisant,
			обслуживани* клиент*, работ* клиент*, колл центр*, контакт центр*, техподдержк*, рекламаци*, 고객지원,
			고객센터, 고객상담, 고객서비스, 고객성공, 상담, cs팀, 기술지원, kundtjänst*, kundservice, kundsupport, zákaznick*,
			zákaznická podpora, péče o zákazníky, müşteri hizmetleri, müşteri, müşteri ilişkileri, çağrı merkezi
		`),
	},
	{
		department: 'research',
		words: phraseList(`
			research, researcher, research development, rnd, scientific, laboratory, prof, postdoc, postdoctoral,
			clinical research, biologist, chemist, physicist, phd, phd student, phd candidate,
			data scientist research, user research, ux research, ux researcher, user researcher, biology,
			chemistry, physics, forschung*, *forschung, forschung entwicklung, fne, fue, wissenschaft*,
			*wissenschaftler, *wissenschaftlerin, labor*, professorin, doktorand, doktorandin, forscher,
			forscherin, dozent, dozentin, recherche, recherche développement, chercheur, chercheuse, laboratoire,
			scientifique, doctorant, doctorante, maître de conférences, investigación, investigación desarrollo,
			ind, investigador, investigadora, laboratorio, científico, científica, profesor universitario,
			catedrático, ricerca, ricerca sviluppo, rns, ricercatore, ricercatrice, professore, pesquisa,
			pesquisa desenvolvimento, pnd, pesquisador, pesquisadora, laboratório, investigação, cientista,
			onderzoek*, onderzoeker, onderzoek ontwikkeling, wetenschap*, laboratorium, hoogleraar, badań,
			badawcz*, bnr, badań rozwoju, naukow*, naukowiec, laborant*, adiunkt, исследован*, исследователь*,
			научн*, ниокр, лаборатор*, лаборант*, наук*, доцент*, преподаватель*, 연구소, 연구원, 연구개발, 랩, 교수, 과학,
			forskning*, forskare, výzkum*, vědec, vědecký, araştırma, arge, ar ge, araştırmacı, öğretim üyesi
		`),
	},
	{
		department: 'management',
		isWeak: true,
		words: phraseList(`
			strategy, stratégie, estrategia, strategia, стратеги*, 전략
		`),
	},
	{
		department: 'marketing',
		isWeak: true,
		words: phraseList(`
			growth, content, press, creative, community, crm, events, event, video, acquisition, marca,
			crecimiento, merk
		`),
	},
	{
		department: 'sales',
		isWeak: true,
		words: phraseList(`
			revenue, commercial, channel, channels, export, territory, export*, commerciale, commerciaux,
			commerciales, business developer, comercial, comerciales, commerciali, commercieel, commerciële,
			handlow*, handlu, коммерческ*, торгов*, 수출
		`),
	},
	{
		department: 'finance',
		isWeak: true,
		words: phraseList(`
			credit, risk, banking, bank, budget, insurance, economist, portfolio manager, kredit*, fiscal,
			amministrazione, administratie, экономист*, бюджет*, экономик*, кредит*, ekonomi
		`),
	},
	{
		department: 'informationTechnology',
		isWeak: true,
		words: phraseList(`
			it, i t, software, developer, cloud, data, network, networks, application, applications, app, apps,
			ai, bi, computer, digital transformation, digitalization, digitalisation, digital, technology,
			technologies, tech, infrastructure, ux, ui, systems, platform, agile, entwickler, entwicklerin,
			*entwickler, *entwicklerin, software*, digitalisierung*, daten, développeur, développeuse, systèmes,
			système, données, numérique, logiciel, logiciels, transformation digitale, sistemas, ti, tic,
			tecnología, tecnologías, datos, dati, tecnologia, dados, danych, systemów, ит, данных, цифров*, 데이터,
			시스템, 보안, 플랫폼, 개발
		`),
	},
	{
		department: 'engineering',
		isWeak: true,
		words: phraseList(`
			engineering, engineer, engineers, product, products, construction, technical, technician, technics,
			architect, automation, technik*, *technik, techniker, technikerin, *techniker, *technikerin,
			technisch*, ingenieur, ingenieurin, *ingenieur, *ingenieurin, produkt*, bau*, architekt, architektin,
			technique, techniques, ingénieur, ingénieure, ingénierie, technicien, technicienne, produit,
			produits, travaux, architecte, ingeniería, ingeniero, ingeniera, técnico, técnica, producto,
			productos, obras, proyectos, ingegneria, ingegnere, tecnico, tecnica, prodotto, engenharia,
			engenheiro, engenheira, produto, produtos, projetos, techniek, inżynier*, technicz*, produktu,
			techniki, инженер*, техническ*, техник*, продукт*, 엔지니어, 기술, 제품, 프로덕트, teknisk, teknik, technický,
			mühendis, mühendisi, ürün
		`),
	},
	{
		department: 'operations',
		isWeak: true,
		words: phraseList(`
			operational, quality, quality assurance, transport, planning, process, processes,
			continuous improvement, administration, office, safety, store, restaurant, hotel, delivery,
			scheduling, qualität*, prozess*, organisation*, verwaltung*, filial*, büro*, site, magasin,
			administratif, administrative, boutique, administrativo, administrativa, tienda, oficina, operativo,
			operativa, amministrativo, amministrativa, negozio, filiale, ufficio, loja, operacional,
			operationeel, operationele, kantoor*, winkel*, biura, sklepu, офис*, магазин*, drift*
		`),
	},
	{
		department: 'humanResources',
		isWeak: true,
		words: phraseList(`
			people, talent, training, personal*, ausbildung*, formation, personas, formación, formazione,
			pessoas, opleiding*, обучени*
		`),
	},
	{
		department: 'legal',
		isWeak: true,
		words: phraseList(`
			law, compliance, privacy, regulatory, governance, contracts, recht
		`),
	},
	{
		department: 'customerService',
		isWeak: true,
		words: phraseList(`
			support, customer, customers, service, kunden*, service*, soporte, clientes, supporto, clienti,
			suporte, cliente, klanten*, klant, клиентск*, поддержк*, обслуживани*, сервис*, клиент*, 고객, cs, 서비스,
			kund*, podpora, destek
		`),
	},
	{
		department: 'research',
		isWeak: true,
		words: phraseList(`
			scientist, science, sciences, lab, innovation, professor, clinical, academic, lecturer, faculty,
			innovation*, entwicklung, entwicklungs*, innovación, desarrollo, innovazione, sviluppo, inovação,
			innovatie*, ontwikkeling, innowacji, rozwoju, инноваци*, развити*, 연구, 혁신, vývoj
		`),
	},
	{ department: 'marketing', words: phraseList('lead generation, lead gen') },
	{
		department: 'finance',
		words: phraseList(
			'ekonomi*, amministrativo finanziario, amministrativa finanziaria, administrativo financiero, administrativo financeiro',
		),
	},
	{
		department: 'informationTechnology',
		words: phraseList(
			'ingeniero sistemas, ingeniera sistemas, ingeniero de software, engenheiro de software, engenheira de software, ingénieur logiciel, ingegnere informatico, ingénieur systèmes, softwareingenieur, softwareingenieurin',
		),
	},
];
