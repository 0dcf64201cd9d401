import { defineAggregate } from '../../kernel/index.ts';
import { CurrencyCode, TaxRate } from '../pricing/index.ts';
import { BookOpened, BookSettingsChanged, type BookSettings } from './events.ts';

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

export interface BookState {
  readonly opened: boolean;
  readonly settings: BookSettings;
}

const initial: BookState = { opened: false, settings: defaultBook };

export const books = defineAggregate({
  category: 'book',
  initial,
  events: [BookOpened, BookSettingsChanged],
  evolve: {
    BookOpened: (_, settings) => ({ opened: true, settings }),
    BookSettingsChanged: (state, settings) => ({ ...state, settings }),
  },
});
