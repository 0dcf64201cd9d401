import {
  BufferSet,
  StockAdjusted,
  StockCounted,
  StockIssued,
  StockReceived,
  StockReleased,
  StockReserved,
  StockReturned,
} from '../../domain/stock/index.ts';
import type { DataOf } from '../../kernel/index.ts';
import type { MovementRow } from './row.ts';

/** By how much each figure changed, and why. */
export type Moved = Pick<MovementRow, 'by' | 'orderId' | 'counted' | 'reason' | 'disposition'>;

/** Events that move stock. */
export const moving = {
  StockReceived,
  StockAdjusted,
  StockCounted,
  BufferSet,
  StockReturned,
  StockReserved,
  StockReleased,
  StockIssued,
} as const;
type Moving = typeof moving;

const noted = (reason: string | undefined) => (reason === undefined ? {} : { reason });

/** What each of them moved. */
export const movedBy: { readonly [Name in keyof Moving]: (data: DataOf<Moving[Name]>) => Moved } = {
  StockReceived: ({ quantity, note }) => ({ by: { onHand: quantity }, ...noted(note) }),
  StockAdjusted: ({ delta, unavailable = 0, reason }) => ({
    by: { ...(delta !== 0 && { onHand: delta }), ...(unavailable !== 0 && { unavailable }) },
    reason,
  }),
  StockCounted: ({ delta, counted, note }) => ({ by: { onHand: delta }, counted, ...noted(note) }),
  BufferSet: ({ quantity, before, reason }) => ({ by: { buffer: quantity - before }, reason }),
  StockReturned: ({ orderId, quantity, disposition, uncounted }) => {
    if (uncounted) return { by: {}, orderId, disposition };
    const onHand = disposition === 'discard' ? 0 : quantity;
    const by = { onHand, ...(disposition === 'damaged' && { unavailable: quantity }) };
    return { by, orderId, disposition };
  },
  StockReserved: ({ orderId, quantity, waited, backOrdered }) => ({
    by: { reserved: quantity, backOrdered: backOrdered - waited },
    orderId,
  }),
  StockReleased: ({ orderId, quantity, backOrderDropped }) => ({
    by: { reserved: 0 - quantity, backOrdered: 0 - backOrderDropped },
    orderId,
  }),
  StockIssued: ({ orderId, quantity, fromReserved, backOrderDropped, uncounted }) => ({
    by: {
      onHand: uncounted ? 0 : 0 - quantity,
      reserved: 0 - fromReserved,
      backOrdered: 0 - backOrderDropped,
    },
    orderId,
  }),
};
