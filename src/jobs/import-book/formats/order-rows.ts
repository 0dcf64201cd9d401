import type { Cells } from '../cells.ts';
import { problem, type RowProblem } from '../problem.ts';
import { leftOut } from './blame.ts';
import type { Entries, Entry, FileReader, FormatSettings } from './format.ts';
import { orderEntry } from './order-entry.ts';
import type { LineRecord, OrderHead, OrderRecord } from './order-record.ts';
import { keyOf } from './singles.ts';

/** How a format writes orders, one row to a line: what it says on the first row of an order, and what on each. */
export interface OrderRows<Head, Line extends LineRecord = LineRecord> {
  readonly system: string;
  /** Column with the order's number. */
  readonly order: string;
  /** Columns of the whole order: rows after the first leave them blank, or say the same again. */
  readonly ofOrder: readonly string[];
  head(cells: Cells, settings: FormatSettings): Head;
  line(cells: Cells, settings: FormatSettings): Line;
  /** The whole order, and whatever about it can't be taken over as it is. */
  agree(
    head: Head,
    lines: readonly Line[],
    settings: FormatSettings,
  ): { readonly head: OrderHead; readonly lines: readonly LineRecord[]; readonly remarks: readonly Remark[] };
}

/** Something a person should know of an order that does come in. */
export type Remark = Omit<RowProblem, 'row'>;

interface Group<Head, Line> {
  readonly row: number;
  readonly head: Head;
  readonly written: ReadonlyMap<string, string>;
  readonly lines: Line[];
  bad: number;
}

/** Reads a file of orders: their rows may lie apart; one bad row leaves its whole order out. */
export class OrderReader<Head, Line extends LineRecord> implements FileReader {
  readonly #format: OrderRows<Head, Line>;
  readonly #settings: FormatSettings;
  readonly #groups = new Map<string, Group<Head, Line>>();
  readonly #problems: RowProblem[] = [];
  #nameless = 0;

  constructor(format: OrderRows<Head, Line>, settings: FormatSettings) {
    this.#format = format;
    this.#settings = settings;
  }

  read(cells: Cells): void {
    const readable = cells.problems.length === 0;
    const key = keyOf(cells, this.#format.order);
    if (key === '') this.#nameless += 1;
    else {
      const group = this.#group(key, cells);
      const line = this.#format.line(cells, this.#settings);
      if (readable && cells.problems.length === 0) group.lines.push(line);
      else group.bad += 1;
    }
    this.#problems.push(...cells.problems);
  }

  close(): Entries {
    const entries: Entry[] = [];
    let refused = this.#nameless;
    for (const [key, group] of this.#groups) {
      if (group.bad === 0) entries.push(this.#entry(key, group));
      else {
        refused += 1;
        const good = group.lines[0]?.row;
        if (good !== undefined) this.#problems.push(leftOut(key, good));
      }
    }
    return { entries, problems: this.#problems.sort((a, b) => a.row - b.row), refused };
  }

  #group(key: string, cells: Cells): Group<Head, Line> {
    const known = this.#groups.get(key);
    if (known) {
      this.#compare(key, known, cells);
      return known;
    }
    const { ofOrder } = this.#format;
    const group: Group<Head, Line> = {
      row: cells.line,
      head: this.#format.head(cells, this.#settings),
      written: new Map(ofOrder.map((column) => [column, cells.text(column)])),
      lines: [],
      bad: 0,
    };
    this.#groups.set(key, group);
    return group;
  }

  #compare(key: string, { row, written }: Group<Head, Line>, cells: Cells): void {
    for (const [column, first] of written) {
      const cell = cells.text(column);
      if (cell === '' || cell === first) continue;
      const message = `This row says otherwise of order ${key} than row ${String(row)}.`;
      cells.add('inconsistent-order', message, { order: key, first: row, column });
      return;
    }
  }

  #entry(key: string, { row, head, lines }: Group<Head, Line>): Entry {
    const agreed = this.#format.agree(head, lines, this.#settings);
    const record: OrderRecord = {
      system: this.#format.system,
      reference: key,
      row,
      head: agreed.head,
      lines: agreed.lines,
    };
    const remarks = agreed.remarks.map(({ code, message, values }) =>
      problem(row, code, message, { ...values, order: key }),
    );
    return orderEntry(record, this.#settings.currency, remarks);
  }
}
