import { describe, expect, it } from 'vitest';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { deedOf, isTheRest, isTooMuch, linesMoved, startOf, type Deed } from './deeds.ts';
import { missingOf, itemsBack } from './returning.ts';
import { sameAgain } from './order-again.ts';
import { besideStep, nextStep, possibleIn } from './next.ts';

const order = (more: object): OrderPage =>
  ({
    lifecycle: 'open',
    allocation: 'reserved',
    actions: ['ShipItems', 'RecordPayment', 'HoldOrder', 'CancelOrder', 'AddNote'],
    balance: { balance: 1_000 },
    lines: [{ left: 1_000, ready: 0 }],
    ...more,
  }) as unknown as OrderPage;

describe('the next step', () => {
  it('ships what is there, with the payment beside it', () => {
    expect([nextStep(order({})), besideStep(order({}))]).toEqual(['ShipItems', 'RecordPayment']);
  });

  it('takes the money while nothing can be shipped yet', () => {
    const waits = order({ allocation: 'back-ordered' });
    expect([nextStep(waits), besideStep(waits)]).toEqual(['RecordPayment', 'ShipItems']);
  });

  it('lifts a hold first', () => {
    expect(nextStep(order({ actions: ['RecordPayment', 'ReleaseOrder'] }))).toBe('ReleaseOrder');
  });

  it('is none once everything left and was paid, though more money could be taken', () => {
    const done = order({ actions: ['RecordPayment', 'HoldOrder'], balance: { balance: 0 } });
    expect([nextStep(done), besideStep(done)]).toEqual([undefined, undefined]);
    expect([possibleIn('money', done), possibleIn('order', done)]).toEqual([
      ['RecordPayment'],
      ['HoldOrder'],
    ]);
  });

  it('puts away what is finished, and takes out what was put away', () => {
    const over = { lifecycle: 'cancelled', balance: { balance: 0 } };
    expect(besideStep(order({ ...over, actions: ['ReopenOrder', 'ArchiveOrder'] }))).toBe('ArchiveOrder');
    expect(besideStep(order({ ...over, actions: ['UnarchiveOrder'] }))).toBe('UnarchiveOrder');
    const sold = order({ actions: ['ArchiveOrder'], balance: { balance: 0 } });
    expect([besideStep(sold), possibleIn('order', sold)]).toEqual([undefined, ['ArchiveOrder']]);
  });

  it('hands over what stands ready to be fetched', () => {
    expect(
      nextStep(
        order({
          lines: [
            { left: 1_000, ready: 1_000 },
            { left: 0, ready: 0 },
          ],
        }),
      ),
    ).toBe('CollectItems');
  });

  it('pays back what was paid too much', () => {
    const over = order({ actions: ['RecordPayment', 'PayRefund'], balance: { balance: -500 } });
    expect([nextStep(over), besideStep(over)]).toEqual(['PayRefund', undefined]);
  });

  it('brings a discarded draft back', () => {
    expect(nextStep(order({ lifecycle: 'discarded', actions: ['RestoreDraft', 'ArchiveOrder'] }))).toBe(
      'RestoreDraft',
    );
  });
});

describe('what moves', () => {
  const ship = deedOf('ShipItems') as Deed;
  const back = deedOf('RequestReturn') as Deed;
  const line = (lineId: string, left: number) => ({
    ...{ lineId: lineId as never, left, active: left, prepared: 0, ready: 0, shipped: 0, delivered: 0 },
    ...{ backOrdered: 0, returnable: 250 },
  });
  const lines = [line('a', 2_000), line('b', 500)];

  it('is everything unless somebody says otherwise', () => {
    expect(linesMoved(lines, startOf(ship, lines))).toEqual([
      { lineId: 'a', quantity: 2_000 },
      { lineId: 'b', quantity: 500 },
    ]);
    expect(isTheRest(ship, lines, startOf(ship, lines))).toBe(true);
  });

  it('is what is there where some of it waits for stock, until somebody says otherwise', () => {
    const waits = [
      { ...line('a', 2_000), backOrdered: 500 },
      { ...line('b', 500), backOrdered: 500 },
    ];
    expect(startOf(ship, waits)).toEqual({ a: 1_500, b: null });
    expect(waits.map((one) => isTooMuch(ship, one, { a: 2_000, b: 500 }))).toEqual([false, false]);
    const packed = [{ ...line('a', 2_000), prepared: 1_800, backOrdered: 500 }];
    expect(startOf(deedOf('PrepareItems') as Deed, packed)).toEqual({ a: null });
    expect(startOf(deedOf('CancelRemainder') as Deed, waits)).toEqual({ a: 2_000, b: 500 });
  });

  it('is nothing of what may come back until somebody says so', () => {
    expect(linesMoved(lines, startOf(back, lines))).toEqual([]);
    expect(lines.map((one) => isTooMuch(back, one, { a: 251, b: 250 }))).toEqual([true, false]);
  });

  it('leaves out a line of which nothing moves, and is then not the rest', () => {
    const some = { a: 1_000, b: null };
    expect(linesMoved(lines, some)).toEqual([{ lineId: 'a', quantity: 1_000 }]);
    expect(isTheRest(ship, lines, some)).toBe(false);
  });

  it('may not be more than there is', () => {
    expect(lines.map((one) => isTooMuch(ship, one, { a: 2_001, b: 500 }))).toEqual([true, false]);
  });
});

describe('what comes back', () => {
  it('is what was said to come, less what came, however it came', () => {
    const requested = [
      { lineId: 'a', quantity: 3_000 },
      { lineId: 'b', quantity: 1_000 },
    ];
    const received = [
      { lineId: 'a', quantity: 1_000, disposition: 'restock' },
      { lineId: 'a', quantity: 500, disposition: 'damaged' },
      { lineId: 'b', quantity: 1_000, disposition: 'discard' },
    ];
    const lines = [
      { lineId: 'a', name: 'Mug', variant: 'Large', unit: 'pcs' },
      { lineId: 'b', name: 'Jug', unit: 'pcs' },
    ];
    const page = { returns: [{ returnId: 'r', requested, received }], lines } as unknown as OrderPage;
    expect(missingOf(page, 'r')).toEqual([{ lineId: 'a', name: 'Mug, Large', unit: 'pcs', quantity: 1_500 }]);
  });

  it('is told way by way, without those of which there is nothing', () => {
    expect(itemsBack({ a: { restock: 1_000, damaged: null, discard: 500 } })).toEqual([
      { lineId: 'a', quantity: 1_000, disposition: 'restock' },
      { lineId: 'a', quantity: 500, disposition: 'discard' },
    ]);
  });
});

describe('an order placed again', () => {
  it('takes goods, variants and customer, and neither the old price nor the discount', () => {
    const former = {
      customer: { customerId: 'c', name: 'Ada' },
      lines: [
        {
          lineId: 'a',
          productId: 'p',
          quantity: 2_000,
          unitPrice: 5,
          discount: { kind: 'amount', amount: 1 },
        },
        { lineId: 'b', productId: 'q', variantId: 'v', quantity: 500, unitPrice: 7 },
      ],
    } as unknown as OrderPage;
    let n = 0;
    expect(sameAgain(former, () => `new-${String((n += 1))}`)).toEqual({
      customerId: 'c',
      lines: [
        { lineId: 'new-1', productId: 'p', quantity: 2_000 },
        { lineId: 'new-2', productId: 'q', variantId: 'v', quantity: 500 },
      ],
    });
  });
});
