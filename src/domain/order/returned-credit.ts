import type { LineId, ReturnId } from '../ids.ts';
import { proratedShare, sumMinorUnits, type MinorUnits } from '../pricing/index.ts';
import type { LineQuantity } from './parts.ts';
import type { OrderState } from './state.ts';
import { activeLines } from './status.ts';
import { totalsOf } from './totals.ts';

/** What returned goods are worth, in minor units, tax included. */
export interface ReturnedCredit {
  readonly lines: readonly { readonly lineId: LineId; readonly amount: MinorUnits }[];
  readonly total: MinorUnits;
}

const summed = (lines: readonly LineQuantity[]): ReadonlyMap<LineId, number> => {
  const sums = new Map<LineId, number>();
  for (const { lineId, quantity } of lines) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return sums;
};

/** Each unit is worth its part of what the line came to; the parts of all units add up to the line, however they come back. */
const worth = (
  state: OrderState,
  items: ReadonlyMap<LineId, number>,
  before: (lineId: LineId) => number,
): ReturnedCredit => {
  const totals = new Map(totalsOf(state).lines.map((line) => [line.lineId, line.total]));
  const lines = activeLines(state).flatMap(({ lineId, quantity: active }) => {
    const some = items.get(lineId);
    const total = totals.get(lineId);
    if (some === undefined || total === undefined || active === 0) return [];
    return [{ lineId, amount: proratedShare(total, before(lineId), some, active) }];
  });
  return { lines, total: sumMinorUnits(lines.map(({ amount }) => amount)) };
};

/** What to credit for these items, on top of all that came back already. They are no more than was shipped. */
export const proposedCredit = (state: OrderState, lines: readonly LineQuantity[]): ReturnedCredit =>
  worth(state, summed(lines), (lineId) => state.returned[lineId] ?? 0);

/** What to credit for what a return has brought: the credits of all returns add up as their items do. */
export const creditOfReturn = (state: OrderState, returnId: ReturnId): ReturnedCredit => {
  const at = state.returns.findIndex((one) => one.returnId === returnId);
  const earlier = summed(state.returns.slice(0, Math.max(0, at)).flatMap((one) => one.received));
  const received = state.returns[at]?.received ?? [];
  return worth(state, summed(received), (lineId) => earlier.get(lineId) ?? 0);
};
