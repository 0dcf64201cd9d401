import { mainOf, type Page } from '../listing/index.ts';
import type { OrderRow, OutlineRow } from './row.ts';

/** Stored rows as they are answered. By itself, so that a page that asks does not load the rules of orders. */
export const answered = ({ rows, ...rest }: Page<OutlineRow>): Page<OrderRow> => ({
  rows: rows.map(
    ({
      draft: _,
      lines: __,
      sums: ___,
      sentBack: ____,
      dueByInvoice: _____,
      agreedTotal: ______,
      ...row
    }) => ({
      ...row,
      placedAt: mainOf(row.sort),
    }),
  ),
  ...rest,
});
