import type { LineId, ReturnId } from '../ids.ts';
import {
  allocate,
  minorUnits,
  PositiveMinorUnits,
  proratedShare,
  sumMinorUnits,
  type MinorUnits,
  type TaxRate,
} from '../pricing/index.ts';
import type { CreditedRate, LineQuantity } from './parts.ts';
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

/**
 * What of a credit for a return is borne by the tax rates of what came back: each its part, as far as credits before it
 * have left. None is more than that worth; what is granted beyond it is in none of them.
 */
export const ratesOfReturn = (
  state: OrderState,
  returnId: ReturnId,
  amount: MinorUnits,
): readonly CreditedRate[] => {
  const rates = new Map(state.lines.map(({ lineId, taxRate }) => [lineId, taxRate]));
  const left = new Map<TaxRate, number>();
  const add = (rate: TaxRate | undefined, more: number) => {
    if (rate !== undefined) left.set(rate, (left.get(rate) ?? 0) + more);
  };
  for (const line of creditOfReturn(state, returnId).lines) add(rates.get(line.lineId), line.amount);
  for (const credit of state.credits)
    if (credit.returnId === returnId) for (const one of credit.rates ?? []) add(one.rate, 0 - one.amount);
  const bearing = [...left].filter(([, worthLeft]) => worthLeft > 0);
  const worths = bearing.map(([, worthLeft]) => minorUnits(worthLeft));
  const shares = allocate(minorUnits(Math.min(amount, sumMinorUnits(worths))), worths);
  return bearing.flatMap(([rate], n) => {
    const share = shares[n] ?? 0;
    return share > 0 ? [{ rate, amount: PositiveMinorUnits.parse(share) }] : [];
  });
};
