import type { Lead } from './pointsByJson';

/** Chance that is the same in every run, from 0 up to 1 (Mulberry32 by Tommy Ettinger). */
export function chanceOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/**
 * Leads of a business that sells to businesses, as messy as from a form: companies of 50 to 499 people,
 * of software, with the boss asking, with visits and after a webinar become customers more often;
 * students and readers of the newsletter less; whatever else there is tells nothing.
 */
export function randomLeads(count: number, seed: number): { leads: Lead[]; outcomes: boolean[] } {
	const chance = chanceOf(seed);
	const oneOf = <T>(values: readonly T[]) => values[Math.floor(chance() * values.length)]!;
	const outcomes: boolean[] = [];
	const leads = Array.from({ length: count }, (_, i): Lead => {
		const employees = Math.floor(Math.exp(1 + chance() * 7));
		const industry = oneOf([
			'Software',
			'software ',
			'Retail',
			'Health',
			'Finance',
			`Rare ${i % 40}`,
		]);
		const title = oneOf(['CEO', 'Head of Marketing', 'Student', '', null, 'Manager']);
		const visits = Math.floor(chance() ** 3 * 30);
		const tags = ['webinar', 'ebook', 'newsletter', 'trade fair'].filter(() => chance() < 0.2);
		const logOdds =
			-2.2 +
			(employees >= 50 && employees < 500 ? 1.2 : 0) +
			(industry.trim().toLowerCase() === 'software' ? 0.8 : 0) +
			(title === 'CEO' ? 0.9 : title === 'Student' ? -2 : 0) +
			0.08 * visits +
			(tags.includes('webinar') ? 1 : 0) -
			(tags.includes('newsletter') ? 0.7 : 0);
		const won = chance() < 1 / (1 + Math.exp(-logOdds));
		outcomes.push(won);
		return {
			employees:
				chance() < 0.1
					? undefined
					: chance() < 0.5
						? employees
						: `${employees}`.replace(/\B(?=\d{3}$)/, ','),
			industry,
			title,
			visits: `${visits}`,
			tags,
			demo: chance() < 0.3,
			leadId: `L${i * 7}`,
			row: i,
			email: `lead${i}@shop.example`,
			phone: chance() < 0.5 ? `+49 171 ${100000 + i}` : '',
			created: `2024-0${1 + Math.floor(chance() * 9)}-11`,
			company: { size: employees },
			country: 'DE',
			comment: i % 97 === 0 ? 'called' : null,
			closedAt: won ? '2025-01-02' : null,
		};
	});
	return { leads, outcomes };
}

/** Leads of which nothing tells who becomes a customer. */
export function noise(count: number, seed: number): { leads: Lead[]; outcomes: boolean[] } {
	const chance = chanceOf(seed);
	const leads = Array.from(
		{ length: count },
		(): Lead => ({
			age: Math.floor(18 + chance() * 60),
			visits: Math.floor(chance() ** 2 * 20),
			industry: 'abcdefgh'.charAt(Math.floor(chance() * 8)),
			demo: chance() < 0.4,
		}),
	);
	return { leads, outcomes: leads.map(() => chance() < 0.3) };
}
