import { m } from '../../words/index.ts';
import type { Look } from './filters.ts';

const words = {
  'date-rising': m.orders_sort_date_rising,
  'number-falling': m.orders_sort_number_falling,
  'number-rising': m.orders_sort_number_rising,
  'customer-rising': m.orders_sort_customer_rising,
  'customer-falling': m.orders_sort_customer_falling,
  'total-falling': m.orders_sort_total_falling,
  'total-rising': m.orders_sort_total_rising,
} satisfies Record<NonNullable<Look['sort']>, () => string>;

/** What stands at the top of a list in this order. */
export const sortWords = (sort: Look['sort']): string =>
  sort === undefined ? m.orders_sort_date_falling() : words[sort]();
