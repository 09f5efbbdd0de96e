/** Sizes of companies by people employed. */
export const COMPANY_SIZES = ['micro', 'small', 'medium', 'large'] as const;

export type CompanySize = (typeof COMPANY_SIZES)[number];

/** Yearly revenue in major units; both ends of a band belong to it. */
export const REVENUE_BANDS = ['upTo2M', 'upTo10M', 'upTo50M', 'above50M'] as const;

export type RevenueBand = (typeof REVENUE_BANDS)[number];

/**
 * The size of a company by the people it employs: micro below 10, small below 50, medium below 250,
 * large from there on.
 *
 * Source: Commission Recommendation 2003/361/EC, annex, article 2; its limits of revenue and balance
 * sheet are not looked at.
 */
export function companySize(employees: number): CompanySize {
	if (employees < 10) return 'micro';
	if (employees < 50) return 'small';
	return employees < 250 ? 'medium' : 'large';
}

/**
 * The band of a yearly revenue: up to 2, 10 and 50 million, each with its limit, and above.
 *
 * Source: Commission Recommendation 2003/361/EC, annex, article 2, where they are euros; a revenue in
 * another currency is not converted.
 */
export function revenueBand(revenue: number): RevenueBand {
	if (revenue <= 2e6) return 'upTo2M';
	if (revenue <= 10e6) return 'upTo10M';
	return revenue <= 50e6 ? 'upTo50M' : 'above50M';
}
