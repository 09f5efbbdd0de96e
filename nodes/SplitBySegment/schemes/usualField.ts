import { isBlank } from '../../core/reading/Reading';
import type { MappedAttribute } from '../../core/attribute/attributes';
import type { ItemField } from '../../shared/NodeParameters';
import type { SplitRun } from './Scheme';

/**
 * The field that serves: the one that is set or, where that is the usual one and no item has it, the one
 * in which an attribute is recognised, which a hint tells.
 *
 * @param usual the name that the parameter has before it is changed
 */
export function usualField(
	field: ItemField,
	usual: string,
	attribute: MappedAttribute,
	{ items, attributes }: SplitRun,
): ItemField {
	if (field.name !== usual) return field;
	if (items.some((item, i) => !isBlank(field.read(item, i)))) return field;
	const found = attributes.fieldOf(attribute);
	return found ? { label: field.label, name: found.name, read: found.read } : field;
}
