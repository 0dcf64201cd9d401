import type { CurrencyCode, MinorUnits } from '../../../domain/pricing/index.ts';
import type { StockPolicy } from '../../../domain/stock/index.ts';
import type { PlannedCommand, Rejection } from '../../../kernel/index.ts';
import type { Cells } from '../cells.ts';
import type { RowProblem } from '../problem.ts';
import type { CustomerRecord, ProductRecord } from './records.ts';

/** What a file holds; also the order in which it is imported. */
export type Kind = 'customers' | 'products' | 'orders';

/** What can stand on a line: a product, or one variant of it. */
export interface Article {
  readonly productId: string;
  readonly variantId?: string;
}

/** How a file names an article; an id of the book counts most, then the SKU. */
export interface Named {
  readonly productId?: string;
  readonly variantId?: string;
  readonly sku: string;
  readonly name: string;
}

/** The ids of what files name, once everything is read: of the files themselves, of the book, or new ones. */
export interface Known {
  article(named: Named): Article;
  customerId(named: Pick<CustomerRecord, 'id' | 'email' | 'name'>): string;
}

/** What a file says of the shelf of a product or variant; thousandths. */
export interface ToldShelf {
  readonly productId: string;
  /** Absent: it does not say how much lies there. */
  readonly quantity?: number;
  readonly reorderLevel?: number;
  /** Until 22 November 2026 this level was not read: a book of before has none, and that is no difference. */
  readonly isLevelNew?: boolean;
  /** How it is to be treated when short, where the file says so. */
  readonly stockPolicy?: StockPolicy;
}

/** One customer, product or order of a file, ready to be sent. */
export interface Entry {
  readonly kind: Kind;
  /** What the source calls it. */
  readonly key: string;
  /** Its id in the book; the same id means the same thing, whatever the file. */
  readonly id: string;
  /** There only because an order needs it: that it is there already is no problem. */
  readonly implied?: true;
  /** What an order names without knowing its id in the book. */
  readonly needs?: {
    readonly products: readonly (ProductRecord & Named)[];
    readonly customer?: CustomerRecord;
  };
  /** By which names and codes orders find a product. */
  readonly offers?: readonly (Article & Named)[];
  /** Line of the file on which it begins. */
  readonly row: number;
  /** Lines of the order; 0 for anything else. */
  readonly lines: number;
  /** What a person should know of how it comes in. */
  readonly remarks?: readonly RowProblem[];
  /** A product that is not counted: mostly since the file does not say how much of it there is. */
  readonly isUncounted?: boolean;
  /** Of a product: its own shelf, or those of its variants. */
  readonly shelves?: readonly ToldShelf[];
  /** The first one creates it; the others are sent once it is there. */
  commands(known: Known): readonly [PlannedCommand, ...PlannedCommand[]];
  /** A refusal of the first command in words of the file's rows; nothing when no row of it is named. */
  blame(rejection: Rejection, known: Known): readonly RowProblem[];
  /** Minor units of the goods, before and after line discounts; undefined when it has no price. */
  worth(): { readonly gross: MinorUnits; readonly net: MinorUnits } | undefined;
}

/** An entry and the file that it comes from. */
export interface FiledEntry extends Entry {
  readonly file: string;
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

/** What the book says to a file that leaves it open. */
export interface FormatSettings {
  readonly currency: CurrencyCode;
  /** Thousandths of a percent: for what is taxed at a rate that the file does not name. */
  readonly taxRate: number;
}

/** One kind of file that can be imported. A new format is a sibling of the ones there, listed in `index.ts`. */
export interface Format {
  /** `northwind-orders`; shown in the report. */
  readonly name: string;
  readonly kind: Kind;
  /** Columns without which it can't be read; a file is recognized by having most of them. */
  readonly columns: readonly string[];
  /** `raw`: cells hold what the book itself wrote, so that `NULL` is a name like any other. */
  readonly cells?: 'raw';
  open(settings: FormatSettings): FileReader;
}
