import { describe, expect, it } from 'vitest';
import { always } from '../../../test/spec/till.ts';
import type { CreditNote, Invoice } from './index.ts';

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

const addsUp = ({ totals, credits, paid, balance, cashRounding, lines, shipping, taxMode }: Invoice) => {
  expect(lines.map((line) => line.lineId)).toEqual(totals.lines.map((line) => line.lineId));
  expect(sum(totals.lines, (line) => line.total) + totals.shipping.total).toBe(totals.total);
  expect(sum(totals.taxByRate, (row) => row.gross)).toBe(totals.total);
  expect(sum(totals.taxByRate, (row) => row.tax)).toBe(totals.taxTotal);
  const ladder = totals.subtotal - totals.discountTotal + (shipping ? totals.shippingTotal : 0);
  expect(taxMode === 'inclusive' ? ladder : ladder + totals.taxTotal).toBe(totals.total);
  expect(totals.total - credits + (cashRounding ?? 0) - paid).toBe(balance);
};

const noteAddsUp = ({ taxByRate, net, tax, total, lines }: CreditNote) => {
  expect(net + tax).toBe(total);
  expect(sum(taxByRate, (row) => row.gross)).toBe(total);
  expect(sum(taxByRate, (row) => row.tax)).toBe(tax);
  for (const row of taxByRate) expect(row.net + row.tax).toBe(row.gross);
  for (const row of taxByRate) expect(Math.min(row.net, row.tax)).toBeGreaterThanOrEqual(0);
  if (!lines) return;
  for (const row of taxByRate) {
    const own = lines.filter(({ taxRate }) => taxRate === row.rate);
    expect(sum(own, (line) => line.total)).toBe(row.gross);
    expect(sum(own, (line) => line.tax)).toBe(row.tax);
  }
};

describe('papers, whatever happens to their order', () => {
  it('add up, and what is taken back never exceeds what was invoiced', () =>
    always((state) => {
      state.invoices.forEach(addsUp);
      state.creditNotes.forEach(noteAddsUp);
      for (const invoice of state.invoices) {
        const notes = state.creditNotes.filter(({ invoiceId: of }) => of === invoice.invoiceId);
        const left = invoice.totals.total - sum(notes, ({ total }) => total);
        const taxLeft = invoice.totals.taxTotal - sum(notes, ({ tax }) => tax);
        expect(Math.min(left, taxLeft, left - taxLeft)).toBeGreaterThanOrEqual(0);
        if (left === 0) expect(taxLeft, 'its tax is taken back to the last unit').toBe(0);
      }
    }));

  it('are numbered without gaps, and never change', () =>
    always((state, events) => {
      const papers = (type: string) =>
        events.filter((event) => event.type === type).map(({ data }) => data as { number: string });
      const labels = (prefix: string, count: number) =>
        Array.from({ length: count }, (_, n) => `${prefix}${String(1001 + n)}`);
      const invoices = papers('InvoiceIssued');
      const notes = papers('CreditNoteIssued');
      expect(invoices.map(({ number }) => number)).toEqual(labels('INV-', invoices.length));
      expect(notes.map(({ number }) => number)).toEqual(labels('CN-', notes.length));
      expect(state.invoices).toEqual(invoices);
      expect(state.creditNotes).toEqual(notes);
    }));
});
