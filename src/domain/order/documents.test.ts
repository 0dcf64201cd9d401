import { describe, it } from 'vitest';
import { on, type Decided } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import {
  agreed,
  ANNA,
  anna,
  creditId,
  creditNoteId,
  draft,
  eur,
  invoiceId,
  line,
  lineId,
  openOrder,
  orderId,
  paymentId,
  pieces,
  SOAP,
  tax,
  TEA,
} from '../../../test/spec/shop.ts';
import { BOOK_ID, BookOpened, books, defaultBook } from '../book/index.ts';
import { minorUnits } from '../pricing/index.ts';
import { NumberAllocated, series } from '../series/index.ts';
import {
  CreditGranted,
  CreditNoteIssued,
  InvoiceIssued,
  IssueCreditNote,
  IssueInvoice,
  OrderCancelled,
  orders,
  OrderSubmitted,
  PaymentRecorded,
  type CreditNote,
  type Invoice,
} from './index.ts';

// Two tins at 4.50 with 7 % and three soaps at 2.99 with 19 %: 9.00 (0.59 tax) and 8.97 (1.43 tax).
const lines = [line(1, TEA, 2), line(2, SOAP, 3)];
const order = openOrder(1, lines);
const INVOICE = { orderId: orderId(1), invoiceId: invoiceId(1) };
const { totals } = agreed(1, lines);
const today = '2026-11-20';

const invoice: Invoice = {
  ...{ invoiceId: invoiceId(1), number: 'INV-1001', orderNumber: 'A-1001', issuedOn: today },
  ...{ seller: { name: 'My book' }, lines, totals, currency: agreed(1, lines).currency },
  ...{ taxMode: 'inclusive', credits: minorUnits(0), paid: minorUnits(0), balance: eur(17.97) },
};
const invoiced = openOrder(1, lines, InvoiceIssued(invoice));
const off = OrderCancelled({ reason: 'sold out' });

describe('issuing an invoice', () => {
  it('copies the order, and takes the first number of a series of its own in the same commit', () =>
    given(order)
      .when(IssueInvoice, INVOICE)
      .then(
        on(orders, orderId(1), InvoiceIssued(invoice)),
        on(
          series,
          'invoice:INV-',
          NumberAllocated({
            ...{ series: 'invoice:INV-', number: 1001, orderId: orderId(1) },
            documentId: invoiceId(1),
          }),
        ),
      ));

  it('says who sells, to whom, what was paid and until when the rest is due', () => {
    const seller = { taxNumber: 'DE1', address: { city: 'Dale' }, email: 'a@b.example', bankDetails: 'Bank' };
    const told = { sellerName: 'Hill Farm Ltd', paymentDays: 14, paymentTerms: 'Net', invoicePrefix: 'R-' };
    const book = on(books, BOOK_ID, BookOpened({ ...defaultBook, ...seller, ...told }));
    const before = on(
      series,
      'invoice:R-',
      NumberAllocated({ series: 'invoice:R-', number: 1007, orderId: orderId(9), documentId: invoiceId(9) }),
    );
    const customer = { customerId: ANNA, name: 'Anna Berg' };
    const events = [
      OrderSubmitted(agreed(1, lines, { customer })),
      PaymentRecorded({ paymentId: paymentId(1), method: 'card', amount: eur(10) }),
      CreditGranted({ creditId: creditId(1), amount: eur(1), reason: 'a dent' }),
    ];
    return given(book, before, anna, on(orders, orderId(1), ...events))
      .when(IssueInvoice, { ...INVOICE, issuedOn: '2026-12-20' })
      .then(
        InvoiceIssued({
          ...invoice,
          ...{ number: 'R-1008', issuedOn: '2026-12-20', dueOn: '2027-01-03', paymentTerms: 'Net' },
          ...{ seller: { ...seller, name: 'Hill Farm Ltd' }, customer },
          ...{ credits: eur(1), paid: eur(10), balance: eur(6.97) },
        }),
        NumberAllocated({
          ...{ series: 'invoice:R-', number: 1008, orderId: orderId(1), documentId: invoiceId(1) },
        }),
      );
  });

  it('happens once', () =>
    given(order).when(IssueInvoice, INVOICE).again().thenRejected('invoice-exists', { number: 'INV-1001' }));

  it('is refused while another one stands', () =>
    given(invoiced)
      .when(IssueInvoice, { ...INVOICE, invoiceId: invoiceId(2) })
      .thenRejected('already-invoiced', { invoiceId: invoiceId(1), number: 'INV-1001', changed: false }));

  it('says when the one that stands was issued before the order changed', () => {
    const { lines: some } = invoice;
    const before = InvoiceIssued({ ...invoice, lines: some.slice(1) });
    return given(openOrder(1, lines, before))
      .when(IssueInvoice, { ...INVOICE, invoiceId: invoiceId(2) })
      .thenRejected('already-invoiced', { number: 'INV-1001', changed: true });
  });

  it('is possible again once the last one is credited in full', () =>
    given(openOrder(1, lines, InvoiceIssued(invoice), CreditNoteIssued(note(wholeNote))))
      .when(IssueInvoice, { ...INVOICE, invoiceId: invoiceId(2) })
      .then(
        InvoiceIssued({ ...invoice, invoiceId: invoiceId(2) }),
        NumberAllocated({
          ...{ series: 'invoice:INV-', number: 1001, orderId: orderId(1), documentId: invoiceId(2) },
        }),
      ));

  it.each([
    ['a draft', draft(1, lines), 'not-open'],
    ['a cancelled order', openOrder(1, lines, off), 'not-open'],
    ['no order', undefined, 'unknown-order'],
  ])('is refused for %s', (_, state, code) =>
    given(...(state ? [state] : []))
      .when(IssueInvoice, INVOICE)
      .thenRejected(code),
  );
});

