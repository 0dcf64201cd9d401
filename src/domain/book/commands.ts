import * as z from 'zod/mini';
import { commandOn, ok, reject } from '../../kernel/index.ts';
import { same } from '../same.ts';
import { BookOpened, BookSettings, BookSettingsChanged } from './events.ts';
import { BOOK_ID, books } from './state.ts';

export const OpenBook = commandOn(books)({
  type: 'OpenBook',
  payload: z.strictObject(BookSettings.shape),
  permission: 'book.settings',
  id: () => BOOK_ID,
  decide: (settings, { opened, settings: present }) =>
    opened
      ? reject(
          'book-already-open',
          `The book “${present.name}” is open already; change its settings instead.`,
          {
            name: present.name,
          },
        )
      : ok([BookOpened(settings)]),
});

export const ChangeBookSettings = commandOn(books)({
  type: 'ChangeBookSettings',
  payload: z.partial(z.strictObject(BookSettings.shape)),
  permission: 'book.settings',
  id: () => BOOK_ID,
  decide: (change, { opened, settings }) => {
    if (!opened) return reject('book-not-open', 'Open the book first; then its settings can be changed.');
    const changed: BookSettings = {
      name: change.name ?? settings.name,
      currency: change.currency ?? settings.currency,
      taxMode: change.taxMode ?? settings.taxMode,
      rounding: change.rounding ?? settings.rounding,
      defaultTaxRate: change.defaultTaxRate ?? settings.defaultTaxRate,
      numberPrefix: change.numberPrefix ?? settings.numberPrefix,
    };
    return ok(same(changed, settings) ? [] : [BookSettingsChanged(changed)]);
  },
});

export const bookCommands = [OpenBook, ChangeBookSettings];
