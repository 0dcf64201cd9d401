import type { BookSettings, OrderView } from '../../domain/book/index.ts';

/** The one row of this view: the settings as they stand. */
export interface BookRow extends BookSettings {
  readonly id: string;
}

/** The ways to look at the orders that are kept, in their order. */
export interface ViewsRow {
  readonly id: string;
  readonly views: readonly OrderView[];
}

export interface BookTables {
  book: BookRow;
  views: ViewsRow;
}

export const THE_BOOK = 'main';
