import { quantity } from '../quantity.ts';
import type { ByLine } from './goods.ts';
import type { OrderState } from './state.ts';
import type { OrderLine } from './parts.ts';
import type { Quantity } from '../pricing/index.ts';

// Statuses are never stored: they are read off amounts and quantities, each on its own axis.

export type Lifecycle = 'none' | 'draft' | 'open' | 'cancelled' | 'discarded';

export const lifecycle = (state: OrderState): Lifecycle => {
  if (!state.terms) return 'none';
  if (state.discarded) return 'discarded';
  if (state.cancelled) return 'cancelled';
  return state.agreed ? 'open' : 'draft';
};

export interface ActiveLine extends Omit<OrderLine, 'quantity'> {
  /** What still counts of it: nothing once the order is off. */
  readonly quantity: Quantity;
}

export const activeLines = (state: OrderState): readonly ActiveLine[] => {
  const off = state.cancelled || state.discarded;
  return state.lines.map((line) => ({
    ...line,
    quantity: quantity(off ? 0 : line.quantity - (state.cancelledItems[line.lineId] ?? 0)),
  }));
};

/** A line's quantities in thousandths: 0 ≤ delivered ≤ shipped ≤ prepared ≤ active, returned ≤ shipped. */
export interface LineProgress {
  readonly lineId: OrderLine['lineId'];
  readonly name: string;
  readonly unit: string;
  readonly active: number;
  readonly cancelled: number;
  readonly prepared: number;
  /** Prepared, not shipped, and said to wait for being fetched. */
  readonly ready: number;
  readonly shipped: number;
  readonly delivered: number;
  readonly returned: number;
  /** Still to ship. */
  readonly left: number;
}

export const progress = (state: OrderState): readonly LineProgress[] =>
  activeLines(state).map(({ lineId, name, unit, quantity: active }) => {
    const of = (sums: ByLine) => sums[lineId] ?? 0;
    const shipped = of(state.shipped);
    return {
      ...{ lineId, name, unit, active, shipped },
      cancelled: of(state.cancelledItems),
      prepared: of(state.prepared),
      ready: Math.max(0, of(state.ready) - shipped),
      delivered: of(state.delivered),
      returned: of(state.returned),
      left: active - shipped,
    };
  });

export type FulfilmentStatus =
  | 'nothing-to-fulfil'
  | 'unfulfilled'
  | 'partly-prepared'
  /** All of it is prepared. */
  | 'ready'
  | 'partly-shipped'
  | 'shipped'
  | 'partly-delivered'
  | 'delivered';

export const fulfilmentStatus = (state: OrderState): FulfilmentStatus => {
  const lines = progress(state).filter((line) => line.active > 0);
  if (lines.length === 0) return 'nothing-to-fulfil';
  if (lines.every((line) => line.left === 0)) {
    if (lines.every((line) => line.delivered === line.active)) return 'delivered';
    return lines.some((line) => line.delivered > 0) ? 'partly-delivered' : 'shipped';
  }
  if (lines.some((line) => line.shipped > 0)) return 'partly-shipped';
  if (lines.every((line) => line.prepared === line.active)) return 'ready';
  return lines.some((line) => line.prepared > 0) ? 'partly-prepared' : 'unfulfilled';
};

/** Nothing is left to ship. */
export const fulfilled = (state: OrderState): boolean => progress(state).every((line) => line.left === 0);

export type ReturnStatus =
  | 'none'
  /** Something is to come back. */
  | 'requested'
  /** Something came back, and the return is not closed. */
  | 'receiving'
  | 'partly-returned'
  | 'returned';

export const returnStatus = (state: OrderState): ReturnStatus => {
  const open = state.returns.filter((one) => one.standing === 'open');
  if (open.length > 0) return open.some((one) => one.received.length > 0) ? 'receiving' : 'requested';
  const lines = progress(state).filter((line) => line.shipped > 0);
  if (lines.every((line) => line.returned === 0)) return 'none';
  return lines.every((line) => line.returned === line.shipped) ? 'returned' : 'partly-returned';
};

/** It was sold over the counter, and the whole sale was taken back. */
export const saleUndone = ({ returns }: Pick<OrderState, 'returns'>): boolean =>
  returns.some((one) => one.undoesSale && one.standing === 'closed');

export type AllocationStatus =
  /** No stock is to be kept for it: a draft, an order that is off, one whose goods are gone. */
  | 'none'
  /** The stock items have not answered yet. */
  | 'waiting'
  | 'reserved'
  | 'partly-back-ordered'
  | 'back-ordered'
  /** Nobody counts what is left to ship: nothing has to be kept. */
  | 'uncounted'
  /** The stock items keep nothing for it, and it waits for nothing: it was short under a policy that blocks. */
  | 'unallocated';

/** What is kept and what is waited for on lines with something left to ship. */
export const allocation = (state: OrderState): AllocationStatus => {
  const left = new Map(progress(state).map((line) => [line.lineId, line.left]));
  const open = [...left.values()].some((quantityLeft) => quantityLeft > 0);
  if (lifecycle(state) !== 'open' || !open) return 'none';
  if (!state.allocations) return 'waiting';
  const known = new Set(state.allocations.map((line) => line.lineId));
  if ([...left].some(([lineId, some]) => some > 0 && !known.has(lineId))) return 'waiting';
  const live = state.allocations.filter(({ lineId }) => (left.get(lineId) ?? 0) > 0);
  const reserved = live.some((line) => line.reserved > 0);
  if (live.some((line) => line.backOrdered > 0)) return reserved ? 'partly-back-ordered' : 'back-ordered';
  if (reserved) return 'reserved';
  return live.every((line) => line.uncounted) ? 'uncounted' : 'unallocated';
};
