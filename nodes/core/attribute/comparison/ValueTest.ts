/** A comparison with the values that it asks for, ready to be asked about any value. */
export interface ValueTest<T = unknown> {
	accepts(value: T): boolean;
	/** What is so of a value that is accepted, in words behind the name of what is looked at. */
	tell(value: T): string;
}