const NOTE = { orderId: orderId(1), creditNoteId: creditNoteId(1), reason: 'came back' };
const rate = (percent: number, gross: number, taxes: number) => ({
  ...{ rate: tax(percent), gross: eur(gross), tax: minorUnits(Math.round(taxes * 100)) },
  net: minorUnits(Math.round((gross - taxes) * 100)),
});
const wholeNote = { taxByRate: [rate(7, 9, 0.59), rate(19, 8.97, 1.43)] };

const note = (more: Pick<CreditNote, 'taxByRate'> & Partial<CreditNote>): CreditNote => {
  const sum = (member: 'net' | 'tax' | 'gross') =>
    more.taxByRate.reduce((total, row) => total + row[member], 0);
  return {
    ...{ creditNoteId: creditNoteId(1), number: 'CN-1001', invoiceId: invoiceId(1) },
    ...{ invoiceNumber: 'INV-1001', invoicedOn: today, issuedOn: today, seller: { name: 'My book' } },
    ...{ currency: invoice.currency, taxMode: 'inclusive', reason: 'came back' },
    ...{ net: minorUnits(sum('net')), tax: minorUnits(sum('tax')), total: eur(sum('gross') / 100) },
    ...more,
  };
};
const allocated = NumberAllocated({
  ...{ series: 'credit-note:CN-', number: 1001, orderId: orderId(1), documentId: creditNoteId(1) },
});
const two = { creditNoteId: creditNoteId(2) };

