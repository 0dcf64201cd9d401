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
  supply: 'sold-out',
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

/** What is waited for, or promised and not there; whoever waits because some is held back counts too. */
const missingOf = ({ onHand, reserved, backOrdered, unavailable }: Holding): number =>
  Math.max(backOrdered, reserved + backOrdered + unavailable - onHand);

/** The level with what follows from its figures and its shelf. */
export const withSupply = (row: StockRow): StockRow => {
  const { missing: _, reorder: __, ...kept } = row;
  if (row.policy === 'uncounted') return { ...kept, supply: 'uncounted' };
  const missing = missingOf(row);
  const isActive = row.shelf === 'active';
  const isDue = isActive && row.reorderLevel !== undefined && row.available <= row.reorderLevel;
  const level = { ...kept, ...(isDue && { reorder: 'due' as const }) };
  if (missing > 0) return { ...level, missing, supply: 'oversold' };
  if (isActive && row.available <= 0) return { ...level, supply: 'sold-out' };
  return { ...level, supply: isDue ? 'low' : 'covered' };
};

export const afterMovement = (row: StockRow, by: Partial<Holding>, movement: string): StockRow => {
  const holding = moved(row, by);
  return withSupply({ ...row, ...holding, available: availableOf(holding), moved: movement });
};
