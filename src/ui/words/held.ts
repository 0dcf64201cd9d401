import type { Hold } from '../../domain/order/index.ts';
import { list, quantity } from './format.ts';
import { m } from './index.ts';

/** Why an order is on hold: what the shelves said in the reader's words, what a person wrote as it was written. */
export function heldBecause({ reason, short, before }: Pick<Hold, 'reason' | 'short' | 'before'>): string {
  if (short === undefined) return reason;
  const each = short.map(({ name, unit, missing, wanted }) =>
    m.held_short_item({ name, missing: quantity(missing, unit), wanted: quantity(wanted, unit) }),
  );
  return [m.held_short({ list: list(each) }), ...(before === undefined ? [] : [before])].join('; ');
}
