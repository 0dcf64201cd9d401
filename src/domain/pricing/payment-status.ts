import { minorUnits, type MinorUnits } from './money.ts';

/** Sums over one order in minor units, voided entries left out. Only `cashRounding` may be below zero. */
export interface MoneyOnOrder {
  /** What the active quantities come to. */
  readonly total: MinorUnits;
  readonly credits: MinorUnits;
  readonly payments: MinorUnits;
  readonly refunds: MinorUnits;
  readonly cashRounding: MinorUnits;
  /** Of the refunds, credit that was spent on other orders: no money went out. */
  readonly spent?: MinorUnits;
}

export interface Balance {
  /** Owed for goods: total − credits. */
  readonly due: MinorUnits;
  /** Kept from the customer: payments − refunds. */
  readonly net: MinorUnits;
  /** due + cashRounding − net. Above 0 the customer owes, below 0 we do. */
  readonly balance: MinorUnits;
}

export type PaymentStatus =
  | 'refund-due'
  | 'unpaid'
  | 'partly-paid'
  | 'paid'
  | 'nothing-due'
  | 'partly-refunded'
  | 'refunded'
  /** All that was paid became credit, and was spent on other orders. */
  | 'credited';

/** Throws `AmountNotExact` when a sum leaves the safe integers. */
export function balance({ total, credits, payments, refunds, cashRounding }: MoneyOnOrder): Balance {
  const due = BigInt(total) - BigInt(credits);
  const net = BigInt(payments) - BigInt(refunds);
  return {
    due: minorUnits(due),
    net: minorUnits(net),
    balance: minorUnits(due + BigInt(cashRounding) - net),
  };
}

/**
 * Exactly one status for any amounts: first the balance's sign, then whether money moved, and back. Credit that was spent
 * elsewhere settles an order, and is no refund: no money went back.
 */
export function paymentStatus(money: MoneyOnOrder): PaymentStatus {
  const { net, balance: open } = balance(money);
  const { payments, refunds, spent = 0 } = money;
  const given = refunds - spent;
  if (open < 0) return 'refund-due';
  if (open > 0) return net <= 0 ? 'unpaid' : 'partly-paid';
  if (given > 0) return given < payments ? 'partly-refunded' : 'refunded';
  if (net > 0) return 'paid';
  return spent > 0 ? 'credited' : 'nothing-due';
}
