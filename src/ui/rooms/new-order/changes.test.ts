import { describe, expect, it } from 'vitest';
import { CurrencyCode, Discount, TaxRate } from '../../../domain/pricing/index.ts';
import { changes } from './changes.ts';
import { emptyOrder, withProduct, type TypedLine, type TypedOrder } from './typed-order.ts';

const currency = CurrencyCode.parse('EUR');
const tenPercent = Discount.parse({ kind: 'percent', rate: 10_000 });
const line = (lineId: string, more: Partial<TypedLine> = {}): TypedLine => ({
  ...{ lineId, productId: `product-${lineId}`, name: 'Jar', unit: 'pcs', taxRate: TaxRate.parse(19_000) },
  ...{ quantity: 1_000, unitPrice: 98_000 },
  ...more,
});

/** Every command until form and book agree, and what the book holds then. */
const written = (kept: TypedOrder | undefined, typed: TypedOrder) => {
  const sent: { type: string; payload: object }[] = [];
  for (let held = kept; sent.length < 50;) {
    const [next] = changes({ orderId: 'o', currency, kept: held, typed });
    if (!next) return { sent, kept: held };
    sent.push({ type: next.type, payload: next.payload });
    held = next.kept;
  }
  throw new Error('form and book never agree');
};

describe('a new order', () => {
  it('writes nothing before its first line, even with a customer', () => {
    const customer = { customerId: 'c', name: 'Anna' };
    expect(written(undefined, { ...emptyOrder, customer }).sent).toEqual([]);
  });

  it('writes nothing for a line that has no quantity yet', () => {
    expect(written(undefined, { ...emptyOrder, lines: [line('a', { quantity: null })] }).sent).toEqual([]);
  });

  it('begins with its first line and its customer in one command', () => {
    const customer = { customerId: 'c', name: 'Anna' };
    expect(written(undefined, { ...emptyOrder, customer, lines: [line('a')] }).sent).toEqual([
      {
        type: 'CreateDraft',
        payload: {
          orderId: 'o',
          customerId: 'c',
          lines: [{ lineId: 'a', productId: 'product-a', quantity: 1_000, unitPrice: 98_000 }],
        },
      },
    ]);
  });

  it('writes the rest of the form behind the draft, once', () => {
    const typed: TypedOrder = {
      lines: [line('a')],
      discount: tenPercent,
      shipping: 500,
      dates: { promisedOn: '2026-12-01' },
      notes: [{ text: 'Ring twice' }, { text: 'Gift wrap', forCustomer: true }],
    };
    const { sent, kept } = written(undefined, typed);
    expect(sent.map(({ type }) => type)).toEqual([
      ...['CreateDraft', 'SetDiscount', 'SetShipping', 'SetDates', 'AddNote', 'AddNote'],
    ]);
    expect(sent.slice(-2).map(({ payload }) => payload)).toEqual([
      { orderId: 'o', text: 'Ring twice' },
      { orderId: 'o', text: 'Gift wrap', forCustomer: true },
    ]);
    expect(written(kept, typed).sent).toEqual([]);
  });
});

describe('a draft', () => {
  const kept: TypedOrder = { ...emptyOrder, lines: [line('a'), line('b', { discount: tenPercent })] };

  it('sends only what changed on a line', () => {
    const typed = { ...kept, lines: [line('a', { quantity: 3_000 }), line('b')] };
    expect(written(kept, typed).sent).toEqual([
      { type: 'ChangeLine', payload: { orderId: 'o', lineId: 'a', quantity: 3_000 } },
      { type: 'ChangeLine', payload: { orderId: 'o', lineId: 'b', discount: 'none' } },
    ]);
  });

  it('keeps a line as the book has it while its figures can not be booked', () => {
    const tooMuch = Discount.parse({ kind: 'amount', amount: 981 });
    const typed = { ...kept, lines: [line('a', { unitPrice: null }), line('b', { discount: tooMuch })] };
    expect(written(kept, typed).sent).toEqual([]);
  });

  it('removes and adds lines', () => {
    const typed = { ...kept, lines: [line('b', { discount: tenPercent }), line('c')] };
    expect(written(kept, typed).sent.map(({ type, payload }) => [type, payload])).toEqual([
      ['RemoveLine', { orderId: 'o', lineId: 'a' }],
      ['AddLine', { orderId: 'o', lineId: 'c', productId: 'product-c', quantity: 1_000, unitPrice: 98_000 }],
    ]);
  });

  it('takes customer, discount and fee off', () => {
    const full: TypedOrder = {
      ...kept,
      customer: { customerId: 'c', name: 'Anna' },
      discount: tenPercent,
      shipping: 500,
    };
    expect(written(full, kept).sent).toEqual([
      { type: 'AssignCustomer', payload: { orderId: 'o' } },
      { type: 'SetDiscount', payload: { orderId: 'o' } },
      { type: 'SetShipping', payload: { orderId: 'o', amount: 0 } },
    ]);
  });
});

describe('picking a product', () => {
  it('counts one more of a product that is on the order at this price', () => {
    const { lines, lineId } = withProduct([line('a')], { ...line('x'), productId: 'product-a' });
    expect(lineId).toBe('a');
    expect(lines).toEqual([line('a', { quantity: 2_000 })]);
  });

  it('begins another line where the price was changed by hand', () => {
    const { lines } = withProduct([line('a', { unitPrice: 1 })], { ...line('x'), productId: 'product-a' });
    expect(lines.map(({ quantity }) => quantity)).toEqual([1_000, 1_000]);
  });
});
