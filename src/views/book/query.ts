import * as z from 'zod/mini';
import type { OrderView, BookSettings as Settings } from '../../domain/book/index.ts';
// By file and not by room: the rules of commands have no business in the page that asks.
import { defaultBook, defaultViews } from '../../domain/book/state.ts';
import { defineQuery } from '../../kernel/index.ts';
import { THE_BOOK, type BookTables } from './row.ts';

/** `opened`: somebody has chosen these settings; else they are the ones every book begins with. */
export type OpenedSettings = Settings & { readonly opened: boolean };

export const BookSettings = defineQuery<BookTables>()({
  name: 'BookSettings',
  view: 'book',
  permission: 'book.see',
  params: z.object({}),
  run: async ({ book }): Promise<OpenedSettings> => {
    const row = await book.get(THE_BOOK);
    if (!row) return { ...defaultBook, opened: false };
    const { id: _, ...settings } = row;
    return { ...settings, opened: true };
  },
});

/** The ways to look at the orders that are kept, in their order. */
export const OrderViews = defineQuery<BookTables>()({
  name: 'OrderViews',
  view: 'book',
  permission: 'book.see',
  params: z.object({}),
  run: async ({ views }): Promise<readonly OrderView[]> => (await views.get(THE_BOOK))?.views ?? defaultViews,
});
