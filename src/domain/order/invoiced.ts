import { minorUnits, PositiveQuantity, type RateTotal } from '../pricing/index.ts';
import { same } from '../same.ts';
import type { Invoice } from './documents.ts';
import type { OrderState } from './shape.ts';
import { activeLines } from './status.ts';
import { totalsOf } from './totals.ts';

/** The goods as they stand; what was cancelled of them is on no invoice. */
export const goodsOf = (state: OrderState): Pick<Invoice, 'lines' | 'totals'> => {
  const lines = activeLines(state).filter(({ quantity }) => quantity > 0);
  const named = new Set<string>(lines.map(({ lineId }) => lineId));
  const totals = totalsOf(state);
  return {
    lines: lines.map((line) => ({ ...line, quantity: PositiveQuantity.parse(line.quantity) })),
    totals: { ...totals, lines: totals.lines.filter(({ lineId }) => named.has(lineId)) },
  };
};

/** What of an invoice no credit note has taken back, by rate. */
export const leftOf = (
  { creditNotes }: Pick<OrderState, 'creditNotes'>,
  invoice: Invoice,
): readonly RateTotal[] => {
  const taken = creditNotes
    .filter(({ invoiceId }) => invoiceId === invoice.invoiceId)
    .flatMap(({ taxByRate }) => taxByRate);
  return invoice.totals.taxByRate.map((row) =>
    taken
      .filter(({ rate }) => rate === row.rate)
      .reduce(
        (left, { net, tax, gross }) => ({
          rate: left.rate,
          net: minorUnits(left.net - net),
          tax: minorUnits(left.tax - tax),
          gross: minorUnits(left.gross - gross),
        }),
        row,
      ),
  );
};

export const grossOf = (rates: readonly RateTotal[]): number =>
  rates.reduce((sum, { gross }) => sum + gross, 0);

export const netOf = (rates: readonly RateTotal[]): number => rates.reduce((sum, { net }) => sum + net, 0);

/** Whether the order no longer is what the invoice says. */
export const isOutdated = (state: OrderState, { totals, lines }: Invoice): boolean =>
  !same({ totals, lines }, goodsOf(state));

/** The invoice that stands: not taken back in full, or for nothing while the order still comes to nothing. */
export const standingInvoice = (state: OrderState): Invoice | undefined =>
  state.invoices.findLast(
    (invoice) =>
      grossOf(leftOf(state, invoice)) > 0 || (invoice.totals.total === 0 && !isOutdated(state, invoice)),
  );
