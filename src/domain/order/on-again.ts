import { ok, said, type Done, type Inverse, type Then } from '../../kernel/index.ts';
import type { OrderId } from '../ids.ts';
import { PreparationUndone } from './events.ts';
import { orders } from './state.ts';

/**
 * A cancelled order is on again, as it stood: what had been prepared is prepared once more, and a person's hold is put
 * back. What the shelves kept for it they keep again, as far as they still have it.
 */
export const onAgain = async (
  { payload: { orderId }, reason, id, ...done }: Done<{ readonly orderId: OrderId }>,
  { before }: Then,
): Promise<Inverse> => {
  const { hold, ready } = (await before(orders, orderId)).state;
  const lines = said(done, PreparationUndone)?.lines ?? [];
  const waiting = lines.filter(({ lineId }) => (ready[lineId] ?? 0) > 0);
  const packed = lines.filter((line) => !waiting.includes(line));
  return ok([
    { type: 'ReopenOrder', payload: { orderId, reason } },
    ...(packed.length > 0
      ? [{ type: 'PrepareItems', payload: { orderId, fulfilmentId: id(0), lines: packed } }]
      : []),
    ...(waiting.length > 0
      ? [{ type: 'MarkReady', payload: { orderId, fulfilmentId: id(1), lines: waiting } }]
      : []),
    ...(hold?.cause === 'person' ? [{ type: 'HoldOrder', payload: { orderId, reason: hold.reason } }] : []),
  ]);
};
