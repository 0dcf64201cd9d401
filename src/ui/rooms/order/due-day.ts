import type { Due } from '../../../views/order-details/index.ts';
import { day } from '../../words/format.ts';
import { m } from '../../words/index.ts';

/** Where the day comes from by which an invoice is to be paid; beside another one, which it would be. */
export const whyDue = (due: Due | undefined, entered: string, customer: string): string => {
  if (!due) return m.order_invoice_due_none();
  if (entered !== due.on) return m.order_invoice_due_instead({ day: day(due.on) });
  const days = m.customers_days({ count: due.days ?? 0 });
  switch (due.by) {
    case 'order':
      return m.order_invoice_due_order();
    case 'customer':
      return m.order_invoice_due_customer({ name: customer, days });
    case 'book':
      return m.order_invoice_due_book({ days });
  }
};

/** What the command is told of the day: nothing where it is the one that follows anyway. */
export const duePayload = (entered: string, due: Due | undefined): { readonly dueOn?: string } => {
  if (entered === (due?.on ?? '')) return {};
  return { dueOn: entered === '' ? 'none' : entered };
};
