import type { Cells, Columns } from './cells.ts';
import { quoted, type RowProblem } from './problem.ts';
import type { Understood } from './understood.ts';

// Types, not interfaces: a report keeps them as JSON.

/** A row beside what it was understood as, column by column. */
export type FirstRow = {
  readonly row: number;
  readonly cells: readonly Understood[];
  /** What is wrong with it by itself. */
  readonly problems: readonly RowProblem[];
};

/** The first rows of a file, with the columns that were looked at and have anything in them. */
export type FirstRows = { readonly columns: readonly string[]; readonly rows: readonly FirstRow[] };

/** So many of them are shown. */
export const SHOWN_ROWS = 6;

interface Seen {
  readonly line: number;
  readonly cells: ReadonlyMap<number, Understood>;
  readonly problems: readonly RowProblem[];
}

/** Keeps the first rows of a file as they were understood; no more of it than is shown. */
export class FirstRowsOf {
  readonly #columns: Columns;
  readonly #rows: Seen[] = [];
  /** What a column's text was understood as: of the rows of one order only the first is read whole. */
  readonly #before = new Map<string, Understood>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  get wanted(): boolean {
    return this.#rows.length < SHOWN_ROWS;
  }

  /** A row that was read. */
  take({ line, understood = new Map(), problems }: Cells): void {
    const cells = [...understood].map(([place, { text, value }]) => {
      const key = `${String(place)}/${text}`;
      if (typeof value !== 'string') this.#before.set(key, value);
      const known = this.#before.get(key) ?? value;
      return [place, typeof known === 'string' ? quoted(known) : known] as const;
    });
    this.#rows.push({ line, cells: new Map(cells), problems: problems.map((one) => this.#inOwnTitles(one)) });
  }

  /** Whoever reads a file may ask for a column in another spelling. */
  #inOwnTitles(problem: RowProblem): RowProblem {
    const { column } = problem.values;
    const [place] = typeof column === 'string' ? this.#columns.places(column) : [];
    const title = place === undefined ? undefined : this.#columns.names[place];
    return title === undefined ? problem : { ...problem, values: { ...problem.values, column: title } };
  }

  close(): FirstRows {
    const { names } = this.#columns;
    const isAtFault = (title: string): boolean =>
      this.#rows.some(({ problems }) => problems.some(({ values }) => values['column'] === title));
    const places = names.flatMap((title, place) => {
      const isThere = this.#rows.some(({ cells }) => (cells.get(place) ?? '') !== '');
      return isThere || isAtFault(title) ? [place] : [];
    });
    return {
      columns: places.map((place) => names[place] ?? ''),
      rows: this.#rows.map(({ line, cells, problems }) => ({
        ...{ row: line, problems },
        cells: places.map((place) => cells.get(place) ?? ''),
      })),
    };
  }
}
