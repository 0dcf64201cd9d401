import type { LedgerEntry } from '../../../views/stock/index.ts';
import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';

type Movement = Pick<LedgerEntry, 'type' | 'by' | 'counted' | 'order' | 'disposition'>;

const counted = (movement: Movement, unit: string): string => {
  const difference = movement.by.onHand ?? 0;
  const amount = quantity(movement.counted ?? 0, unit);
  if (difference === 0) return m.products_moved_counted_same({ quantity: amount });
  const words = difference > 0 ? m.products_moved_counted_more : m.products_moved_counted_less;
  return words({ quantity: amount, difference: quantity(Math.abs(difference), unit) });
};

const reserved = ({ by }: Movement, order: string, unit: string): string => {
  const now = by.reserved ?? 0;
  const waiting = Math.max(0, by.backOrdered ?? 0);
  if (now === 0) return m.products_moved_waiting({ quantity: quantity(waiting, unit), order });
  return waiting === 0
    ? m.products_moved_reserved({ quantity: quantity(now, unit), order })
    : m.products_moved_reserved_partly({
        quantity: quantity(now, unit),
        waiting: quantity(waiting, unit),
        order,
      });
};

const adjusted = ({ by }: Movement, unit: string): string => {
  const { onHand = 0, unavailable = 0 } = by;
  const moved = quantity(Math.abs(onHand === 0 ? unavailable : onHand), unit);
  if (onHand < 0 && unavailable === onHand) return m.products_moved_written_off({ quantity: moved });
  if (onHand !== 0)
    return onHand < 0
      ? m.products_moved_adjusted_down({ quantity: moved })
      : m.products_moved_adjusted_up({ quantity: moved });
  return unavailable < 0
    ? m.products_moved_usable({ quantity: moved })
    : m.products_moved_unusable({ quantity: moved });
};

const returned = ({ by, disposition }: Movement, order: string, unit: string): string => {
  if (disposition === 'discard') return m.products_moved_returned_discard({ order });
  const words = disposition === 'damaged' ? m.products_moved_returned_damaged : m.products_moved_returned;
  return words({ quantity: quantity(by.onHand ?? 0, unit), order });
};

/** A movement as a sentence: what happened to how much, and for which order. */
export const movementSentence = (movement: Movement, unit: string): string => {
  const { by } = movement;
  const order = movement.order?.number ?? m.products_an_order();
  const moved = (amount = 0): string => quantity(Math.abs(amount), unit);
  switch (movement.type) {
    case 'StockReceived':
      return m.products_moved_received({ quantity: moved(by.onHand) });
    case 'StockAdjusted':
      return adjusted(movement, unit);
    case 'StockReturned':
      return returned(movement, order, unit);
    case 'BufferSet':
      return (by.buffer ?? 0) < 0
        ? m.products_moved_buffer_less({ quantity: moved(by.buffer) })
        : m.products_moved_buffer_more({ quantity: moved(by.buffer) });
    case 'StockCounted':
      return counted(movement, unit);
    case 'StockReserved':
      return reserved(movement, order, unit);
    case 'StockReleased':
      return m.products_moved_released({ quantity: moved(by.reserved ?? by.backOrdered), order });
    case 'StockIssued':
      return m.products_moved_shipped({ quantity: moved(by.onHand), order });
    default:
      return movement.type;
  }
};
