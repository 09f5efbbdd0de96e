import { hasAnyOf, type Constraint } from '../../../core/segment/overlap/Constraint';
import { numbers } from '../../../core/segment/overlap/NumberSet';
import type { AskedComparison, AskedRow } from './AskedRow';

/** The same question asked again, and nothing more. */
function sameQuestion(subject: string, asked: object): Constraint {
	return { id: `${subject} ${JSON.stringify(asked)}`, isDenied: false };
}

function ofComparison(subject: string, asks: AskedComparison): Constraint {
	switch (asks.kind) {
		case 'number': {
			const { from, to } = asks.range;
			return { key: `${subject} as a number`, values: numbers({ from, to }), specials: [] };
		}
		case 'presence':
			return { id: `${subject} is known`, isDenied: !asks.isKnown };
		case 'text':
			if (asks.comparison === 'oneOf') {
				const texts = asks.texts.map((text) => text.trim().toLowerCase());
				return hasAnyOf(`${subject} is one of`, texts);
			}
			return sameQuestion(subject, asks);
		case 'days':
			if (asks.comparison === 'inLastDays') {
				// What happened in fewer days happened in more.
				const set = numbers({ from: 0, to: asks.days });
				return { key: `days since ${subject}`, values: set, specials: [] };
			}
			return sameQuestion(subject, asks);
		default:
			return sameQuestion(subject, asks);
	}
}

/** What a row asks of any item, as far as that is known without one. */
export function askedConstraint(asked: AskedRow): Constraint {
	if (asked.looksAt === 'attribute') {
		return ofComparison(`attribute ${asked.attribute}`, asked.asks);
	}
	const { name } = asked.looksAt === 'field' ? asked.field : asked.list.field;
	// An expression may give another value each time.
	if (name.startsWith('{{')) return 'unknown';
	if (asked.looksAt === 'field') return ofComparison(`field ${name}`, asked.asks);
	const { list, ...counted } = asked;
	const { typeKey, dateKey } = list;
	return sameQuestion(`events in ${name}`, { ...counted, typeKey, dateKey });
}
