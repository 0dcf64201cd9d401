import { goodsName } from '../../../domain/naming/goods-name.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { byName } from '../../words/by-name.ts';
import { dayInFull, list, quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { internalNotes } from '../order/note-readers.ts';
import { letterheadOf, sellerOf } from './letterhead.ts';
import { fact, type PrintedPaper } from './paper.ts';
import { toPack, waits } from './to-pack.ts';

/** What was noted for whoever packs: this sheet stays in the house. */
const notesTable = (orders: readonly OrderPage[]): PrintedPaper['tables'] => {
  const rows = orders.flatMap(({ id, number = '', notes }) =>
    internalNotes(notes).map((note, n) => ({ id: `${id}/${String(n)}`, cells: { order: number, note } })),
  );
  const columns = [
    { id: 'order', label: m.print_order() },
    { id: 'note', label: m.print_note() },
  ];
  return rows.length === 0
    ? []
    : [{ id: 'notes', caption: m.print_internal_notes(), columns, rows, sums: [] }];
};

/** All that these orders still need from the shelves, product by product, and for which orders. */
export const pickList = (
  orders: readonly OrderPage[],
  settings: OpenedSettings,
  today: string,
): PrintedPaper => {
  const wanted = new Map<
    string,
    {
      name: string;
      sku: string | undefined;
      unit: string;
      sum: number;
      backOrdered: number;
      of: Map<string, number>;
    }
  >();
  for (const order of orders)
    for (const line of order.lines.filter(({ left }) => left > 0)) {
      const key = line.variantId ?? line.productId;
      const { sku, unit } = line;
      const one = wanted.get(key) ?? {
        name: goodsName(line),
        sku,
        unit,
        sum: 0,
        backOrdered: 0,
        of: new Map<string, number>(),
      };
      one.sum += toPack(line);
      one.backOrdered += line.backOrdered;
      const number = order.number ?? '';
      one.of.set(number, (one.of.get(number) ?? 0) + toPack(line));
      wanted.set(key, one);
    }
  const compare = byName();
  const rows = [...wanted].sort(([, one], [, other]) => compare(one.name, other.name));
  return {
    title: m.print_pick_list(),
    from: letterheadOf(sellerOf(settings), settings.logo),
    to: [],
    facts: [
      ...fact(m.print_date(), dayInFull(today)),
      ...fact(m.print_orders(), list(orders.map(({ number = '' }) => number))),
    ],
    tables: [
      {
        ...{ id: 'lines', caption: m.print_to_fetch(), sums: [] },
        columns: [
          { id: 'what', label: m.print_what(), wide: true },
          { id: 'orders', label: m.print_orders() },
          { id: 'quantity', label: m.print_quantity(), figures: true },
          { id: 'check', label: m.print_check(), figures: true },
        ],
        rows: rows.map(([id, { name, sku, unit, sum, backOrdered, of }]) => ({
          id,
          cells: {
            what: name,
            orders: list([...of].map(([number, left]) => `${number} (${quantity(left, unit)})`)),
            quantity: quantity(sum, unit),
            check: sum > 0 ? '☐' : '',
          },
          below: [...(sku === undefined ? [] : [sku]), ...waits({ backOrdered, unit })],
        })),
      },
      ...notesTable(orders),
    ],
    closing: [],
  };
};