describe('issuing a credit note', () => {
  it('takes back all that is left, with a number of its own series in the same commit', () =>
    given(invoiced)
      .when(IssueCreditNote, NOTE)
      .then(
        on(orders, orderId(1), CreditNoteIssued(note(wholeNote))),
        on(series, 'credit-note:CN-', allocated),
      ));

  it('takes back an amount, of every rate its part', () =>
    given(invoiced)
      .when(IssueCreditNote, { ...NOTE, amount: eur(10), issuedOn: '2026-12-01' })
      .then(
        CreditNoteIssued(
          note({ taxByRate: [rate(7, 5.01, 0.33), rate(19, 4.99, 0.8)], issuedOn: '2026-12-01' }),
        ),
        allocated,
      ));

  it('takes back so much of a line, and the last part is what is left of it', async () => {
    const soap = { lineId: lineId(2), name: 'Soap', unit: 'pcs', taxRate: tax(19) };
    const one = (total: number, taxes: number, count = 1) => ({
      ...soap,
      ...{ quantity: pieces(count), total: eur(total), tax: eur(taxes) },
      net: minorUnits(Math.round((total - taxes) * 100)),
    });
    const first = note({ lines: [one(2.99, 0.48)], taxByRate: [rate(19, 2.99, 0.48)] });
    await given(invoiced)
      .when(IssueCreditNote, { ...NOTE, lines: [{ lineId: lineId(2), quantity: pieces(1) }] })
      .then(CreditNoteIssued(first), allocated);
    await given(openOrder(1, lines, InvoiceIssued(invoice), CreditNoteIssued(first)))
      .when(IssueCreditNote, { ...NOTE, ...two, lines: [{ lineId: lineId(2), quantity: pieces(2) }] })
      .then(
        CreditNoteIssued(note({ ...two, lines: [one(5.98, 0.95, 2)], taxByRate: [rate(19, 5.98, 0.95)] })),
        NumberAllocated({
          ...{ series: 'credit-note:CN-', number: 1001, orderId: orderId(1), documentId: creditNoteId(2) },
        }),
      );
  });

  it('is possible for an order that was cancelled since', () =>
    given(openOrder(1, lines, InvoiceIssued(invoice), off))
      .when(IssueCreditNote, NOTE)
      .then(CreditNoteIssued(note(wholeNote)), allocated));

  it('happens once', () =>
    given(invoiced)
      .when(IssueCreditNote, { ...NOTE, amount: eur(1) })
      .again()
      .thenRejected('credit-note-exists', { number: 'CN-1001' }));

  it('never takes back more than was invoiced', async () => {
    await given(invoiced)
      .when(IssueCreditNote, { ...NOTE, amount: eur(17.98) })
      .thenRejected('more-than-invoiced', { amount: 1798, left: 1797 });
    await given(invoiced)
      .when(IssueCreditNote, { ...NOTE, lines: [{ lineId: lineId(2), quantity: pieces(4) }] })
      .thenRejected('more-than-invoiced', { name: 'Soap', wanted: pieces(4), left: pieces(3) });
  });

  it('takes no line back whose rate was credited by an amount before', () => {
    const most = note({ taxByRate: [rate(7, 9, 0.59), rate(19, 8, 1.28)] });
    return given(openOrder(1, lines, InvoiceIssued(invoice), CreditNoteIssued(most)))
      .when(IssueCreditNote, { ...NOTE, ...two, lines: [{ lineId: lineId(2), quantity: pieces(1) }] })
      .thenRejected('more-than-invoiced', { amount: 299, left: 97 });
  });

  const credited: Decided = openOrder(1, lines, InvoiceIssued(invoice), CreditNoteIssued(note(wholeNote)));
  it.each([
    ['nothing was invoiced', [order], NOTE, 'nothing-invoiced'],
    ['there is no such invoice', [invoiced], { ...NOTE, invoiceId: invoiceId(7) }, 'unknown-invoice'],
    ['nothing is left of it', [credited], { ...NOTE, ...two }, 'nothing-to-credit'],
    [
      'there is no such line',
      [invoiced],
      { ...NOTE, lines: [{ lineId: lineId(9), quantity: pieces(1) }] },
      'unknown-line',
    ],
    ['there is no such order', [], NOTE, 'unknown-order'],
  ])('is refused when %s', (_, facts, asked, code) =>
    given(...facts)
      .when(IssueCreditNote, asked)
      .thenRejected(code),
  );

  it('takes either an amount or lines', () =>
    given(invoiced)
      .when(IssueCreditNote, { ...NOTE, amount: eur(1), lines: [{ lineId: lineId(2), quantity: pieces(1) }] })
      .thenMalformed('amount'));
});
