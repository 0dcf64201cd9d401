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
}

export const withRequested = (
  returns: readonly Return[],
  returnId: ReturnId,
  requested: readonly LineQuantity[],
  reason: string,
): readonly Return[] => [...returns, { returnId, reason, requested, received: [], standing: 'open' }];

export const withReturn = (
  returns: readonly Return[],
  returnId: ReturnId,
  change: (one: Return) => Return,
): readonly Return[] => returns.map((one) => (one.returnId === returnId ? change(one) : one));
