import { currencyDigits, type CurrencyCode } from '../../../../domain/pricing/index.ts';
import type { Cells } from '../../cells.ts';
import { problem, type RowProblem } from '../../problem.ts';
import { blame, leftOut } from '../blame.ts';
import type { Entries, Entry, FileReader, Format } from '../format.ts';
import { present } from '../present.ts';
import { addressOf } from './address.ts';
import { importLines, lineOf, worthOf, type Line } from './order-lines.ts';
import { duplicateRow, keyOf } from '../singles.ts';
import { commandIdOf, idOf, instantOf, SYSTEM } from './source.ts';

/** Columns that say the same in each row of an order. */
const ORDER_COLUMNS =
  'CustomerID OrderDate RequiredDate ShippedDate Freight ShipName ShipAddress ShipCity ShipRegion ShipPostalCode ShipCountry'.split(
    ' ',
  );

interface Head {
  readonly customer: string;
  readonly orderedOn: string;
  readonly promisedOn: string | undefined;
  readonly shippedOn: string | undefined;
  /** Minor units. */
  readonly freight: number;
  /** Empty when the file does not say. */
  readonly shipTo: ReturnType<typeof shipToOf>;
}

/** Rows of one order number, as far as they have been read. */
interface Group {
  readonly key: string;
  /** Line of the first row that could be taken apart. */
  row: number;
  /** The order's columns as that row has them. */
  written: string | undefined;
  head: Head | undefined;
  readonly lines: Line[];
  rows: number;
  bad: number;
}

/** A group without a bad row. */
interface Order {
  readonly key: string;
  readonly row: number;
  readonly head: Head;
  readonly lines: readonly Line[];
}

const shipToOf = (cells: Cells) => ({
  ...present({ name: cells.text('ShipName') }),
  ...addressOf(cells, 'Ship'),
});

const headOf = (cells: Cells, currency: CurrencyCode): Head => {
  cells.required('OrderDate');
  return {
    customer: keyOf(cells, 'CustomerID'),
    orderedOn: cells.day('OrderDate') ?? '',
    promisedOn: cells.day('RequiredDate'),
    shippedOn: cells.day('ShippedDate'),
    freight: cells.text('Freight') === '' ? 0 : cells.decimal('Freight', currencyDigits(currency)),
    shipTo: shipToOf(cells),
  };
};

const payloadOf = ({ key, head, lines }: Order) => ({
  orderId: idOf('order', key),
  source: { system: SYSTEM, reference: key },
  customerId: idOf('customer', head.customer),
  ...(Object.keys(head.shipTo).length === 0 ? {} : { shipTo: head.shipTo }),
  lines: importLines(key, lines),
  ...(head.freight === 0 ? {} : { shipping: { amount: head.freight, taxRate: 0 } }),
  ...(head.promisedOn === undefined ? {} : { promisedOn: head.promisedOn }),
  ...(head.shippedOn === undefined ? {} : { shippedAt: instantOf(head.shippedOn) }),
});

const entryOf = (order: Order, currency: CurrencyCode): Entry => ({
  kind: 'orders',
  key: order.key,
  id: idOf('order', order.key),
  row: order.row,
  lines: order.lines.length,
  commands: () => [
    {
      commandId: commandIdOf('order', order.key),
      type: 'ImportOrder',
      payload: payloadOf(order),
      occurredAt: instantOf(order.head.orderedOn),
    },
  ],
  blame: (rejection) => blame({ ...order, customer: order.head.customer }, rejection),
  worth: () => worthOf(currency, order.lines),
});

/** What a row says otherwise than the first of its order; nothing when they agree. */
const contradiction = (group: Group, cells: Cells, written: string): RowProblem[] => {
  const [id, ...again] = cells.all('OrderID');
  if (again.every((other) => other === id) && written === group.written) return [];
  const message = `This row says otherwise of order ${group.key} than row ${group.row}, or has two order numbers.`;
  return [problem(cells.line, 'inconsistent-order', message, { order: group.key, first: group.row })];
};

class OrderReader implements FileReader {
  readonly #currency: CurrencyCode;
  readonly #groups = new Map<string, Group>();
  readonly #productIds = new Map<string, string>();
  /** First row of each product of each order. */
  readonly #seen = new Map<string, number>();
  readonly #problems: RowProblem[] = [];
  #nameless = 0;

  constructor(currency: CurrencyCode) {
    this.#currency = currency;
  }

  read(cells: Cells): void {
    const readable = cells.problems.length === 0;
    const key = keyOf(cells, 'OrderID');
    if (key === '') this.#nameless += 1;
    else {
      const group = this.#group(key, cells.line);
      if (readable) this.#readLine(group, cells);
      group.rows += 1;
      if (cells.problems.length > 0) group.bad += 1;
    }
    this.#problems.push(...cells.problems);
  }

  close(): Entries {
    const entries: Entry[] = [];
    let refused = this.#nameless;
    for (const { key, row, head, lines, rows, bad } of this.#groups.values()) {
      if (head && bad === 0) entries.push(entryOf({ key, row, head, lines }, this.#currency));
      else {
        refused += 1;
        if (bad < rows) this.#problems.push(leftOut(key, lines[0]?.row ?? row));
      }
    }
    return { entries, problems: this.#problems.sort((a, b) => a.row - b.row), refused };
  }

  #group(key: string, row: number): Group {
    const known = this.#groups.get(key);
    if (known) return known;
    const group = { key, row, written: undefined, head: undefined, lines: [], rows: 0, bad: 0 };
    this.#groups.set(key, group);
    return group;
  }

  #readLine(group: Group, cells: Cells): void {
    const written = ORDER_COLUMNS.map((column) => cells.text(column)).join('\n');
    if (group.written === undefined) {
      group.row = cells.line;
      group.written = written;
      group.head = headOf(cells, this.#currency);
    }
    cells.problems.push(...contradiction(group, cells, written));
    const line = lineOf(cells, this.#productIds);
    const key = `${group.key}:${line.product}`;
    const first = this.#seen.get(key);
    if (first !== undefined) cells.problems.push(duplicateRow(cells.line, key, first));
    else this.#seen.set(key, cells.line);
    if (cells.problems.length === 0) group.lines.push(line);
  }
}

export const orders: Format = {
  name: 'northwind-orders',
  kind: 'orders',
  columns:
    'OrderID CustomerID OrderDate RequiredDate ShippedDate Freight ProductID UnitPrice Quantity Discount'.split(
      ' ',
    ),
  open: ({ currency }) => new OrderReader(currency),
};
