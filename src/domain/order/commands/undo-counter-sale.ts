import * as z from 'zod/mini';
import { defineCommand, ok, reject } from '../../../kernel/index.ts';
import { isAsSold } from '../as-sold.ts';
import { CreditId, OrderId, RefundId, ReturnId } from '../../ids.ts';
import { PositiveMinorUnits } from '../../pricing/index.ts';
import { Reason } from '../../text.ts';
import { ReturnClosed, ReturnReceived, ReturnRequested } from '../events.ts';
import { bookSettings } from '../look-up.ts';
import { creditGranted, refundPaid } from '../money.ts';
import { stockItemOf } from '../parts.ts';
import { called, forOrder, whenOpen, type Decision } from '../refusals.ts';
import { credited, orders, type OrderState } from '../state.ts';
import { balanceOf } from '../totals.ts';
import type { Coins } from '../coins.ts';

const payload = z.strictObject({
  orderId: OrderId,
  returnId: ReturnId,
  creditId: CreditId,
  refundId: RefundId,
  reason: Reason,
});
type Asked = z.infer<typeof payload>;

const goodsBack = ({ returnId, reason }: Asked, { lines }: OrderState) => [
  ReturnRequested({
    returnId,
    lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })),
    reason,
    undoesSale: true,
  }),
  ReturnReceived({
    returnId,
    lines: lines.map((line) => ({
      ...{ lineId: line.lineId, quantity: line.quantity },
      ...{ productId: stockItemOf(line), disposition: 'restock' as const },
    })),
  }),
  ReturnClosed({ returnId }),
];

/** All that was due is no more, and what was paid is given back as it was taken: of credit, no money went in or out. */
const moneyBack = (asked: Asked, state: OrderState, coins: Coins): Decision => {
  const { orderId, creditId, refundId, reason } = asked;
  const { due, net } = balanceOf(state);
  if (due <= 0) return ok([]);
  const credit = { creditId, amount: PositiveMinorUnits.parse(due), reason };
  const granted = creditGranted(orderId, state, credit);
  const [payment] = state.payments;
  if (!granted.ok || !payment || net <= 0 || payment.method === 'credit') return granted;
  const refund = { refundId, method: payment.method, amount: PositiveMinorUnits.parse(net), reason };
  const back = refundPaid(orderId, credited(state, credit), refund, coins);
  return back.ok ? ok([...granted.value, ...back.value]) : back;
};

/** A counter sale taken back in one go: all of it returns to the shelf, and the money to whoever paid. */
export const UndoCounterSale = defineCommand({
  type: 'UndoCounterSale',
  payload,
  permission: 'payment.correct',
  load: async ({ orderId }, read) => ({
    order: await read(orders, orderId),
    book: await bookSettings(read),
  }),
  decide: (asked, { order: { state }, book }) =>
    forOrder(
      asked.orderId,
      whenOpen(asked.orderId, state, () => {
        if (!isAsSold(state))
          return reject('not-as-sold', `${called(state)} is not just a counter sale any more.`, {
            orderId: asked.orderId,
          });
        const money = moneyBack(asked, state, book);
        return money.ok ? ok([...goodsBack(asked, state), ...money.value]) : money;
      }),
    ),
});
