import { quantity } from '../quantity.ts';
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
  return off ? state.lines.map((line) => ({ ...line, quantity: quantity(0) })) : state.lines;
};

/** A line's quantities in thousandths: 0 ≤ shipped ≤ prepared ≤ active, and what is left to ship. */
export interface LineProgress {
  readonly lineId: OrderLine['lineId'];
  readonly name: string;
  readonly unit: string;
  readonly active: number;
  readonly prepared: number;
  readonly shipped: number;
  readonly left: number;
}

export const progress = (state: OrderState): readonly LineProgress[] =>
  activeLines(state).map(({ lineId, name, unit, quantity: active }) => {
    const shipped = state.shipped[lineId] ?? 0;
    const prepared = state.prepared[lineId] ?? 0;
    return { lineId, name, unit, active, prepared, shipped, left: active - shipped };
  });

export type FulfilmentStatus =
  'nothing-to-fulfil' | 'unfulfilled' | 'partly-prepared' | 'prepared' | 'partly-shipped' | 'shipped';

export const fulfilmentStatus = (state: OrderState): FulfilmentStatus => {
  const lines = progress(state).filter((line) => line.active > 0);
  if (lines.length === 0) return 'nothing-to-fulfil';
  if (lines.every((line) => line.left === 0)) return 'shipped';
  if (lines.some((line) => line.shipped > 0)) return 'partly-shipped';
  if (lines.every((line) => line.prepared === line.active)) return 'prepared';
  return lines.some((line) => line.prepared > 0) ? 'partly-prepared' : 'unfulfilled';
};

export type AllocationStatus =
  /** No stock is to be kept for it: a draft, an order that is off, one whose goods are gone. */
  | 'none'
  /** The stock items have not answered yet. */
  | 'waiting'
  | 'reserved'
  | 'partly-back-ordered'
  | 'back-ordered'
  /** The stock items keep nothing for it, and it waits for nothing: it was short under a policy that blocks. */
  | 'unallocated';

/** What is kept and what is waited for on lines with something left to ship. */
export const allocation = (state: OrderState): AllocationStatus => {
  const left = new Map(progress(state).map((line) => [line.lineId, line.left]));
  const open = [...left.values()].some((quantityLeft) => quantityLeft > 0);
  if (lifecycle(state) !== 'open' || state.agreed?.stock !== 'tracked' || !open) return 'none';
  if (!state.allocations) return 'waiting';
  const live = state.allocations.filter(({ lineId }) => (left.get(lineId) ?? 0) > 0);
  const reserved = live.some((line) => line.reserved > 0);
  if (live.some((line) => line.backOrdered > 0)) return reserved ? 'partly-back-ordered' : 'back-ordered';
  return reserved ? 'reserved' : 'unallocated';
};
