/**
 * An activity's type in the form in which types are compared: letter case, spaces, underscores,
 * hyphens and dots do not matter.
 *
 * @example
 * activityType('Page_View') //=> 'pageview'
 */
export function activityType(type: string): string {
	return type.toLowerCase().replace(/[\s_.-]+/g, '');
}
