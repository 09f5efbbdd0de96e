import { phraseList } from './phraseList';
import type { Sector } from './recognised';

/** Words for sectors of the economy in the names of industries and in what companies say they do. */
export interface SectorWords {
	sector: Sector;
	/** What is done ("retail") rather than with what ("food"): counts before the latter. */
	isActivity: boolean;
	words: readonly string[];
}

/**
 * Words of English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian and Korean
 * names of industries, among them the titles of NACE's sections.
 */
export const SECTOR_WORDS: readonly SectorWords[] = [
	{
		sector: 'agriculture',
		isActivity: true,
		words: phraseList(`
			agricultur*, farming, farm, farms, forestry, fishing, fishery, fisheries, aquaculture, horticulture,
			agribusiness, agritech, dairy farm, livestock, winery vineyard, vineyard, landwirtschaft*,
			forstwirtschaft, fischerei, gartenbau, weinbau, agrar*, tierzucht, landwirt, agricole, élevage,
			sylviculture, pêche, viticulture, agriculture forestry fishing, agricultura, ganadería, pesca,
			silvicultura, agropecuari*, agrícola, agronegócio, pecuária, agricoltura, silvicoltura, agricolo,
			allevamento, landbouw*, bosbouw, visserij, tuinbouw, veeteelt, rolnictw*, leśnictw*, rybactw*,
			rybołówstw*, ogrodnictw*, сельск* хозяйств*, сельхоз*, агро*, растениеводств*, животноводств*,
			лесн* хозяйств*, рыболовств*, 농업, 임업, 어업, 축산, 농축산
		`),
	},
	{
		sector: 'mining',
		isActivity: true,
		words: phraseList(`
			mining, quarrying, mine, mines, coal mining, oil gas extraction, crude petroleum, drilling, bergbau*,
			gewinnung von steinen, steinbruch, rohstoffgewinnung, industries extractives, extraction minière,
			minier, minière, carrière, minería, minero, minera, extractiva, extractivas, mineração,
			indústrias extrativas, estrazione, estrattiva, cave miniere, mijnbouw, delfstoffen,
			winning van delfstoffen, górnictw*, wydobycie, kopalnia, добыч*, горнодобыва*, горн* промышленност*,
			шахт*, 광업, 채굴
		`),
	},
	{
		sector: 'manufacturing',
		isActivity: true,
		words: phraseList(`
			manufactur*, production of, fabrication, machine building, mechanical engineering, metalworking,
			brewery, breweries, foundry, automaker, oem, furniture maker, shipbuilding, food processing,
			food industry, apparel manufacturing, verarbeitendes gewerbe, herstellung*, maschinenbau*,
			anlagenbau, fahrzeugbau, fertigung*, metallbau, metallverarbeitung, automobilindustrie,
			automobilzulieferer, lebensmittelindustrie, elektrotechnik, elektroindustrie, druckerei, brauerei,
			möbelherstellung, werkzeugbau, medizintechnik, molkerei, *hersteller, schreinerei, tischlerei,
			industrie manufacturière, fabrication de, métallurgie, mécanique industrielle, agroalimentaire,
			pharmaceutique, imprimerie, aéronautique, brasserie, manufactura, fabricación, fabricante,
			industria manufacturera, metalurgia, farmacéutica, imprenta, manifattur*, attività manifatturiere,
			produzione, fabbricazione, metalmeccanica, meccanica, farmaceutica, tipografia, manufatura,
			indústrias transformadoras, fabricação, metalurgia, metalúrgica, fabrico, productie, fabricage,
			vervaardiging, maakindustrie, machinebouw, drukkerij, fabriek, voedingsindustrie, metaalindustrie,
			produkcj*, przetwórstwo przemysłowe, wytwarzanie, fabryka, maszynow*, przetwórstw*, farmaceutycz*,
			chemiczn*, drukarnia, обрабатывающ*, машиностроен*, фабрик*, металлург*, фармацевт*, пищев*,
			станкостроен*, приборостроен*, полиграф*, 제조, 제조업, 자동차 부품, 조선, producer of, produktionsbetrieb,
			производств* мебел*, производств* оборудован*, завод
		`),
	},
	{
		sector: 'manufacturing',
		isActivity: false,
		words: phraseList(`
			factory, industrial goods, machinery, printing, pharma, pharmaceutical*, chemical, chemicals, steel,
			textile, textiles, plastics, semiconductor*, aerospace, biotech*, medical device*, packaging,
			industry, industrial, produktion*, industrie, *industrie, chemie, pharma*, kunststoff*, stahl*,
			industriel, industrielle, chimie, industrial*, alimentaria, química, maquinaria, industria, chimica,
			alimentare, macchinari, indústria, indústrias, przemysł*, производств*, промышленност*, завод*,
			хими*, 기계, 화학, 제약, 반도체, 전자, 철강, 식품, 섬유, automotive, automobile, cars, electronics, electrical, food,
			beverage*, drinks, wine, beer, apparel, fashion, clothing, furniture, cosmetics, paper, glass,
			jewelry, jewellery, toys, tools, metal, metals, wood, rubber, medical technology, medtech,
			consumer goods, consumer products, fmcg, cpg, hardware, automobil*, lebensmittel*, elektronik*,
			möbel, kosmetik*, bekleidung, mode, getränke*, automobile, électronique, alimentaire, boissons,
			ameublement, cosmétique*, moda, alimentos, bebidas, muebles, cosmética, elettronica, abbigliamento,
			arredamento, bevande, cosmetici, móveis, alimentação, elektronica, meubels, kleding, voeding,
			odzież*, żywnoś*, meble, kosmetyk*, motoryzac*, elektronik*, автомобил*, одежд*, мебел*, косметик*,
			электроник*, продукт* питан*, 자동차, 의류, 화장품, 패션, 가구
		`),
	},
	{
		sector: 'energy',
		isActivity: true,
		words: phraseList(`
			energy supply, electricity, power generation, gas supply, utilities, utility, power plant,
			renewable energy, renewables, photovoltaic*, wind power, wind energy, oil gas, oil and gas,
			petroleum, energieversorgung*, energiewirtschaft*, stadtwerke, stromversorgung, photovoltaik*,
			erneuerbare energien, windkraft, solartechnik, production et distribution électricité, électricité,
			énergies renouvelables, photovoltaïque, suministro de energía, energías renovables, electricidad,
			fotovoltai*, energie rinnovabili, fornitura di energia, elettricità, gás, eletricidade,
			energia renovável, energias renováveis, energievoorziening, elektriciteit, zonne energie, energetyk*,
			odnawialn*, elektroenergetyk*, энергетик*, электроэнерг*, нефтегаз*, газоснабжен*, теплоснабжен*,
			электроснабжен*, нефт*, 에너지, 전력, 태양광, 가스
		`),
	},
	{
		sector: 'energy',
		isActivity: false,
		words: phraseList(`
			solar, energy, power, oil, gas, energie*, énergie, energía, energia, energii, энерги*
		`),
	},
	{
		sector: 'waterAndWaste',
		isActivity: true,
		words: phraseList(`
			water supply, sewerage, waste, waste management, recycling, waste disposal, water treatment,
			wastewater, environmental services, remediation, wasserversorgung, abwasser*, abfall*, entsorgung*,
			recyclingwirtschaft, umwelttechnik, gestion des déchets, déchets, assainissement, recyclage,
			production et distribution eau, suministro de agua, residuos, reciclaje, saneamiento, rifiuti,
			fornitura di acqua, riciclaggio, reti fognarie, resíduos, reciclagem, saneamento, captação de água,
			afvalbeheer, afval*, waterbedrijf, watervoorziening, odpad*, recykling*, wodociąg*, dostawa wody,
			gospodarka odpadami, водоснабжен*, отход*, утилизац*, водоканал*, водоотведен*, 폐기물, 수도, 재활용, 하수
		`),
	},
	{
		sector: 'construction',
		isActivity: true,
		words: phraseList(`
			construction, building contractor, contractor, builder, builders, civil engineering, homebuilder,
			homebuilding, roofing, plumbing, hvac, carpentry, painting contractor, baugewerbe, bauwesen,
			bauunternehmen, hochbau, tiefbau, bauwirtschaft, bauindustrie, baubranche, handwerk,
			elektroinstallation, sanitär*, dachdecker*, trockenbau, malerbetrieb, gebäudetechnik, straßenbau,
			bâtiment, btp, travaux publics, génie civil, construction bâtiment, construcción, constructora,
			obra civil, obras públicas, reformas, costruzioni, edilizia, edile, impresa edile, construção,
			construção civil, construtora, empreiteira, bouw, bouwnijverheid, bouwbedrijf, aannemer,
			installatietechniek, budownictw*, budowlan*, roboty budowlane, строительств*, строительн*,
			ремонт квартир, монтажн*, 건설, 건축, 건설업, 시공, 인테리어
		`),
	},
	{
		sector: 'construction',
		isActivity: false,
		words: phraseList(`
			bau
		`),
	},
	{
		sector: 'wholesale',
		isActivity: true,
		words: phraseList(`
			wholesale*, wholesaler*, distributor*, distribution, import export, importer, exporter,
			trading company, großhandel*, *großhandel, handelsvertretung, außenhandel, commerce de gros,
			grossiste, négoce, comercio al por mayor, mayorista, distribuidora, distribución,
			commercio all ingrosso, ingrosso, grossista, comércio por grosso, atacado, atacadista,
			comércio por atacado, groothandel*, handel hurtowy, hurt*, hurtownia, оптов*, опт, дистрибуц*,
			дистрибьют*, 도매, 도매업, velkoobchod
		`),
	},
	{
		sector: 'wholesale',
		isActivity: false,
		words: phraseList(`
			유통, 무역
		`),
	},
	{
		sector: 'retail',
		isActivity: true,
		words: phraseList(`
			retail*, retailer*, e commerce, ecommerce, online shop, online store, webshop, supermarket*, grocery,
			shops, store, stores, department store, car dealer, car dealership, dealership, pharmacy, pharmacies,
			drugstore, bookstore, einzelhandel*, *einzelhandel, onlinehandel, versandhandel, autohaus,
			kfz handel, apotheke, lebensmitteleinzelhandel, fachhandel, kaufhaus, commerce de détail,
			commerce détail, détaillant, grande distribution, vente au détail, boutique, magasin, pharmacie,
			vente en ligne, commerce électronique, comercio al por menor, minorista, comercio minorista, tienda,
			tiendas, venta al detalle, farmacia, comercio electrónico, concesionario, commercio al dettaglio,
			dettaglio, vendita al dettaglio, negozio, negozi, gdo, comércio a retalho, varejo, varejista,
			comércio varejista, retalho, loja, lojas, comércio eletrônico, detailhandel, winkel, winkels,
			webwinkel, handel detaliczny, detal*, sklep*, apteka, розничн*, розниц*, ритейл, магазин*,
			интернет магазин*, супермаркет*, аптек*, 소매, 소매업, 리테일, 전자상거래, 이커머스, 쇼핑몰, 편의점, maloobchod
		`),
	},
	{
		sector: 'retail',
		isActivity: false,
		words: phraseList(`
			shop, handel
		`),
	},
	{
		sector: 'transport',
		isActivity: true,
		words: phraseList(`
			transport*, logistic*, freight, trucking, warehous*, airline*, aviation, railway*, railroad,
			courier*, postal, supply chain, moving company, haulage, maritime, spedition*, verkehr*, lagerei,
			lagerhaltung, luftfahrt, schifffahrt, reederei, kurier*, güterverkehr, transportwesen,
			fuhrunternehmen, transports, logistique, entreposage, fret, ferroviaire, messagerie, transporte*,
			logística, almacenamiento, mensajería, trasport*, logistica, magazzinaggio, spedizion*, corriere,
			armazenagem, vervoer*, opslag, wegtransport, logistiek*, koerier*, gospodarka magazynowa, spedycj*,
			logistyk*, przewóz, kurier*, перевозк*, логистик*, транспорт*, грузоперевозк*, склад*, авиа*,
			железнодорож*, курьер*, хранен*, 운송, 물류, 운수, 항공, 해운, 창고, 택배, doprava
		`),
	},
	{
		sector: 'transport',
		isActivity: false,
		words: phraseList(`
			shipping, storage, delivery, ports
		`),
	},
	{
		sector: 'hospitality',
		isActivity: true,
		words: phraseList(`
			hospitality, hotel*, restaurant*, catering, food service*, foodservice, accommodation, bar, bars,
			pub, pubs, cafe, cafes, coffee shop, travel, tourism, lodging, bed breakfast, gastgewerbe,
			gastronomie, hotellerie, beherbergung, gaststätte*, tourismus, reisebüro, bäckerei cafe, hébergement,
			restauration, hôtellerie, tourisme, traiteur, voyage, voyages, hostelería, hotelería, restauración,
			turismo, alojamiento, restaurante*, viajes, alloggio, ristorazione, ristorant*, alberghi, albergo,
			alberghiero, viaggi, alojamento, restauração, hotelaria, hotelaria e turismo, viagens, horeca,
			logies, maaltijd*, toerisme, reizen, zakwaterowanie, gastronom*, hotelarstw*, turystyk*,
			usługi gastronomiczne, гостиниц*, ресторан*, общественн* питан*, туризм, отел*, кафе, гостеприимств*,
			туристическ*, 숙박, 호텔, 음식점, 외식, 요식업, 관광, 여행, 레스토랑, 카페, travel agency, travel agencies,
			agence de voyage, agence de voyages, agencia de viajes, agenzia viaggi
		`),
	},
	{
		sector: 'media',
		isActivity: true,
		words: phraseList(`
			media, publishing, publisher*, broadcast*, television, tv, radio, film, films, motion picture*,
			video production, movie, movies, newspaper*, magazine*, journalism, music production, podcast*,
			streaming media, medien*, verlag*, *verlag, verlagswesen, rundfunk*, filmproduktion, zeitung*,
			musikproduktion, édition, presse, audiovisuel, cinéma, télévision, médias, maison édition, editorial,
			medios, medios de comunicación, prensa, televisión, cine, editoria, casa editrice, televisione,
			giornale, edição, editora, mídia, cinema, imprensa, jornal, uitgeverij, omroep, wydawnictw*, prasa,
			telewizja, издательств*, сми, телевид*, кино*, медиа*, радио*, 미디어, 출판, 방송, 언론, 영화, 콘텐츠
		`),
	},
	{
		sector: 'media',
		isActivity: false,
		words: phraseList(`
			news, music, animation, pers
		`),
	},
	{
		sector: 'informationTechnology',
		isActivity: true,
		words: phraseList(`
			software*, saas, it services, it service, it consulting, it dienstleistung*, information technology,
			information communication, ict, computer programming, web development, web design, app development,
			mobile apps, cyber security, cybersecurity, data processing, hosting, telecom*, telecommunication*,
			artificial intelligence, fintech software, tech startup, video games, computer games, gaming studio,
			game development, big data, blockchain, systems integration, internet of things, iot, wireless, edv,
			informatik, informationstechnologie, informations und kommunikation*, informationstechnik,
			telekommunikation*, datenverarbeitung, softwareentwicklung, it branche, information et communication,
			informatique, logiciel*, télécom*, services informatiques, intelligence artificielle,
			información y comunicaciones, informática, desarrollo de software, servicios informáticos,
			telecomunicac*, informazione e comunicazione, informatica, telecomunicazioni, servizi informatici,
			sviluppo software, tecnologia da informação, informação e comunicação, desenvolvimento de software,
			ti, telecomunicaç*, informatie en communicatie, automatisering, ict diensten, softwareontwikkeling,
			informacja i komunikacja, informatyk*, informatycz*, oprogramowani*, telekomunikac*, usługi it, ит,
			айти, информационн* технолог*, информац* и связ*, разработк* программн*, программн*, телеком*, связь,
			интернет*, 소프트웨어, 정보기술, 정보통신, it서비스, 통신, 인터넷
		`),
	},
	{
		sector: 'informationTechnology',
		isActivity: false,
		words: phraseList(`
			it, computer*, internet*, cloud*, ai, tech, technology, data analytics, numérique, tecnología*,
			tecnologia*, technologie, 게임, 인공지능, 플랫폼
		`),
	},
	{
		sector: 'finance',
		isActivity: true,
		words: phraseList(`
			finance, financial*, bank*, insurance*, insurer, investment*, asset management, wealth management,
			private equity, venture capital, fintech, payment*, credit union, capital markets, hedge fund,
			fund management, mortgage*, lending, leasing finance, finanz*, versicherung*, *versicherung,
			kreditinstitut*, vermögensverwaltung, sparkasse, finance et assurance, financières, assurance*,
			banque*, finanzas, financier*, seguros, banca, banco*, actividades financieras, finanza, assicura*,
			finanziari*, banche, finanças, seguro, seguradora, atividades financeiras, financieel,
			financiële dienstverlening, verzekering*, finans*, ubezpieczen*, bankowoś*, działalność finansowa,
			финанс*, страхов*, банк*, инвестиц*, кредит*, лизинг*, 금융, 보험, 은행, 투자, 증권, 핀테크, pojištění
		`),
	},
	{
		sector: 'realEstate',
		isActivity: true,
		words: phraseList(`
			real estate, property management, property development, property developer, realtor*, realty,
			proptech, housing, immobilien*, grundstücks und wohnungswesen, wohnungsbau, wohnungswirtschaft,
			hausverwaltung, makler, immobilier*, immobilière, activités immobilières, inmobiliari*,
			bienes raíces, actividades inmobiliarias, immobiliar*, imobiliári*, imóveis, vastgoed*,
			onroerend goed, makelaar*, woningcorporatie, nieruchomoś*, недвижимост*, риелтор*, девелопер*, 부동산,
			reality, real estate agency, real estate agent, agence immobilière
		`),
	},
	{
		sector: 'professionalServices',
		isActivity: true,
		words: phraseList(`
			consult*, management consulting, legal*, law, law firm, law practice, attorney*, accounting,
			accountancy, accountant*, audit*, tax advisory, tax advice, architecture, architect*,
			engineering services, engineering consulting, advertising*, public relations, market research,
			design studio, design agency, creative agency, digital agency, research development,
			scientific research, translation*, veterinar*, photography, professional services,
			professional scientific technical, advisory, patent*, notary, beratung*, *beratung,
			unternehmensberatung*, rechtsanwal*, kanzlei, rechtsberatung, steuerberat*, wirtschaftsprüfung*,
			architektur*, ingenieurbüro, planungsbüro, werbung, werbeagentur, forschung*, tierarzt*,
			freiberufliche, freiberuflich, übersetz*, conseil, cabinet conseil, avocat*, juridique*,
			expertise comptable, comptabilité, publicité, architecte*, activités spécialisées, vétérinaire*,
			consultoría, asesoría, abogado*, contabilidad, publicidad, arquitectura, servicios profesionales,
			actividades profesionales, investigación, bufete, traducción, consulenz*, studio legale, avvocat*,
			commercialist*, pubblicità, architettur*, attività professionali, ricerca, traduzion*,
			studio professionale, consultoria, advocacia, advogado*, contabilidade, publicidade,
			atividades de consultoria, serviços profissionais, pesquisa, arquitetura, advies*, adviesbureau,
			advocat*, accountan*, reclame*, architectenbureau, ingenieursbureau, zakelijke dienstverlening,
			onderzoek, consultancy, doradztw*, konsulting*, kancelari*, prawn*, księgow*, rachunkow*, reklam*,
			architekt*, działalność profesjonalna, badania naukowe, biuro projektowe, tłumacz*, консалтинг*,
			консультац*, юридическ*, адвокат*, бухгалтер*, аудит*, реклам*, архитектур*, проектирован*, научн*,
			перевод*, инжиниринг*, 컨설팅, 법률, 회계, 광고, 마케팅, 엔지니어링, 연구개발, 전문서비스, 건축설계, 세무, 전문 과학 기술,
			marketing agency, marketing services, research development services
		`),
	},
	{
		sector: 'professionalServices',
		isActivity: false,
		words: phraseList(`
			marketing, design, agency, agentur, *agentur, communication, ingénierie, études, ingeniería, diseño,
			ingegneria, engenharia, маркетинг*, дизайн*, 디자인
		`),
	},
	{
		sector: 'businessServices',
		isActivity: true,
		words: phraseList(`
			staffing, recruit*, temporary employment, temp agency, outsourcing, call center, call centre, bpo,
			facility management, facilities management, facility services, cleaning*, janitorial,
			security services, private security, rental, leasing, event management, event planning, trade fairs,
			office services, administrative support, business services, business support, human resources,
			hr services, employment agency, landscaping, zeitarbeit*, personaldienstleist*, personalvermittlung,
			gebäudereinigung*, reinigung*, sicherheitsdienst*, wachdienst, vermietung, unternehmensdienstleist*,
			sonstige wirtschaftliche dienstleistungen, callcenter, eventagentur, veranstaltung*,
			hausmeisterservice, services administratifs, intérim, recrutement, nettoyage, sécurité privée,
			propreté, événementiel, actividades administrativas, servicios auxiliares, limpieza,
			seguridad privada, trabajo temporal, selección de personal, alquiler, noleggio, servizi di supporto,
			pulizie, vigilanza, lavoro interinale, somministrazione lavoro, agenzie di viaggio noleggio, limpeza,
			terceirização, locação, atividades administrativas, recrutamento, trabalho temporário,
			segurança privada, serviços de apoio, uitzend*, schoonmaak*, beveiliging*, verhuur, facilitair*,
			administratieve en ondersteunende, wynajem, sprzątan*, ochrona, usługi administrowania,
			agencja pracy, rekrutac*, usługi dla biznesu, аутсорсинг*, клининг*, охран*, аренд*,
			кадров* агентств*, подбор* персонал*, административн* деятельност*, 인력, 아웃소싱, 청소, 경비, 임대, 콜센터, 채용,
			사업지원, 렌탈, employment agency, staffing agency, recruitment agency
		`),
	},
	{
		sector: 'businessServices',
		isActivity: false,
		words: phraseList(`
			events, location
		`),
	},
	{
		sector: 'publicAdministration',
		isActivity: true,
		words: phraseList(`
			government*, public administration, public sector, municipal*, municipality, city council, defence,
			defense, military, armed forces, police, law enforcement, judiciary, court, embassy, federal agency,
			state agency, civil service, public authority, international organisation, extraterritorial,
			öffentliche verwaltung*, öffentlicher dienst, behörde*, bundeswehr, stadtverwaltung, kommune,
			landratsamt, ministerium, polizei, verteidigung, sozialversicherung, administration publique,
			secteur public, collectivité*, mairie, ministère, défense, fonction publique, armée,
			administración pública, sector público, ayuntamiento, gobierno, ministerio, defensa,
			amministrazione pubblica, pubblica amministrazione, settore pubblico, comune, governo, ente pubblico,
			administração pública, setor público, prefeitura, câmara municipal, órgão público, openbaar bestuur,
			overheid*, gemeente, ministerie, defensie, administracja publiczna, sektor publiczny, samorząd*,
			urząd, wojsko, obrona narodowa, государственн* управлен*, госуправлен*, государственн*, муниципал*,
			администрац* город*, оборон*, полици*, 공공행정, 정부, 공공, 국방, 지자체, 공공기관, veřejná správa
		`),
	},
	{
		sector: 'publicAdministration',
		isActivity: false,
		words: phraseList(`
			verwaltung
		`),
	},
	{
		sector: 'education',
		isActivity: true,
		words: phraseList(`
			education*, school*, university, universities, college*, academy, e learning, elearning, edtech,
			kindergarten, teaching, tutoring, higher education, bildung*, *bildung, erziehung und unterricht,
			unterricht, schule*, *schule, hochschule*, universität*, weiterbildung*, kindergarten, akademie,
			enseignement, éducation, école*, université*, formation professionnelle, educación, enseñanza,
			escuela*, universidad*, formación, colegio*, academia, istruzione, formazione, scuol*, università,
			educação, ensino, escola*, faculdade*, universidade*, treinamento, onderwijs*, opleiding*, scholing,
			edukacj*, szkolnictw*, szkoł*, uczelni*, szkoleni*, uniwersytet*, przedszkol*, образован*, школ*,
			университет*, обучен*, вуз, курсы, 교육, 학교, 대학, 대학교, 학원, 이러닝, vzdělávání
		`),
	},
	{
		sector: 'education',
		isActivity: false,
		words: phraseList(`
			training, coaching, formation
		`),
	},
	{
		sector: 'health',
		isActivity: true,
		words: phraseList(`
			healthcare, health care, hospital*, clinic*, medicine, dentist*, doctor*, physician*, nursing*,
			elderly care, elder care, home care, social work, social care, mental health, physiotherap*,
			diagnostics, biomedical, child care, childcare, welfare, gesundheits und sozialwesen, krankenhaus*,
			krankenhäuser, klinik*, arztpraxis, praxis, *praxis, pflege*, *pflege, altenheim, sozialwesen,
			zahnarzt*, physiotherapie, hôpital, hôpitaux, clinique*, médico social, action sociale, soins, ehpad,
			dentaire, sanidad, hospital*, clínica*, actividades sanitarias, servicios sociales,
			residencia mayores, sanità, ospedal*, clinica*, assistenza sociale, casa di riposo, hospitais,
			odontologia, apoio social, assistência social, zorg*, gezondheid*, gezondheidszorg, ziekenhuis*,
			welzijn*, thuiszorg, tandarts*, opieka zdrowotna, szpital*, pomoc społeczna, stomatolog*,
			przychodnia, здравоохранен*, больниц*, клиник*, стоматолог*, социальн* услуг*, 병원, 보건, 헬스케어, 사회복지,
			의원, 요양, zdravotnictví
		`),
	},
	{
		sector: 'health',
		isActivity: false,
		words: phraseList(`
			health, medical*, dental, gesundheit*, medizin, santé, médical*, salud, sanitario, salute, sanitari*,
			saúde, médico*, zdrow*, medycyn*, medycz*, медицин*, здоровь*, 의료
		`),
	},
	{
		sector: 'artsAndLeisure',
		isActivity: true,
		words: phraseList(`
			art gallery, entertainment, recreation*, sporting, fitness, gym, gyms, casino*, gambling, betting,
			museum*, library, libraries, theatre*, theater*, amusement, leisure, cultural, live music, concert*,
			wellness, unterhaltung, erholung, fitnessstudio, freizeit*, spielbank, glücksspiel, bibliothek*,
			arts spectacles, spectacle*, loisirs, musée*, bibliothèque*, salle de sport, entretenimiento, ocio,
			deporte*, museo*, teatro*, gimnasio, actividades artísticas, attività artistiche, intrattenimento,
			divertimento, palestra, musei, sportive, artísticas, esporte*, desporto, entretenimento, lazer,
			academia de ginástica, museus, sportschool, cultuur*, recreatie, amusement, musea, rozrywk*,
			rekreacj*, muzeum, teatr*, klub sportowy, siłownia, искусств*, развлечен*, спорт*, музе*, театр*,
			досуг*, фитнес*, библиотек*, 예술, 스포츠, 여가, 엔터테인먼트, 오락, 체육, 박물관, 공연
		`),
	},
	{
		sector: 'artsAndLeisure',
		isActivity: false,
		words: phraseList(`
			arts, sport, sports, culture, kunst*, kultur*, sport*, jeux, arte*, cultura*, kultur*, культур*, 문화
		`),
	},
	{
		sector: 'otherServices',
		isActivity: true,
		words: phraseList(`
			non profit, nonprofit*, not for profit, ngo, charity, charities, church*, religious*, associations,
			trade union*, philanthrop*, political party, beauty salon, hairdress*, hair salon, laundry,
			dry cleaning, funeral*, repair*, auto repair, car repair, personal services, consumer services,
			other services, pet care, membership organization*, verein*, verband*, *verband, stiftung*,
			gemeinnützig*, kirche*, friseur*, kosmetikstudio, autowerkstatt, kfz werkstatt, werkstatt, wäscherei,
			bestattung*, reparatur*, sonstige dienstleistungen, erbringung von sonstigen dienstleistungen,
			gewerkschaft*, association loi, associatif, associations, fondation*, coiffure, coiffeur*,
			réparation*, autres activités de services, pressing, syndicat*, église,
			organización sin ánimo de lucro, sin fines de lucro, ong, fundación, peluquería, reparación*,
			otros servicios, asociación, sindicato, altre attività di servizi, associazion*, fondazion*,
			no profit, parrucchier*, riparazion*, centro estetico, onlus, outras atividades de serviços,
			organização sem fins lucrativos, fundação, cabeleireir*, salão de beleza, oficina mecânica,
			sindicato*, igreja, overige dienstverlening, stichting*, vereniging*, kapper*, reparatie*, kerk,
			goed doel, pozostała działalność usługowa, fundacj*, stowarzyszen*, fryzjer*, napraw*, kościół,
			прочие услуги, некоммерческ*, благотворительн*, парикмахерск*, салон красоты, ремонт*, бытов* услуг*,
			общественн* организац*, профсоюз*, церков*, 비영리, 협회, 재단, 미용실, 미용, 수리, 종교, 기타 서비스
		`),
	},
	{
		sector: 'otherServices',
		isActivity: false,
		words: phraseList(`
			association, foundation, spa, beauty
		`),
	},
];
