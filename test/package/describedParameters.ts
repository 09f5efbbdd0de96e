import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** A property as the user meets it, with where it stands. */
export interface DescribedParameter {
	/** Without row numbers: `rules.values.name`. */
	path: string;
	property: INodeProperties;
	/** The property whose collection it stands in. */
	parent: INodeProperties | undefined;
}

/** Every property of a node, those inside collections too, in the order of the form. */
export function describedParameters(
	properties: readonly INodeProperties[],
	parent?: INodeProperties,
	prefix = '',
): DescribedParameter[] {
	return properties.flatMap((property) => {
		const path = `${prefix}${property.name}`;
		const inside = (property.options ?? []).flatMap((option) => {
			if ('values' in option) {
				return describedParameters(option.values, property, `${path}.${option.name}.`);
			}
			return 'type' in option ? describedParameters([option], property, `${path}.`) : [];
		});
		return [{ path, property, parent }, ...inside];
	});
}

/** Whether a property holds a value of its own: a notice is only read, a collection only holds others. */
export function holdsValue({ type }: INodeProperties): boolean {
	return !['notice', 'collection', 'fixedCollection'].includes(type);
}

/** The choices of a property; none for a collection, whose options are properties. */
export function choicesOf({ type, options }: INodeProperties): INodePropertyOptions[] {
	if (type !== 'options' && type !== 'multiOptions') return [];
	return (options ?? []).filter((option): option is INodePropertyOptions => 'value' in option);
}
