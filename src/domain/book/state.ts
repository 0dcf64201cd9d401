import { defineAggregate } from '../../kernel/index.ts';
import { CurrencyCode, TaxRate } from '../pricing/index.ts';
import {
  BookOpened,
  BookSettingsChanged,
  OrderViewsArranged,
  type BookSettings,
  type OrderView,
} from './events.ts';
import { withSeries } from './prefixes.ts';

/** There is one book; this is the id of its stream. */
export const BOOK_ID = 'main';

/** What holds until somebody opens the book: no shop has to be set up before its first order. */
export const defaultBook: BookSettings = {
  name: 'My book',
  currency: CurrencyCode.parse('EUR'),
  taxMode: 'inclusive',
  rounding: 'perLine',
  defaultTaxRate: TaxRate.parse(0),
  numberPrefix: 'A-',
};

/** What every book begins with: money that should have come. */
export const defaultViews: readonly OrderView[] = [{ viewId: 'overdue', look: 'only=overdue' }];

export interface BookState {
  readonly opened: boolean;
  readonly settings: BookSettings;
  readonly views: readonly OrderView[];
  /** The names of all series that numbered ever, or were to. */
  readonly series: readonly string[];
}

const initial: BookState = {
  opened: false,
  settings: defaultBook,
  views: defaultViews,
  series: withSeries([], defaultBook),
};

const settled = (state: BookState, settings: BookSettings): BookState => ({
  ...state,
  settings,
  series: withSeries(state.series, settings),
});

export const books = defineAggregate({
  category: 'book',
  initial,
  events: [BookOpened, BookSettingsChanged, OrderViewsArranged],
  evolve: {
    BookOpened: (state, settings) => ({ ...settled(state, settings), opened: true }),
    BookSettingsChanged: settled,
    OrderViewsArranged: (state, { views }) => ({ ...state, views }),
  },
});
