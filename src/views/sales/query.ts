import * as z from 'zod/mini';
import { Instant } from '../../domain/day.ts';
import { CurrencyCode } from '../../domain/pricing/index.ts';
import { defineQuery } from '../../kernel/index.ts';
import { reportOf, type SalesReport } from './report.ts';
import type { SalesTables } from './row.ts';

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
  run: async ({ sales }, { currency, from, ends }): Promise<SalesReport> => {
    const rows = await sales.range({ index: 'moments', from, to: ends.at(-1) ?? from });
    const once = new Map(rows.map((row) => [row.id, row]));
    return reportOf([...once.values()], { currency, from, ends });
  },
});
