import type { OpenedSettings } from '../../../views/book/index.ts';
import type { Statement } from '../../../views/customer-statement/index.ts';
import type { CustomerRow } from '../../../views/customers/row.ts';
import { dayInFull, money } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { methodName, refundName } from '../order/methods.ts';
import { addresseeOf, letterheadOf, sellerOf } from './letterhead.ts';
import type { PrintedPaper } from './paper.ts';

type Account = Statement['currencies'][number];
type Entry = Account['entries'][number];

const paid = ({ method = 'other', reference, creditOf }: Entry): string => {
  if (method !== 'credit') return m.print_entry_paid({ method: methodName(method) });
  return creditOf === undefined
    ? m.print_entry_credit_back()
    : m.print_entry_credit_of({ number: reference ?? '' });
};

const paidBack = ({ method = 'other', reference }: Entry): string => {
  if (method !== 'credit') return refundName(method);
  return reference === undefined
    ? m.print_entry_credit_on_draft()
    : m.print_entry_credit_on({ number: reference });
};

const words: Readonly<Record<string, (entry: Entry) => string>> = {
  PaymentRecorded: paid,
  PaymentVoided: () => m.print_entry_void(),
  RefundPaid: paidBack,
  CreditGranted: () => m.print_entry_credit(),
  WrittenOff: () => m.print_entry_written_off(),
  CashRounded: () => m.print_entry_rounded(),
  OrderRevised: () => m.print_entry_revised(),
  LineRemainderCancelled: () => m.print_entry_remainder(),
  OrderCancelled: () => m.print_entry_cancelled(),
  OrderReopened: () => m.print_entry_reopened(),
  InvoiceIssued: ({ document = '' }) => m.print_invoice({ number: document }),
  CreditNoteIssued: ({ document = '' }) => m.print_credit_note({ number: document }),
};

/** What happened, in plain words; an order being placed is what everything else is about. */
export const toldOf = (entry: Entry): string => words[entry.type]?.(entry) ?? m.print_entry_order();

const tableOf = ({ currency, opening, entries, closing }: Account): PrintedPaper['tables'][number] => {
  const bare = (amount: number): string => money(amount, currency, true);
  const cells = (day: string, what: string, balance: number, change = '') => ({
    ...{ day, what, change, balance: bare(balance) },
  });
  return {
    id: currency,
    caption: m.print_account({ currency }),
    columns: [
      { id: 'day', label: m.print_date() },
      { id: 'what', label: m.print_entry() },
      { id: 'change', label: m.print_amount(), figures: true },
      { id: 'balance', label: m.print_balance(), figures: true },
    ],
    rows: [
      ...(opening === 0 ? [] : [{ id: 'opening', cells: cells('', m.print_opening(), opening) }]),
      ...entries.map((entry) => ({
        id: String(entry.position),
        cells: cells(
          dayInFull(entry.at),
          [entry.number, toldOf(entry)].filter(Boolean).join(' · '),
          entry.balance,
          entry.change === 0 ? '' : bare(entry.change),
        ),
      })),
    ],
    sums: [
      {
        ...{ id: 'closing', value: money(Math.abs(closing), currency), strong: true },
        label: closing < 0 ? m.order_sum_refund() : m.order_sum_to_pay(),
      },
    ],
  };
};

/** Orders of which something was left to pay, either way; each currency by its own sign. */
const openOrders = (orders: Statement['openOrders']): PrintedPaper['tables'] =>
  orders.length === 0
    ? []
    : [
        {
          ...{ id: 'open', caption: m.print_open_orders(), sums: [] },
          columns: [
            { id: 'order', label: m.print_order() },
            { id: 'placed', label: m.print_ordered_on() },
            { id: 'due', label: m.print_due() },
            ...(orders.every(({ total }) => total === undefined)
              ? []
              : [{ id: 'total', label: m.print_amount(), figures: true }]),
            { id: 'balance', label: m.print_open(), figures: true },
          ],
          rows: orders.map(({ id, number = m.order_draft(), placedAt, dueOn, total, balance, currency }) => ({
            id,
            cells: {
              order: number,
              placed: dayInFull(placedAt),
              due: dueOn === undefined ? '' : dayInFull(dueOn),
              total: total === undefined ? '' : money(total, currency),
              balance: money(balance, currency),
            },
          })),
        },
      ];

interface Asked {
  readonly customer: CustomerRow;
  readonly answer: Statement;
  readonly settings: OpenedSettings;
  /** Days, both included. */
  readonly period: { readonly from?: string; readonly to?: string };
  readonly today: string;
}

/** What a customer owed and paid, entry by entry, in each currency. */
export const statementPaper = ({ customer, answer, settings, period, today }: Asked): PrintedPaper => ({
  title: m.print_statement(),
  from: letterheadOf(sellerOf(settings), settings.logo),
  to: addresseeOf(customer),
  facts: [
    { label: m.print_date(), value: dayInFull(today) },
    ...(period.from === undefined ? [] : [{ label: m.print_from(), value: dayInFull(period.from) }]),
    ...(period.to === undefined ? [] : [{ label: m.print_to(), value: dayInFull(period.to) }]),
  ],
  tables: [...answer.currencies.map(tableOf), ...openOrders(answer.openOrders)],
  closing: [settings.paymentTerms, settings.bankDetails].filter((text) => text !== undefined),
});
