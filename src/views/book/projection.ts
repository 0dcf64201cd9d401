import { BookOpened, BookSettingsChanged, OrderViewsArranged } from '../../domain/book/index.ts';
import { NumberAllocated, NumberingSet, readSeriesName } from '../../domain/series/index.ts';
import { changesOf, defineProjection } from '../../kernel/index.ts';
import { THE_BOOK, type BookTables, type SeriesRow } from './row.ts';

const { book, views, series } = changesOf<BookTables>()('book', 'views', 'series');

const numbered = (
  name: string,
  next: number,
  more: { readonly digits?: number | undefined; readonly used?: number | undefined },
): SeriesRow => ({
  ...{ id: name, ...readSeriesName(name), next },
  ...(more.digits !== undefined && { digits: more.digits }),
  ...(more.used !== undefined && { used: more.used }),
});

/** How does this seller price and number? */
export const bookView = defineProjection<BookTables>({
  name: 'book',
  version: 3,
  tables: { book: { key: 'id' }, views: { key: 'id' }, series: { key: 'id' } },
})
  .on(BookOpened, ({ data }) => [book(THE_BOOK, () => ({ id: THE_BOOK, ...data }))])
  .on(BookSettingsChanged, ({ data }) => [book(THE_BOOK, () => ({ id: THE_BOOK, ...data }))])
  .on(OrderViewsArranged, ({ data }) => [views(THE_BOOK, () => ({ id: THE_BOOK, ...data }))])
  .on(NumberAllocated, ({ data: { series: name, number } }) => [
    series(name, (row) => numbered(name, number + 1, { ...row, used: number })),
  ])
  .on(NumberingSet, ({ data: { series: name, next, digits } }) => [
    series(name, (row) => numbered(name, next, { used: row?.used, digits })),
  ]);
