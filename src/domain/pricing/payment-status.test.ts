import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { balance, minorUnits, paymentStatus, type MoneyOnOrder, type PaymentStatus } from './index.ts';

const money = (total: number, credits = 0, payments = 0, refunds = 0, cashRounding = 0): MoneyOnOrder => ({
  total: minorUnits(total),
  credits: minorUnits(credits),
  payments: minorUnits(payments),
  refunds: minorUnits(refunds),
  cashRounding: minorUnits(cashRounding),
});

describe('the balance', () => {
  it('is what is due, rounded for cash, less what was kept', () => {
    // due 100.02 − 10.00 = 90.02; kept 95.00 − 5.00 = 90.00; 90.02 − 0.02 − 90.00 = 0
    expect(balance(money(10_002, 1000, 9500, 500, -2))).toEqual({ due: 9002, net: 9000, balance: 0 });
  });

  it('throws rather than be inexact', () => {
    expect(() => balance(money(0, Number.MAX_SAFE_INTEGER, 1))).toThrow('no exact number of minor units');
  });
});

describe('the payment status of an order', () => {
  it.each<[string, MoneyOnOrder, PaymentStatus]>([
    ['nothing moved yet', money(1000), 'unpaid'],
    ['a deposit', money(1000, 0, 300), 'partly-paid'],
    ['the whole', money(1000, 0, 1000), 'paid'],
    ['paid in rounded cash', money(1002, 0, 1000, 0, -2), 'paid'],
    ['the rest credited', money(1000, 200, 800), 'paid'],
    ['too much', money(1000, 0, 1200), 'refund-due'],
    ['cancelled after payment', money(0, 0, 1000), 'refund-due'],
    ['a credit not yet paid out', money(1000, 200, 1000), 'refund-due'],
    ['a credit paid out', money(1000, 200, 1000, 200), 'partly-refunded'],
    ['everything paid back', money(1000, 1000, 1000, 1000), 'refunded'],
    ['paid back but still owed', money(1000, 0, 1000, 1000), 'unpaid'],
    ['free of charge', money(0), 'nothing-due'],
    ['all credited, nothing paid', money(1000, 1000), 'nothing-due'],
  ])('%s', (_, state, status) => {
    expect(paymentStatus(state)).toBe(status);
  });

  // The same rules written as conditions of their own, so that exactly one can be seen to hold.
  function holding({ total, credits, payments, refunds, cashRounding }: MoneyOnOrder): PaymentStatus[] {
    const owed = total - credits + cashRounding;
    const kept = payments - refunds;
    const settled = owed === kept;
    const conditions: Record<PaymentStatus, boolean> = {
      'refund-due': owed < kept,
      unpaid: owed > kept && payments <= refunds,
      'partly-paid': owed > kept && payments > refunds,
      paid: settled && payments > 0 && refunds === 0,
      'nothing-due': settled && payments === 0 && refunds === 0,
      'partly-refunded': settled && refunds > 0 && refunds < payments,
      refunded: settled && refunds > 0 && refunds === payments,
    };
    return (Object.keys(conditions) as PaymentStatus[]).filter((status) => conditions[status]);
  }

  it('is exactly one in every reachable state', () => {
    // Small amounts, so that the balance is often exactly zero. Refunds never exceed payments, credits never the total.
    const reachable = fc
      .tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.integer({ min: -2, max: 2 }))
      .map(([due, credits, net, refunds, rounding]) =>
        money(due + credits, credits, net + refunds, refunds, rounding),
      );
    fc.assert(
      fc.property(reachable, (state) => {
        expect(holding(state)).toEqual([paymentStatus(state)]);
      }),
      { numRuns: 2000 },
    );
  });
});
