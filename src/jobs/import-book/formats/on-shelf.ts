import { QUANTITY_DECIMALS } from '../../../domain/pricing/index.ts';
import type { Cells } from '../cells.ts';
import { problem, quoted } from '../problem.ts';
import type { Stocked } from './records.ts';

/** How much lies there by a file's word; `isSaid` where it says anything. */
export type OnShelf = Required<Pick<Stocked, 'quantity' | 'remarks'>> & { readonly isSaid: boolean };

export const notSaid: OnShelf = { quantity: 0, isSaid: false, remarks: [] };

/**
 * What is below zero was oversold there. Nothing lies there then, and the open orders that wait for it come in with their
 * own wants: taken over, it would be short twice. So it begins with none, which is told.
 */
export const onShelf = (cells: Cells, column: string): OnShelf => {
  const found = cells.text(column);
  if (found === '') return notSaid;
  const quantity = cells.decimal(column, QUANTITY_DECIMALS, undefined, true);
  if (quantity >= 0) return { quantity, isSaid: true, remarks: [] };
  const values = { column, found: quoted(found) };
  const message = 'Stock below zero begins with none here: count what lies there.';
  return { quantity: 0, isSaid: true, remarks: [problem(cells.line, 'stock-below-zero', message, values)] };
};
