import type { StockRow } from '../../../views/stock/row.ts';
import { called } from '../products/called.ts';
import { measure } from '../products/measure.ts';
import { goodsHref } from '../products/addresses.ts';
import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { toDecimalString } from '../../../domain/pricing/index.ts';
import type { Shown } from './lists.ts';

const FIGURES = ['onHand', 'reserved', 'available'] as const;

const columns = () => [
  { id: 'what', label: m.reports_product(), stacked: 'title' as const },
  { id: 'onHand', label: m.reports_stock_on_hand(), figures: true, stacked: 'end' as const },
  { id: 'reserved', label: m.reports_stock_reserved(), figures: true, stacked: 'line' as const },
  { id: 'available', label: m.reports_stock_available(), figures: true, stacked: 'line' as const },
];

/** What lay on the shelves, as a table of the reports. */
export const stockList = (levels: readonly StockRow[]) => ({
  title: m.reports_stock(),
  columns: columns(),
  rows: levels.map((level) => ({
    id: level.productId,
    href: goodsHref(level),
    cells: {
      what: called(level),
      ...Object.fromEntries(
        FIGURES.map((name): [string, Shown] => [
          name,
          { text: quantity(level[name], measure(level.unit)), number: toDecimalString(level[name], 3) },
        ]),
      ),
    },
  })),
});
