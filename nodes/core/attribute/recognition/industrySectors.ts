import { phraseList } from './phraseList';
import type { Sector } from './recognised';

/**
 * Sectors by the names of industries that a CRM offers to choose from: all values of HubSpot's property
 * `industry`, which are LinkedIn's industries of before 2022 (LinkedIn, Industry Codes V1), and
 * Salesforce's standard values of `Industry` where they differ. A name counts as a whole.
 *
 * Advertising and design are professional services, as in NACE 73 and 74; telecommunications are
 * information technology, as in its Rev. 2.1; tourism is hospitality, as people search for it.
 */
export const INDUSTRY_SECTORS: Readonly<Record<Sector, readonly string[]>> = Object.freeze({
	agriculture: phraseList('dairy, farming, fishery, ranching, agriculture'),
	mining: phraseList('mining metals'),
	manufacturing: phraseList(`
		apparel fashion, automotive, aviation aerospace, biotechnology, building materials,
		business supplies equipment, chemicals, computer hardware, computer networking, consumer electronics,
		consumer goods, cosmetics, defense space, electrical electronic manufacturing, food beverages, food production,
		food beverage, furniture, glass ceramics concrete, industrial automation, luxury goods jewelry, machinery, medical devices,
		nanotechnology, packaging containers, paper forest products, pharmaceuticals, plastics, printing,
		railroad manufacture, semiconductors, shipbuilding, sporting goods, textiles, tobacco, wine spirits,
		apparel, electronics, manufacturing, arts crafts
	`),
	energy: phraseList('oil energy, utilities, renewables environment, energy'),
	waterAndWaste: phraseList('environmental services, environmental'),
	construction: phraseList('construction, civil engineering'),
	wholesale: phraseList('wholesale, import export, international trade development'),
	retail: phraseList('retail, supermarkets'),
	transport: phraseList(`
		airlines aviation, logistics supply chain, maritime, package freight delivery,
		transportation trucking railroad, warehousing, transportation, shipping
	`),
	hospitality: phraseList('hospitality, leisure travel tourism, restaurants'),
	media: phraseList(`
		animation, broadcast media, media production, motion pictures film, newspapers, online media, publishing,
		writing editing, music, media
	`),
	informationTechnology: phraseList(`
		computer network security, computer games, computer software, information services,
		information technology services, internet, telecommunications, wireless, mobile games, technology, communications
	`),
	finance: phraseList(`
		banking, capital markets, financial services, insurance, investment banking, investment management,
		venture capital private equity, finance, investment banking venture
	`),
	realEstate: phraseList('commercial real estate, real estate'),
	professionalServices: phraseList(`
		accounting, alternative dispute resolution, architecture planning, design, graphic design, law practice,
		legal services, management consulting, market research, marketing advertising,
		mechanical or industrial engineering, photography, program development,
		public relations communications, research, think tanks, translation localization, veterinary,
		consulting, engineering
	`),
	businessServices: phraseList(`
		events services, facilities services, human resources, outsourcing offshoring,
		security investigations, staffing recruiting, executive office
	`),
	publicAdministration: phraseList(`
		government administration, government relations, international affairs, judiciary, law enforcement,
		legislative office, military, public policy, public safety, government
	`),
	education: phraseList(`
		education management, e learning, elearning, higher education, primary secondary education,
		professional training coaching, education
	`),
	health: phraseList(`
		alternative medicine, hospital health care, individual family services, medical practice,
		mental health care, healthcare
	`),
	artsAndLeisure: phraseList(`
		entertainment, fine art, gambling casinos, health wellness fitness, libraries, museums institutions,
		performing arts, recreational facilities services, sports, recreation
	`),
	otherServices: phraseList(`
		civic social organization, consumer services, fund raising, nonprofit organization management,
		non profit organization management, philanthropy, political organization, religious institutions, not for profit
	`),
});
