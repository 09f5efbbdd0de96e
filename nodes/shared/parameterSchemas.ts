import { z } from 'zod';

/** A number that an expression may also give as text; blank text is no number. */
const number = z.preprocess(
	(value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
	z.number({ invalid_type_error: 'a number is expected' }).finite('a finite number is expected'),
);

const positive = number.pipe(z.number().positive('a number above zero is expected'));
const notNegative = number.pipe(z.number().min(0, 'a number from zero up is expected'));
const wholePositive = positive.pipe(z.number().int('a whole number is expected'));
const percent = notNegative.pipe(z.number().max(100, 'a percentage up to 100 is expected'));
/** A text that an expression may also give as a number. */
const text = z.union([z.string(), z.number().transform(String)], {
	errorMap: () => ({ message: 'a text is expected' }),
});
/** The name of a field to set: this one would not become a field, and the value would be lost. */
const fieldName = text.refine((name) => name !== '__proto__', 'another name is expected');
/** Words of a list that the user writes with commas or line breaks between. */
const list = z
	.union([z.string().transform((value) => value.split(/[,;\n]/)), z.array(z.coerce.string())])
	.transform((words) => words.map((word) => word.trim()).filter((word) => word !== ''));
const flag = z.boolean({ invalid_type_error: 'true or false is expected' });

/** The checks that parameters of all nodes share. */
export const schemas = {
	number,
	positive,
	notNegative,
	wholePositive,
	percent,
	text,
	fieldName,
	list,
	flag,
};
