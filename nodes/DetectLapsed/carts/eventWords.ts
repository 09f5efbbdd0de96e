/**
 * What events are usually called that put something into a cart, place an order or show a product:
 * the words of GA4, Segment, Klaviyo, Meta and Shopify's pixel. They are compared without regard to
 * case, white space and signs.
 */
export const EVENT_WORDS = Object.freeze({
	cart: 'add_to_cart, begin_checkout, Added to Cart, Product Added, Product Added to Cart, Cart Updated, Checkout Started, Started Checkout, Initiate Checkout, add_shipping_info, add_payment_info, Payment Info Entered',
	order:
		'purchase, Order Completed, Order Placed, Placed Order, Checkout Completed, Order Paid, Order Created, order',
	view: 'view_item, view_item_list, Product Viewed, Viewed Product, Product List Viewed, View Content, Category Viewed, Collection Viewed',
});
