import { describe, expect, it } from 'vitest';
import type { EventEnvelope } from '../../kernel/index.ts';
import { always } from '../../../test/spec/till.ts';
import type { PaymentStatus } from '../pricing/index.ts';
import * as order from './index.ts';

interface Entry {
  readonly amount: number;
  readonly paymentId?: string;
  readonly cause?: string;
  readonly method?: string;
  readonly creditOf?: string;
}

/** Sums over the events themselves, by the words of the rule: voided payments and their rounding left out. */
const byTheBook = (events: readonly EventEnvelope[]) => {
  const of = (...types: readonly string[]) =>
    events.filter(({ type }) => types.includes(type)).map(({ data }) => data as Entry);
  const gone = new Set(of('PaymentVoided').map((entry) => entry.paymentId));
  const sum = (entries: readonly Entry[]) => entries.reduce((total, entry) => total + entry.amount, 0);
  const byCredit = ({ method, creditOf }: Entry) => method === 'credit' && creditOf === undefined;
  return {
    /** Money that went out, and credit that is spent elsewhere and did not come back. */
    given: sum(of('RefundPaid').filter((entry) => !byCredit(entry))),
    spent: sum(of('RefundPaid').filter(byCredit)) - sum(of('PaymentRecorded').filter(byCredit)),
    payments: sum(of('PaymentRecorded').filter((entry) => !gone.has(entry.paymentId))),
    refunds: sum(of('RefundPaid')),
    granted: sum(of('CreditGranted', 'WrittenOff')),
    cashRounding: sum(of('CashRounded').filter(({ cause }) => !gone.has(cause))),
  };
};

describe('money on an order, whatever happens to it', () => {
  it('is what the events say: due, net and balance', () =>
    always((state, events) => {
      const { payments, refunds, granted, cashRounding } = byTheBook(events);
      const { total } = order.totalsOf(state);
      const due = total - Math.min(granted, total);
      const net = payments - refunds;
      expect(order.balanceOf(state)).toEqual({ due, net, balance: due + cashRounding - net });
      expect(
        Math.min(due, net),
        'neither more credited than due nor more given back than paid',
      ).toBeGreaterThanOrEqual(0);
    }));

  it('has exactly one status, by the sign of the balance', () =>
    always((state, events) => {
      const { payments, given, spent } = byTheBook(events);
      const { net, balance } = order.balanceOf(state);
      const conditions: Readonly<Record<PaymentStatus, boolean>> = {
        'refund-due': balance < 0,
        unpaid: balance > 0 && net <= 0,
        'partly-paid': balance > 0 && net > 0,
        paid: balance === 0 && given === 0 && net > 0,
        credited: balance === 0 && given === 0 && net === 0 && spent > 0,
        'nothing-due': balance === 0 && given === 0 && payments === 0,
        'partly-refunded': balance === 0 && given > 0 && (net > 0 || spent > 0),
        refunded: balance === 0 && given > 0 && net === 0 && spent === 0,
      };
      const holding = Object.entries(conditions).filter(([, holds]) => holds);
      expect(holding.map(([status]) => status)).toEqual([order.paymentStatusOf(state)]);
    }));

  it('offers nothing that would be refused, and hides nothing that would not', () =>
    always((state) => {
      const { due, net, balance } = order.balanceOf(state);
      const actions = order.possibleActions(state);
      const open = order.lifecycle(state) === 'open';
      expect(actions.includes('PayRefund')).toBe(net > 0 && order.lifecycle(state) !== 'discarded');
      expect(actions.includes('GrantCredit')).toBe(open && due > 0);
      expect(actions.includes('WriteOff')).toBe(open && Math.min(due, balance) > 0);
      if (actions.includes('DiscardDraft')) expect(net).toBe(0);
    }));
});
