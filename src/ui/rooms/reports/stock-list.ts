import { price } from '../../../views/listing/cells.ts';
import type { ShelfWorth, StockWorthRow } from '../../../views/stock/index.ts';
import type { Explanation } from '../../explain/explanation.ts';
import { factor, unitPrice as priceWords } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { goodsHref } from '../products/addresses.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import type { StockFigure } from '../products/explained-stock.ts';
import { measure } from '../products/measure.ts';
import { amount, figure, first, main, pieces, shares } from './figures.ts';
import { inFileOnly } from './report-file.ts';

interface Seen {
  readonly stock: ShelfWorth;
  readonly currency: string;
  /** The day at whose end it lies there. */
  readonly on: string;
  readonly keeping: (href: string) => string;
  /** How a figure of the shelf comes about. */
  readonly explain: (row: StockWorthRow, of: StockFigure) => Explanation | Promise<Explanation>;
}

const FIGURES = ['onHand', 'reserved', 'available'] as const;

/** What lies there, by what one of it is sold for. */
const explainedWorth = (row: StockWorthRow, currency: string): Explanation => ({
  measure: { of: 'money', currency },
  lines: [
    {
      ...{ id: row.productId, text: goodsName(row), amount: row.worth, href: goodsHref(row) },
      detail: m.explain_times({
        quantity: factor(row.onHand, row.unit),
        price: priceWords(row.unitPrice, currency),
      }),
    },
  ],
  note: m.explain_stock_rule(),
});

/** What lies on the shelves and what it is worth, product by product. */
export const stockList = ({ stock, currency, on, keeping, explain }: Seen) => {
  const bars = shares(stock.rows.map(({ worth }) => worth));
  const labels = {
    onHand: m.reports_stock_on_hand(),
    reserved: m.reports_stock_reserved(),
    available: m.reports_stock_available(),
  };
  const title = m.reports_stock_worth();
  return {
    title: m.reports_stock(),
    file: `${m.reports_stock()} ${on}`,
    currency,
    columns: [
      first(m.reports_product()),
      inFileOnly('sku', m.import_field_sku()),
      inFileOnly('unit', m.import_field_unit()),
      ...FIGURES.map((name) => figure(name, labels[name])),
      figure('price', m.reports_stock_price()),
      main('worth', title),
    ],
    rows: stock.rows.map((row, nth) => ({
      id: row.productId,
      href: keeping(goodsHref(row)),
      share: bars[nth],
      cells: {
        what: goodsName(row),
        sku: row.sku ?? '',
        unit: row.unit,
        ...Object.fromEntries(
          FIGURES.map((name) => [
            name,
            {
              ...pieces(row[name], measure(row.unit)),
              explained: { title: labels[name], amount: row[name], explain: () => explain(row, name) },
            },
          ]),
        ),
        price: {
          text: priceWords(row.unitPrice, currency, true),
          cell: price(row.unitPrice),
        },
        worth: {
          ...amount(row.worth, currency, true),
          explained: { title, amount: row.worth, explain: () => explainedWorth(row, currency) },
        },
      },
    })),
    sum: { what: m.reports_sum(), worth: amount(stock.worth, currency) },
  };
};

/** All of it, product by product. */
export const explainedStockWorth = ({ stock, currency }: Pick<Seen, 'stock' | 'currency'>): Explanation => {
  const MOST = 200;
  const lines = stock.rows.slice(0, MOST).flatMap((row) => explainedWorth(row, currency).lines);
  const others = lines.reduce((left, line) => left - line.amount, stock.worth);
  return {
    measure: { of: 'money', currency },
    lines:
      stock.rows.length > MOST
        ? [...lines, { id: 'others', text: m.explain_other_products(), amount: others }]
        : lines,
    note: m.explain_stock_rule(),
  };
};
