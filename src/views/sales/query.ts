import * as z from 'zod/mini';
import { Instant } from '../../domain/day.ts';
import type { ProductId } from '../../domain/ids.ts';
import { CurrencyCode } from '../../domain/pricing/index.ts';
import { defineQuery, type ReadTables } from '../../kernel/index.ts';
import { reportOf, type SalesReport } from './report.ts';
import type { SalesRow, SalesTables } from './row.ts';

/** Every order with anything from an instant until before the last of `ends`, once; read in these pieces, none of them long. */
export const ordersIn = async (
  { sales }: ReadTables<SalesTables>,
  from: string,
  ends: readonly string[],
): Promise<readonly SalesRow[]> => {
  const pieces = await Promise.all(
    ends.map((to, n) => sales.range({ index: 'moments', from: ends[n - 1] ?? from, to, toOpen: true })),
  );
  return [...new Map(pieces.flat().map((row) => [row.id, row])).values()];
};

/**
 * Sales, takings and tax from `from` (an instant) until before the last of `ends`, period by period: each begins where the
 * one before ends. What happened to an order counts when it happened: an order when it is placed, its cancellation, revision
 * or credit on its own day. Minor units of `currency`; orders in another one are left out.
 */
export const Sales = defineQuery<SalesTables>()({
  name: 'Sales',
  view: 'sales',
  permission: 'report.see',
  params: z.object({
    currency: CurrencyCode,
    from: Instant,
    ends: z.array(Instant).check(z.minLength(1), z.maxLength(400)),
  }),
  run: async (tables, { currency, from, ends }): Promise<SalesReport> =>
    reportOf(await ordersIn(tables, from, ends), { currency, from, ends }),
});

/** How many moments of trade are looked back on: a few days of a busy stall, months of a quiet one. */
const OF_LATE = 200;

/**
 * The products of the orders in which something happened last, those on most of them first. It tells neither money nor how
 * many: whoever takes orders may ask.
 */
export const SoldOfLate = defineQuery<SalesTables>()({
  name: 'SoldOfLate',
  view: 'sales',
  permission: 'product.see',
  params: z.object({}),
  run: async ({ sales }): Promise<readonly ProductId[]> => {
    const rows = await sales.range({ index: 'moments', reverse: true, limit: OF_LATE });
    const orders = new Map<ProductId, number>();
    for (const { lines } of new Map(rows.map((row) => [row.id, row])).values())
      for (const id of new Set(lines.map(([, productId]) => productId)))
        orders.set(id, (orders.get(id) ?? 0) + 1);
    return [...orders].toSorted(([, one], [, other]) => other - one).map(([id]) => id);
  },
});
