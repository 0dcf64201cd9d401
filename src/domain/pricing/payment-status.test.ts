import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { balance, minorUnits, paymentStatus, type MoneyOnOrder, type PaymentStatus } from './index.ts';

const money = (
  total: number,
  credits = 0,
  payments = 0,
  refunds = 0,
  cashRounding = 0,
  spent = 0,
): MoneyOnOrder => ({
  total: minorUnits(total),
  credits: minorUnits(credits),
  payments: minorUnits(payments),
  refunds: minorUnits(refunds),
  cashRounding: minorUnits(cashRounding),
  spent: minorUnits(spent),
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
    ['a credit spent on another order', money(1000, 200, 1000, 200, 0, 200), 'paid'],
    ['a credit of which part is spent', money(1000, 200, 1000, 50, 0, 50), 'refund-due'],
    ['paid too much, and the rest spent on another order', money(1000, 0, 1200, 200, 0, 200), 'paid'],
    ['cancelled after payment, all spent on others', money(0, 0, 1000, 1000, 0, 1000), 'credited'],
    ['all credited, and spent on others', money(1000, 1000, 1000, 1000, 0, 1000), 'credited'],
    ['part paid out, part spent on another', money(1000, 500, 1000, 500, 0, 200), 'partly-refunded'],
    ['all gone, part of it paid out', money(1000, 1000, 1000, 1000, 0, 200), 'partly-refunded'],
    ['spent on others, but owed again', money(1000, 0, 1000, 1000, 0, 1000), 'unpaid'],
  ])('%s', (_, state, status) => {
    expect(paymentStatus(state)).toBe(status);
  });

  // The same rules written as conditions of their own, so that exactly one can be seen to hold.
  function holding(all: MoneyOnOrder): PaymentStatus[] {
    const { total, credits, payments, refunds, cashRounding, spent = 0 } = all;
    const owed = total - credits + cashRounding;
    const kept = payments - refunds;
    const settled = owed === kept;
    const conditions: Record<PaymentStatus, boolean> = {
      'refund-due': owed < kept,
      unpaid: owed > kept && payments <= refunds,
      'partly-paid': owed > kept && payments > refunds,
      paid: settled && refunds === spent && kept > 0,
      credited: settled && refunds === spent && kept === 0 && spent > 0,
      'nothing-due': settled && payments === 0 && refunds === 0,
      'partly-refunded': settled && refunds > spent && (kept > 0 || spent > 0),
      refunded: settled && refunds > 0 && refunds === payments && spent === 0,
    };
    return (Object.keys(conditions) as PaymentStatus[]).filter((status) => conditions[status]);
  }

  it('is exactly one in every reachable state', () => {
    // Small amounts, so that the balance is often exactly zero. Refunds never exceed payments, credits never the total.
    const reachable = fc
      .tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.integer({ min: -2, max: 2 }))
      .map(([due, credits, net, given, spent, rounding]) =>
        money(due + credits, credits, net + given + spent, given + spent, rounding, spent),
      );
    fc.assert(
      fc.property(reachable, (state) => {
        expect(holding(state)).toEqual([paymentStatus(state)]);
      }),
      { numRuns: 2000 },
    );
  });
});
