import { bar, BAR_COLORS } from './bar';
import { escapeHtml } from './escapeHtml';

/** Said anew in each cell: some clients hand nothing down into tables. Colours are left to the reader's own, light or dark. */
const FONT = 'font-family:Arial,Helvetica,sans-serif;';
export const TEXT = `${FONT}font-size:16px;line-height:24px;`;
export const SMALL = `${FONT}font-size:13px;line-height:18px;`;
/** Below a row of a table. */
export const LINE = 'border-bottom:1px solid #888888;';

/** A text on the page: dates and percents stay on one line. */
export function shown(text: string): string {
	return escapeHtml(text)
		.replace(/\d{4}-\d\d-\d\d/g, '<span style="white-space:nowrap;">$&</span>')
		.replace(/ %/g, '&nbsp;%');
}

export function heading(text: string): string {
	return `<h2 style="${FONT}font-size:18px;line-height:24px;margin:28px 0 8px;">${shown(text)}</h2>`;
}

export function paragraph(text: string, style = TEXT): string {
	return `<p style="${style}margin:0 0 8px;">${shown(text)}</p>`;
}

/** What a bar shows, as text and drawn. */
export function labelledBar(label: string, share: number, color: string = BAR_COLORS.main): string {
	return `<p style="${SMALL}margin:8px 0 2px;">${shown(label)}</p>\n${bar(share, color)}`;
}

/**
 * A report as HTML for a mail.
 *
 * A fragment with styles of its own and nothing to load: no pictures, scripts or style sheets. Charts
 * are cells of tables with their figures beside them. Text colours and the background are the
 * reader's, so that it can be read in light and in dark.
 */
export function mailReport(title: string, parts: readonly string[]): string {
	return [
		'<table role="presentation" lang="en" align="center" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;margin:0 auto;"><tr><td style="padding:12px;">',
		`<h1 style="${FONT}font-size:22px;line-height:28px;margin:0 0 12px;">${shown(title)}</h1>`,
		...parts,
		'</td></tr></table>',
	].join('\n');
}
