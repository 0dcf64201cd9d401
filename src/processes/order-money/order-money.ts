import type { EventEnvelope, EventType } from '../../kernel/index.ts';
import {
  CashRounded,
  CreditGranted,
  InvoiceIssued,
  LineRemainderCancelled,
  OrderCancelled,
  OrderImportUndone,
  OrderReopened,
  OrderRevised,
  OrderSubmitted,
  PaymentRecorded,
  PaymentVoided,
  RefundPaid,
  WrittenOff,
  type MoneySums,
} from '../../domain/order/index.ts';
import { balance, minorUnits, type MinorUnits } from '../../domain/pricing/index.ts';

/** What of a refund was spent as credit makes no difference to what is owed. */
type Sums = Omit<MoneySums, 'spent'>;

/** Of an order no more than says what is owed on it, in minor units: small, since processes keep one for each. */
export interface OrderMoney {
  /** What the active quantities come to while the order is not off. */
  readonly total: MinorUnits;
  readonly cancelled: boolean;
  readonly sums: Sums;
}

const nothing = minorUnits(0);

export const noMoney: OrderMoney = {
  total: nothing,
  cancelled: false,
  sums: { payments: nothing, refunds: nothing, credits: nothing, cashRounding: nothing },
};

type Change = (money: OrderMoney, data: unknown) => OrderMoney;

const on = <Type extends string, Data>(
  { type }: EventType<Type, Data>,
  change: (money: OrderMoney, data: Data) => OrderMoney,
) => [type, change as Change] as const;

const plus = (money: OrderMoney, by: Partial<Sums>): OrderMoney => {
  const sum = (member: keyof Sums) => minorUnits(money.sums[member] + (by[member] ?? 0));
  return {
    ...money,
    sums: {
      payments: sum('payments'),
      refunds: sum('refunds'),
      credits: sum('credits'),
      cashRounding: sum('cashRounding'),
    },
  };
};

const changes = new Map<string, Change>([
  on(OrderSubmitted, (money, { totals }) => ({ ...money, total: totals.total })),
  on(OrderRevised, (money, { after }) => ({ ...money, total: after.totals.total })),
  on(LineRemainderCancelled, (money, { totals }) => ({ ...money, total: totals.total })),
  on(OrderCancelled, (money) => ({ ...money, cancelled: true })),
  on(OrderReopened, (money) => ({ ...money, cancelled: false })),
  on(OrderImportUndone, () => noMoney),
  // It says what was paid and credited until then: whoever begins to count here has not missed it.
  on(InvoiceIssued, (money, { totals, paid, credits, cashRounding = nothing }) => ({
    ...money,
    total: totals.total,
    sums: { payments: paid, refunds: nothing, credits, cashRounding },
  })),
  on(PaymentRecorded, (money, { amount }) => plus(money, { payments: amount })),
  on(PaymentVoided, (money, { amount, cashRounding }) =>
    plus(money, { payments: minorUnits(0 - amount), cashRounding: minorUnits(0 - (cashRounding ?? 0)) }),
  ),
  on(CreditGranted, (money, { amount }) => plus(money, { credits: amount })),
  on(WrittenOff, (money, { amount }) => plus(money, { credits: amount })),
  on(RefundPaid, (money, { amount }) => plus(money, { refunds: amount })),
  on(CashRounded, (money, { amount }) => plus(money, { cashRounding: amount })),
]);

/** The money after any event of its order. */
export const moneyAfter = (money: OrderMoney, { type, data }: EventEnvelope): OrderMoney =>
  changes.get(type)?.(money, data) ?? money;

/** Above zero the customer owes, below we do. */
export const owed = ({ total, cancelled, sums }: OrderMoney): MinorUnits => {
  const active = cancelled ? nothing : total;
  const credits = minorUnits(Math.min(sums.credits, active));
  return balance({ total: active, ...sums, credits }).balance;
};
