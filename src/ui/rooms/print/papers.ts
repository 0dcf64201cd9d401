import type { OpenedSettings } from '../../../views/book/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { dayInFull, money, percent, quantity } from '../../words/format.ts';
import { customerNotes } from '../order/note-readers.ts';
import { m } from '../../words/index.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import { deliveryNotes } from './delivery-note.ts';
import { billedTo, letterheadOf, recipientOf, sellerOf } from './letterhead.ts';
import { settledSums, soldColumns, soldRows, soldSums, taxedTotal } from './order-table.ts';
import { fact, type PrintedPaper } from './paper.ts';
import { toPack, waits } from './to-pack.ts';

type Invoice = OrderPage['invoices'][number];
type CreditNote = OrderPage['creditNotes'][number];

/** Printed from what it holds: it was issued so, whatever became of order, customer and settings since. */
export const invoicePaper = (invoice: Invoice, settings: OpenedSettings): PrintedPaper => {
  const { currency, credits, paid, balance, cashRounding: rounding = 0 } = invoice;
  return {
    title: m.print_invoice({ number: invoice.number }),
    from: letterheadOf(invoice.seller, settings.logo),
    to: billedTo(invoice.customer),
    facts: [
      ...fact(m.print_date(), dayInFull(invoice.issuedOn)),
      ...fact(m.print_order(), invoice.orderNumber),
      ...fact(m.print_due(), invoice.dueOn && dayInFull(invoice.dueOn)),
    ],
    tables: [
      {
        ...{ id: 'lines', caption: m.print_what(), columns: soldColumns(), rows: soldRows(invoice) },
        sums: [...soldSums(invoice), ...settledSums({ credits, rounding, paid, balance }, currency)],
      },
    ],
    closing: [...(invoice.notes ?? []), invoice.paymentTerms, invoice.seller.bankDetails].filter(
      (text) => text !== undefined,
    ),
  };
};

export const creditNotePaper = (note: CreditNote, settings: OpenedSettings): PrintedPaper => {
  const bare = (amount: number): string => money(amount, note.currency, true);
  /** As the invoice says its lines: in the price mode. */
  const inMode = ({ net, total }: Pick<CreditNote, 'net' | 'total'>): number =>
    note.taxMode === 'inclusive' ? total : net;
  const amountOff = {
    ...{
      id: 'amount',
      cells: { what: m.print_amount_off({ number: note.invoiceNumber }), total: bare(inMode(note)) },
    },
  };
  return {
    title: m.print_credit_note({ number: note.number }),
    from: letterheadOf(note.seller, settings.logo),
    to: billedTo(note.customer),
    facts: [
      ...fact(m.print_date(), dayInFull(note.issuedOn)),
      ...fact(m.print_for_invoice(), `${note.invoiceNumber}, ${dayInFull(note.invoicedOn)}`),
      ...fact(m.parts_reason(), note.reason),
    ],
    tables: [
      {
        ...{ id: 'lines', caption: m.print_what() },
        columns: soldColumns().filter(({ id }) =>
          note.lines ? id !== 'price' : id === 'what' || id === 'total',
        ),
        rows: note.lines?.map((line) => ({
          id: line.lineId,
          cells: {
            what: goodsName(line),
            quantity: quantity(line.quantity, line.unit),
            tax: percent(line.taxRate),
            total: bare(inMode(line)),
          },
        })) ?? [amountOff],
        sums: [
          ...(inMode(note) === note.total
            ? []
            : [{ id: 'lines', label: m.order_sum_subtotal(), value: bare(note.net) }]),
          ...taxedTotal(note, m.print_credited(), note),
        ],
      },
    ],
    closing: [],
  };
};

/** What is still to go, for whoever packs it, without a word of money. */
const packingSlip = (order: OrderPage, settings: OpenedSettings): PrintedPaper => {
  const { to, orderedBy } = recipientOf(order, order);
  return {
    title: m.print_packing_slip({ number: order.number ?? '' }),
    from: letterheadOf(sellerOf(settings), settings.logo),
    to,
    facts: [
      ...fact(m.print_order(), order.number),
      ...fact(m.print_ordered_on(), dayInFull(order.placedAt)),
      ...fact(m.print_ordered_by(), orderedBy),
      ...fact(m.print_promised(), order.dates.promisedOn && dayInFull(order.dates.promisedOn)),
    ],
    tables: [
      {
        ...{ id: 'lines', caption: m.print_what(), sums: [] },
        columns: [
          { id: 'what', label: m.print_what() },
          { id: 'quantity', label: m.print_quantity(), figures: true },
          { id: 'check', label: m.print_check(), figures: true },
        ],
        rows: order.lines
          .filter(({ left }) => left > 0)
          .map((line) => ({
            id: line.lineId,
            cells: {
              what: goodsName(line),
              quantity: quantity(toPack(line), line.unit),
              check: toPack(line) > 0 ? '☐' : '',
            },
            below: [...(line.sku === undefined ? [] : [line.sku]), ...waits(line)],
          })),
      },
    ],
    closing: [...customerNotes(order.notes), m.print_thanks()],
  };
};

/** What goes with the goods: the packing slip of what is still to go, else the delivery notes of what has left. */
export const goodsPapers = (order: OrderPage, settings: OpenedSettings): readonly PrintedPaper[] =>
  order.lines.some(({ left }) => left > 0) ? [packingSlip(order, settings)] : deliveryNotes(order, settings);
