import type { ProductId } from '../../domain/ids.ts';
import type { Holding, StockRow } from './row.ts';

/** A product of which nothing is known yet, so that no event depends on another's having come first. */
export const unseen = (productId: ProductId): StockRow => ({
  productId,
  name: '',
  unit: '',
  shelf: 'active',
  policy: 'warn',
  onHand: 0,
  reserved: 0,
  backOrdered: 0,
  unavailable: 0,
  buffer: 0,
  available: 0,
  supply: 'covered',
});

/** The holding after a movement; with `sign` −1, the one before it. */
export const moved = (holding: Holding, by: Partial<Holding>, sign: 1 | -1 = 1): Holding => ({
  onHand: holding.onHand + sign * (by.onHand ?? 0),
  reserved: holding.reserved + sign * (by.reserved ?? 0),
  backOrdered: holding.backOrdered + sign * (by.backOrdered ?? 0),
  unavailable: holding.unavailable + sign * (by.unavailable ?? 0),
  buffer: holding.buffer + sign * (by.buffer ?? 0),
});

export const availableOf = ({ onHand, reserved, unavailable, buffer }: Holding): number =>
  onHand - reserved - unavailable - buffer;

/** The figures alone. */
export const holdingOf = ({ onHand, reserved, backOrdered, unavailable, buffer }: Holding): Holding => ({
  onHand,
  reserved,
  backOrdered,
  unavailable,
  buffer,
});

/** The level after a movement, with what follows from its figures. */
export const afterMovement = (row: StockRow, by: Partial<Holding>, movement: string): StockRow => {
  const holding = moved(row, by);
  const available = availableOf(holding);
  const short = holding.backOrdered > 0 || available < 0;
  const missing = holding.reserved + holding.backOrdered + holding.unavailable - holding.onHand;
  const { missing: _, oversold: __, ...kept } = row;
  return {
    ...kept,
    ...holding,
    available,
    supply: short ? 'short' : 'covered',
    ...(missing > 0 && { missing, oversold: 'oversold' }),
    moved: movement,
  };
};
