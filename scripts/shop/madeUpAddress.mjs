/**
 * Makes up mail addresses for customers known by an id or a name only: `customer-0001@shop.example`. Different customers
 * get different addresses, the same customer always the same.
 */
export function addressMaker() {
	const addresses = new Map();
	const taken = new Set();
	return (customer) => {
		let address = addresses.get(customer);
		if (address === undefined) {
			const plain = customer.toLowerCase().replace(/[^a-z0-9]+/g, '-');
			const free = (candidate) => !taken.has(candidate);
			const named = `customer-${plain}@shop.example`;
			address = free(named) ? named : `customer-${plain}-${addresses.size + 1}@shop.example`;
			addresses.set(customer, address);
			taken.add(address);
		}
		return address;
	};
}
