import { describe, expect, it } from 'vitest';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { sameJustNow } from './methods.ts';
import { besideStep, nextStep, possible } from './next.ts';
import { everything, isTheRest, shipped, tooMany } from './shipping.ts';

const order = (more: object): OrderPage =>
  ({
    lifecycle: 'open',
    allocation: 'reserved',
    actions: ['ShipItems', 'RecordPayment', 'HoldOrder', 'CancelOrder', 'AddNote'],
    balance: { balance: 1_000 },
    ...more,
  }) as unknown as OrderPage;

describe('the next step', () => {
  it('ships what is there, with the payment beside it', () => {
    expect([nextStep(order({})), besideStep(order({}))]).toEqual(['ship', 'pay']);
  });

  it('takes the money while nothing can be shipped yet', () => {
    const waits = order({ allocation: 'back-ordered' });
    expect([nextStep(waits), besideStep(waits)]).toEqual(['pay', 'ship']);
  });

  it('lifts a hold first', () => {
    expect(nextStep(order({ actions: ['RecordPayment', 'ReleaseOrder'] }))).toBe('release');
  });

  it('is none once everything left and was paid, though more money could be taken', () => {
    const done = order({ actions: ['RecordPayment', 'HoldOrder'], balance: { balance: 0 } });
    expect([nextStep(done), besideStep(done)]).toEqual([undefined, undefined]);
    expect(possible(done)).toEqual(['pay', 'hold']);
  });
});

describe('what leaves', () => {
  const lines = [
    { lineId: 'a' as never, left: 2_000 },
    { lineId: 'b' as never, left: 500 },
  ];

  it('is everything unless somebody says otherwise', () => {
    expect(shipped(lines, everything(lines))).toEqual([
      { lineId: 'a', quantity: 2_000 },
      { lineId: 'b', quantity: 500 },
    ]);
    expect(isTheRest(lines, everything(lines))).toBe(true);
  });

  it('leaves out a line of which nothing leaves, and is then not the rest', () => {
    const some = { a: 1_000, b: null };
    expect(shipped(lines, some)).toEqual([{ lineId: 'a', quantity: 1_000 }]);
    expect(isTheRest(lines, some)).toBe(false);
  });

  it('may not be more than is left', () => {
    expect(lines.map((line) => tooMany(line, { a: 2_001, b: 500 }))).toEqual([true, false]);
  });
});

describe('the same money twice', () => {
  const now = Date.parse('2026-11-20T10:43:00.000Z');
  const paid = [{ method: 'cash' as const, amount: 500 as never, at: '2026-11-20T10:42:00.000Z' }];

  it('is noticed within two minutes, by way and amount', () => {
    expect(sameJustNow(paid, { method: 'cash', amount: 500, now })).toBe(paid[0]);
    expect(sameJustNow(paid, { method: 'card', amount: 500, now })).toBeUndefined();
    expect(sameJustNow(paid, { method: 'cash', amount: 500, now: now + 120_000 })).toBeUndefined();
  });
});
