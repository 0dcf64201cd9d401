import { BookOpened, BookSettingsChanged, OrderViewsArranged } from '../../domain/book/index.ts';
import { changesOf, defineProjection } from '../../kernel/index.ts';
import { THE_BOOK, type BookTables } from './row.ts';

const { book, views } = changesOf<BookTables>()('book', 'views');

/** How does this seller price and number? */
export const bookView = defineProjection<BookTables>({
  name: 'book',
  version: 2,
  tables: { book: { key: 'id' }, views: { key: 'id' } },
})
  .on(BookOpened, ({ data }) => [book(THE_BOOK, () => ({ id: THE_BOOK, ...data }))])
  .on(BookSettingsChanged, ({ data }) => [book(THE_BOOK, () => ({ id: THE_BOOK, ...data }))])
  .on(OrderViewsArranged, ({ data }) => [views(THE_BOOK, () => ({ id: THE_BOOK, ...data }))]);
