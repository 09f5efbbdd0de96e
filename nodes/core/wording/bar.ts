/** Colours that stand out on white and on black alike. */
export const BAR_COLORS = Object.freeze({ main: '#2f80c9', second: '#c9772f' });

function cell(widthPercent: number, color?: string): string {
	const [attribute, style] = color
		? [` bgcolor="${color}"`, `background-color:${color};`]
		: ['', ''];
	return `<td width="${widthPercent}%"${attribute} style="width:${widthPercent}%;height:12px;padding:0;${style}font-size:1px;line-height:12px;">&nbsp;</td>`;
}

/**
 * A bar over a part of the width, drawn with the cells of a table: mail clients strip drawings.
 *
 * Hidden from screen readers; what it shows must stand beside it as text. Whatever is more than
 * nothing can be seen.
 *
 * @param share from 0 to 1
 */
export function bar(share: number, color: string): string {
	const rounded = Math.round(share * 100);
	const filled = share > 0 ? Math.min(100, Math.max(1, rounded)) : 0;
	const cells = [
		...(filled > 0 ? [cell(filled, color)] : []),
		...(filled < 100 ? [cell(100 - filled)] : []),
	];
	return `<table role="presentation" aria-hidden="true" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;border-collapse:collapse;border:1px solid #888888;"><tr>${cells.join('')}</tr></table>`;
}
