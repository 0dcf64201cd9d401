import type * as z from 'zod/mini';
import { currencyDigits, toDecimalString, type CurrencyCode } from '../../domain/pricing/index.ts';
import type { JobContext } from '../../kernel/index.ts';
import type { orderListParams } from '../../views/order-list/filters.ts';
import type { Cell } from '../../views/listing/csv.ts';
import type { Row } from './cells.ts';

/** What narrows a list of orders, as on the screen. */
export type Filter = Omit<z.infer<typeof orderListParams>, 'after' | 'limit' | 'lifecycle'>;

export type Ask = JobContext['query'];

/** A list as it is exported: its columns, and its rows page by page. */
export interface List<By = Filter> {
  readonly titles: readonly string[];
  page(
    ask: Ask,
    filter: By,
    after: string | undefined,
  ): Promise<{ readonly rows: readonly Row[]; readonly passed: number; readonly next?: string | undefined }>;
}

export const money = (amount: number, currency: CurrencyCode): Cell => ({
  number: toDecimalString(amount, currencyDigits(currency)),
});
/** Ten-thousandths of a major unit. */
export const price = (unitPrice: number): Cell => ({ number: toDecimalString(unitPrice, 4, 2) });
/** Thousandths. */
export const quantity = (thousandths: number): Cell => ({ number: toDecimalString(thousandths, 3, 0) });
export const days = (count: number): Cell => ({ number: String(count) });
/** Thousandths of a percent. */
export const percent = (rate: number): Cell => ({ number: toDecimalString(rate, 3, 0) });
