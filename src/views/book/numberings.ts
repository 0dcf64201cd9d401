import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import type { BookTables, SeriesRow } from './row.ts';

/** How far every series has come that has numbered anything, or was told where to go on. */
export const Numberings = defineQuery<BookTables>()({
  name: 'Numberings',
  view: 'book',
  permission: 'book.see',
  params: z.object({}),
  run: ({ series }): Promise<readonly SeriesRow[]> => series.range({}),
});
