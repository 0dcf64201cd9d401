import * as z from 'zod/mini';
import { defineCommand, ok, reject, type CommandContext } from '../../../kernel/index.ts';
import { prefixesOf, seriesOf } from '../../book/index.ts';
import { customers } from '../../customer/index.ts';
import { Day } from '../../day.ts';
import { CreditNoteId, InvoiceId, OrderId } from '../../ids.ts';
import { minorUnits, PositiveMinorUnits, sumMinorUnits } from '../../pricing/index.ts';
import { series } from '../../series/index.ts';
import { Reason } from '../../text.ts';
import { amountBack, linesBack } from '../credit-note.ts';
import { CreditNoteIssued, InvoiceIssued } from '../events.ts';
import { invoiceOf, sellerOf } from '../invoice.ts';
import { grossOf, isOutdated, leftOf, standingInvoice } from '../invoiced.ts';
import { bookSettings } from '../look-up.ts';
import { numberedPaper } from '../number.ts';
import { LineQuantity } from '../parts.ts';
import { unknownOrder, whenOpen } from '../refusals.ts';
import { orders } from '../state.ts';
import { lifecycle } from '../status.ts';
import { Amount } from './money.ts';

const dayOf = (issuedOn: string | undefined, { occurredAt }: CommandContext): string =>
  issuedOn ?? occurredAt.slice(0, 10);

/**
 * The open order on paper, with what was paid of it so far. One stands at a time: the next needs the last one credited in
 * full. `dueOn` is said where it is not to be the day agreed for the order, or by the customer's days to pay or the book's.
 */
export const IssueInvoice = defineCommand({
  type: 'IssueInvoice',
  payload: z.strictObject({
    orderId: OrderId,
    invoiceId: InvoiceId,
    issuedOn: z.optional(Day),
    dueOn: z.optional(z.union([Day, z.literal('none')])),
  }),
  permission: 'document.issue',
  load: async ({ orderId }, read) => {
    const book = await bookSettings(read);
    const order = await read(orders, orderId);
    const { customer } = order.state;
    return {
      order,
      book,
      buyer: customer && (await read(customers, customer.customerId)).state.description,
      series: await read(series, seriesOf(book).invoice),
    };
  },
  decide: (asked, { order: { state }, book, buyer, series: numbers }, context) => {
    const { orderId, invoiceId, dueOn } = asked;
    const known = state.invoices.find((one) => one.invoiceId === invoiceId);
    if (known)
      return reject('invoice-exists', `This is invoice ${known.number} already; no second one was issued.`, {
        ...{ invoiceId, number: known.number },
      });
    const open = whenOpen(orderId, state, () => ok([]));
    if (!open.ok) return open;
    const standing = standingInvoice(state);
    if (standing) {
      const changed = isOutdated(state, standing);
      const { number } = standing;
      const how = changed
        ? `Invoice ${number} was issued before the order changed. Issue a credit note for it first.`
        : `The order is on invoice ${number} already.`;
      return reject('already-invoiced', how, { invoiceId: standing.invoiceId, number, changed });
    }
    const { terms, agreed } = state;
    if (!terms || !agreed) return unknownOrder(orderId);
    const now = { settings: book, buyer };
    const issuedOn = dayOf(asked.issuedOn, context);
    if (dueOn !== undefined && dueOn !== 'none' && dueOn < issuedOn)
      return reject('due-before-issued', `An invoice of ${issuedOn} can’t be due on ${dueOn}.`, {
        issuedOn,
        dueOn,
      });
    const issue = { invoiceId, issuedOn, dueOn };
    const paper = { documentId: invoiceId, prefix: prefixesOf(book).invoice };
    return ok(
      numberedPaper(orderId, numbers, paper, (number) =>
        InvoiceIssued(invoiceOf({ ...state, terms, agreed }, now, { ...issue, number })),
      ),
    );
  },
});

/**
 * Takes back an amount (`net`: said without its tax), or quantities of lines, or, with neither, all that is left of an
 * invoice: the named one, else the one that stands. It is paper: credits and refunds are what moves the balance.
 */
export const IssueCreditNote = defineCommand({
  type: 'IssueCreditNote',
  payload: z
    .strictObject({
      orderId: OrderId,
      creditNoteId: CreditNoteId,
      invoiceId: z.optional(InvoiceId),
      amount: z.optional(Amount),
      net: z.optional(Amount),
      lines: z.optional(z.array(z.strictObject(LineQuantity.shape)).check(z.minLength(1), z.maxLength(1000))),
      issuedOn: z.optional(Day),
      reason: Reason,
    })
    .check(
      z.refine(
        ({ amount, net, lines }) => [amount, net, lines].filter((one) => one !== undefined).length < 2,
        {
          path: ['amount'],
        },
      ),
    ),
  permission: 'document.issue',
  load: async ({ orderId }, read) => {
    const book = await bookSettings(read);
    return {
      order: await read(orders, orderId),
      book,
      series: await read(series, seriesOf(book).creditNote),
    };
  },
  decide: (asked, { order: { state }, book, series: numbers }, context) => {
    const { orderId, creditNoteId, amount, net, lines, reason } = asked;
    if (lifecycle(state) === 'none') return unknownOrder(orderId);
    const known = state.creditNotes.find((one) => one.creditNoteId === creditNoteId);
    if (known)
      return reject(
        'credit-note-exists',
        `This is credit note ${known.number} already; no second one was issued.`,
        { creditNoteId, number: known.number },
      );
    const newest = state.invoices.at(-1);
    if (!newest) return reject('nothing-invoiced', 'There is no invoice of this order.', { orderId });
    const invoice =
      asked.invoiceId === undefined
        ? (standingInvoice(state) ?? newest)
        : state.invoices.find((one) => one.invoiceId === asked.invoiceId);
    if (!invoice)
      return reject('unknown-invoice', 'The order has no such invoice.', {
        invoiceId: asked.invoiceId ?? '',
      });
    const left = grossOf(leftOf(state, invoice));
    if (left === 0)
      return reject('nothing-to-credit', `Nothing is left of invoice ${invoice.number} to be credited.`, {
        number: invoice.number,
      });
    const back = lines
      ? linesBack(state, invoice, lines)
      : net === undefined
        ? amountBack(state, invoice, amount ?? minorUnits(left))
        : amountBack(state, invoice, net, 'net');
    if (!back.ok) return back;
    const { taxByRate } = back.value;
    const total = grossOf(taxByRate);
    if (total === 0)
      return reject('nothing-to-credit', 'These lines were free of charge.', { number: invoice.number });
    const { invoiceId, customer, currency, taxMode } = invoice;
    const paper = { documentId: creditNoteId, prefix: prefixesOf(book).creditNote };
    return ok(
      numberedPaper(orderId, numbers, paper, (number) =>
        CreditNoteIssued({
          ...{ creditNoteId, number, invoiceId, invoiceNumber: invoice.number, invoicedOn: invoice.issuedOn },
          ...{
            issuedOn: dayOf(asked.issuedOn, context),
            seller: sellerOf(book),
            customer,
            currency,
            taxMode,
          },
          reason,
          ...back.value,
          net: sumMinorUnits(taxByRate.map((row) => row.net)),
          tax: sumMinorUnits(taxByRate.map((row) => row.tax)),
          total: PositiveMinorUnits.parse(total),
        }),
      ),
    );
  },
});
