import type { BookSettings, OrderView } from '../../domain/book/index.ts';
import type { Numbered } from '../../domain/series/index.ts';

/** The one row of this view: the settings as they stand. */
export interface BookRow extends BookSettings {
  readonly id: string;
}

/** The ways to look at the orders that are kept, in their order. */
export interface ViewsRow {
  readonly id: string;
  readonly views: readonly OrderView[];
}

/** How far a series has come. */
export interface SeriesRow {
  /** The series' name. */
  readonly id: string;
  readonly of: Numbered;
  readonly prefix: string;
  readonly next: number;
  /** Numbers are written with zeros before them up to so many digits. */
  readonly digits?: number;
  /** The last that was given; left out as long as none was. */
  readonly used?: number;
}

export interface BookTables {
  book: BookRow;
  views: ViewsRow;
  series: SeriesRow;
}

export const THE_BOOK = 'main';
