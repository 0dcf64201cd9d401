import type { StockRow } from '../../../views/stock/row.ts';
import type { Tone } from '../../parts/shapes.ts';
import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { isCounted } from './in-all.ts';
import { measure } from './measure.ts';

type Level = Pick<StockRow, 'onHand' | 'available' | 'missing' | 'unit' | 'reorder'> &
  Partial<Pick<StockRow, 'policy'>>;

/** What a seller has to know of a level at a glance; undefined while it is counted and there is enough. */
export const supplyMark = (level: Level): { tone: Tone; text: string } | undefined => {
  if (!isCounted(level)) return { tone: 'plain', text: m.products_not_counted() };
  if (level.onHand < 0) return { tone: 'wrong', text: m.products_mark_below() };
  if (level.missing !== undefined)
    return {
      tone: 'attention',
      text: m.products_mark_missing({ quantity: quantity(level.missing, measure(level.unit)) }),
    };
  if (level.available <= 0) return { tone: 'plain', text: m.products_mark_none() };
  if (level.reorder === 'due') return { tone: 'waiting', text: m.products_mark_low() };
  return undefined;
};
