/** A row that looks at an attribute. */
export const attribute = (name: string, comparison: string, more: object = {}) => ({
	looksAt: 'attribute',
	attribute: name,
	comparison,
	...more,
});

/** A row that looks at a field by its name. */
export const field = (sourceField: string, comparison: string, more: object = {}) => ({
	looksAt: 'field',
	sourceField,
	comparison,
	...more,
});

/** A row that compares an attribute with texts. */
export const among = (name: string, comparison: string, values: string) =>
	attribute(name, comparison, { values });

/** A group of rows, all of which have to be met, or any. */
export const group = (combine: 'all' | 'any', rows: object[], conditions: object = {}) => ({
	combine,
	rows: { values: rows },
	conditions,
});

/** A segment without condition rows of its own. */
export const segmentOf = (
	groups: object[],
	combineGroups: 'all' | 'any' = 'all',
	more: object = {},
) => ({
	name: 'Segment',
	conditions: {},
	attributeGroups: { values: groups },
	combineGroups,
	campaign: '',
	channel: 'none',
	enabled: true,
	...more,
});
