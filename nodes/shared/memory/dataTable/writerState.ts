/**
 * How far a new row is, as its column `writer` says:
 * - `pending`: put in, and nothing more;
 * - `ready`: its writer saw no other that had a right to the key;
 * - `settled`: a row of the memory. Whatever is there without a state in front counts as settled, so also
 *   rows that a person put in.
 */
export type RowState = 'pending' | 'ready' | 'settled';

const UNSETTLED: readonly RowState[] = ['pending', 'ready'];

/** What the column `writer` says of a row that is put in by a token. */
export function writerOf(state: RowState, token: string): string {
	return state === 'settled' ? token : `${state}:${token}`;
}

export function stateOf({ writer }: { readonly writer: string | null }): RowState {
	return UNSETTLED.find((state) => writer?.startsWith(`${state}:`)) ?? 'settled';
}
