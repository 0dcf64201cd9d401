import type { BookSettings } from '../../domain/book/index.ts';

/** The one row of this view: the settings as they stand. */
export interface BookRow extends BookSettings {
  readonly id: string;
}

export interface BookTables {
  book: BookRow;
}

export const THE_BOOK = 'main';
