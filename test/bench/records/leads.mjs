import { seededRandom } from './seededRandom.mjs';

const COUNTRIES = ['de', 'at', 'ch', 'nl', 'pl'];
const INDUSTRIES = ['Retail', 'Software', 'Logistics', 'Food'];
const TITLES = ['Head of Sales', 'Junior Buyer', 'Owner', 'Shop Manager'];
const FORMS = ['demo', 'newsletter', 'contact'];
const SOURCES = ['partner fair', 'search', 'import', 'referral'];
const DOMAINS = ['shop.example', 'freemail.example'];

/** Leads as a CRM gives them. */
export function leads(count) {
	const { below, oneOf } = seededRandom();
	return Array.from({ length: count }, (_, n) => ({
		email: `customer-${n}@${oneOf(DOMAINS)}`,
		jobTitle: oneOf(TITLES),
		company: {
			employees: 1 + below(1_000),
			country: oneOf(COUNTRIES),
			industry: oneOf(INDUSTRIES),
		},
		visits: below(20),
		pricingViews: below(4),
		mailOpens: below(12),
		mailClicks: below(6),
		lastForm: oneOf(FORMS),
		source: oneOf(SOURCES),
	}));
}
