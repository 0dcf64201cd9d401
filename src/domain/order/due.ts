import { daysAfter } from '../calendar.ts';
import type { OrderState } from './shape.ts';

/** Until when an invoice is to be paid, and who says so; `days` from its own day on, where it is by days. */
export interface Due {
  readonly on: string;
  readonly by: 'order' | 'customer' | 'book';
  readonly days?: number;
}

/** Whose days to pay are known, each where it has any. */
export interface DaysToPay {
  readonly customer?: number | undefined;
  readonly book?: number | undefined;
}

/** What was agreed for the order comes first, then the customer's own days, then the book's. */
export const dueOf = (
  { dates, dueByInvoice }: Pick<OrderState, 'dates' | 'dueByInvoice'>,
  { customer, book }: DaysToPay,
  issuedOn: string,
): Due | undefined => {
  if (dates.dueOn !== undefined && !dueByInvoice) return { on: dates.dueOn, by: 'order' };
  if (customer !== undefined) return { on: daysAfter(issuedOn, customer), by: 'customer', days: customer };
  return book === undefined ? undefined : { on: daysAfter(issuedOn, book), by: 'book', days: book };
};
