import type { LedgerEntry } from '../../../views/stock/index.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { measure } from './measure.ts';

type Movement = Pick<LedgerEntry, 'type' | 'by' | 'counted' | 'order'>;

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

/** A movement as a sentence: what happened to how much, and for which order. */
export const movementSentence = (movement: Movement, unit: string): string => {
  const { by } = movement;
  const order = movement.order?.number ?? m.products_an_order();
  const moved = (amount = 0): string => quantity(Math.abs(amount), unit);
  switch (movement.type) {
    case 'StockReceived':
      return m.products_moved_received({ quantity: moved(by.onHand) });
    case 'StockAdjusted':
      return (by.onHand ?? 0) < 0
        ? m.products_moved_adjusted_down({ quantity: moved(by.onHand) })
        : m.products_moved_adjusted_up({ quantity: moved(by.onHand) });
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

/**
 * "Available 3 = 10 received − 5 shipped − 2 reserved". Only a ledger that is complete from its first movement can be
 * added up; of a part of one it says what is on hand instead.
 */
export const explanation = (
  level: Pick<StockRow, 'onHand' | 'reserved' | 'available' | 'unit'>,
  movements: readonly Movement[],
  isComplete: boolean,
): string => {
  const amount = (thousandths: number): string => quantity(Math.abs(thousandths), measure(level.unit));
  const sum = (...types: string[]): number =>
    movements
      .filter(({ type }) => types.includes(type))
      .reduce((total, { by }) => total + (by.onHand ?? 0), 0);
  const received = sum('StockReceived');
  const corrected = sum('StockAdjusted', 'StockCounted');
  const shipped = sum('StockIssued');
  const addsUp = isComplete && received + corrected + shipped === level.onHand;
  const told: [number, string][] = addsUp
    ? [
        [received, m.products_explain_received({ quantity: amount(received) })],
        [corrected, m.products_explain_adjusted({ quantity: amount(corrected) })],
        [shipped, m.products_explain_shipped({ quantity: amount(shipped) })],
      ]
    : [[level.onHand, m.products_explain_on_hand({ quantity: amount(level.onHand) })]];
  const parts = [
    ...told,
    [-level.reserved, m.products_explain_reserved({ quantity: amount(level.reserved) })] as const,
  ].filter(([figure]) => figure !== 0);
  const text = parts
    .map(([figure, words], index) =>
      figure < 0 ? (index === 0 ? `−${words}` : ` − ${words}`) : index === 0 ? words : ` + ${words}`,
    )
    .join('');
  const available = quantity(level.available, measure(level.unit));
  return text === ''
    ? m.products_explain_nothing({ available })
    : m.products_explain({ available, parts: text });
};
