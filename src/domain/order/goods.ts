import type { LineId, ReturnId } from '../ids.ts';
import type { LineQuantity, ReturnedItems } from './parts.ts';

/** Thousandths by line id; a line that is not there has none. */
export type ByLine = Readonly<Record<string, number>>;

/** By `sign` −1: taken away. */
export const added = (sums: ByLine, lines: readonly LineQuantity[], sign: 1 | -1 = 1): ByLine => {
  const next: Record<string, number> = { ...sums };
  for (const { lineId, quantity } of lines) next[lineId] = (next[lineId] ?? 0) + sign * quantity;
  return next;
};

/** No line has more than `caps` has of it. */
export const atMost = (sums: ByLine, caps: ByLine): ByLine =>
  Object.fromEntries(
    Object.entries(sums).map(([lineId, some]) => [lineId, Math.min(some, caps[lineId] ?? 0)]),
  );

/** No line has less than `floors` has of it. */
export const atLeast = (sums: ByLine, floors: ByLine): ByLine => ({
  ...sums,
  ...Object.fromEntries(
    Object.entries(floors).map(([lineId, some]) => [lineId, Math.max(some, sums[lineId] ?? 0)]),
  ),
});

/** Only these lines. */
export const of = (sums: ByLine, lines: readonly { readonly lineId: LineId }[]): ByLine =>
  Object.fromEntries(
    lines.flatMap(({ lineId }) => {
      const some = sums[lineId];
      return some === undefined ? [] : [[lineId, some]];
    }),
  );

/** Goods that the customer sends back. */
export interface Return {
  readonly returnId: ReturnId;
  readonly reason: string;
  readonly requested: readonly LineQuantity[];
  readonly received: readonly ReturnedItems[];
  readonly standing: 'open' | 'closed' | 'cancelled';
  /** It takes a sale over the counter back, and the order was not revised since. */
  readonly undoesSale?: true | undefined;
}

export const withRequested = (
  returns: readonly Return[],
  {
    lines: requested,
    ...asked
  }: Pick<Return, 'returnId' | 'reason' | 'undoesSale'> & { lines: Return['requested'] },
): readonly Return[] => [...returns, { ...asked, requested, received: [], standing: 'open' }];

/** Revised, a sale that was taken back is an order again, some of which came back. */
export const withSaleAgain = (returns: readonly Return[]): readonly Return[] =>
  returns.map(({ undoesSale: _, ...one }) => one);

export const withReturn = (
  returns: readonly Return[],
  returnId: ReturnId,
  change: (one: Return) => Return,
): readonly Return[] => returns.map((one) => (one.returnId === returnId ? change(one) : one));
