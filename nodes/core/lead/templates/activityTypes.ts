/** What leads do, as the templates tell it apart. */
export type ActivityKind =
	| 'blogVisit'
	| 'callToAction'
	| 'cart'
	| 'demo'
	| 'download'
	| 'mailClick'
	| 'mailOpen'
	| 'order'
	| 'visit'
	| 'webinar';

/**
 * How the types of activities are called by HubSpot (e-mail events OPEN and CLICK, engagement MEETING,
 * events e_…), ActiveCampaign (webhook types), Mailchimp (activity feed), analytics tools and people.
 */
const NAMES: Readonly<Record<ActivityKind, readonly string[]>> = Object.freeze({
	blogVisit: ['blog', 'blog_visit', 'blog_view', 'blog_read', 'article_read', 'article_view'],
	callToAction: [
		'cta',
		'cta_click',
		'call_to_action',
		'form_submission',
		'form_submit',
		'form_submitted',
		'e_form_submission_v2',
		'contact_form',
		'contact_request',
		'landing_page_signup',
		'survey_response',
		'reply',
	],
	cart: [
		'cart',
		'add_to_cart',
		'added_to_cart',
		'cart_created',
		'begin_checkout',
		'checkout_started',
	],
	demo: [
		'demo',
		'demo_request',
		'demo_requested',
		'request_demo',
		'demo_booked',
		'demo_attended',
		'book_demo',
		'product_demo',
		'meeting',
		'meeting_booked',
		'trial',
		'trial_started',
	],
	download: [
		'download',
		'downloaded',
		'file_download',
		'whitepaper',
		'white_paper',
		'ebook',
		'case_study',
		'price_list',
		'content_download',
	],
	mailClick: [
		'click',
		'clicked',
		'email_click',
		'email_clicked',
		'mail_click',
		'link_click',
		'e_clicked_link_in_email_v2',
		'newsletter_click',
	],
	mailOpen: [
		'open',
		'opened',
		'email_open',
		'email_opened',
		'mail_open',
		'e_opened_email_v2',
		'newsletter_open',
	],
	order: ['order', 'ordered', 'purchase', 'order_placed', 'checkout_completed', 'orders/create'],
	visit: [
		'visit',
		'page_view',
		'page_visit',
		'site_visit',
		'website_visit',
		'page_viewed',
		'session',
		'session_start',
		'e_visited_page',
		'product_view',
		'view_item',
	],
	webinar: [
		'webinar',
		'webinar_attended',
		'webinar_attendance',
		'webinar_registration',
		'webinar_registered',
		'webinar_joined',
		'event_attended',
	],
});

/** The types that stand for a kind of activity; how they are written does not matter, see `activityType`. */
export function activityTypes(kind: ActivityKind): string[] {
	return [...NAMES[kind]];
}
