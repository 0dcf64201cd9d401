import type { CurrencyCode, MinorUnits } from '../../../domain/pricing/index.ts';
import type { PlannedCommand, Rejection } from '../../../kernel/index.ts';
import type { Cells } from '../cells.ts';
import type { RowProblem } from '../problem.ts';

/** What a file holds; also the order in which it is imported. */
export type Kind = 'customers' | 'products' | 'orders';

/** One customer, product or order of a file, ready to be sent. */
export interface Entry {
  readonly kind: Kind;
  /** What the source calls it; the same key means the same thing, whatever the file. */
  readonly key: string;
  /** Line of the file on which it begins. */
  readonly row: number;
  /** Lines of the order; 0 for anything else. */
  readonly lines: number;
  /** The first one creates it; the others are sent once it is there. */
  commands(): readonly [PlannedCommand, ...PlannedCommand[]];
  /** A refusal of the first command in words of the file's rows; nothing when no row of it is named. */
  blame(rejection: Rejection): readonly RowProblem[];
  /** Minor units of the goods, before and after line discounts; undefined when it has no price. */
  worth(): { readonly gross: MinorUnits; readonly net: MinorUnits } | undefined;
}

/** What a whole file comes to. `refused` counts customers, products or orders that are left out. */
export interface Entries {
  readonly entries: readonly Entry[];
  readonly problems: readonly RowProblem[];
  readonly refused: number;
}

/** Reads one file, row by row. A row that could not be taken apart comes with its problems already in it. */
export interface FileReader {
  read(cells: Cells): void;
  close(): Entries;
}

/** One kind of file that can be imported. A new format is a sibling of the ones there, listed in `index.ts`. */
export interface Format {
  /** `northwind-orders`; shown in the report. */
  readonly name: string;
  readonly kind: Kind;
  /** Columns without which it can't be read; a file is recognized by having most of them. */
  readonly columns: readonly string[];
  open(settings: { readonly currency: CurrencyCode }): FileReader;
}
