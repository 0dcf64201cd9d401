import type { OrderPage } from '../../../views/order-details/index.ts';
import type { Tone } from '../../parts/shapes.ts';
import { today } from '../../words/format.ts';
import { m } from '../../words/index.ts';

/** A state in words, with the meaning that its colour and shape carry. */
export interface Mark {
  readonly id: string;
  readonly tone: Tone;
  readonly text: string;
}

type Of<Member extends keyof OrderPage> = OrderPage[Member];
type Told = readonly [tone: Tone, text: () => string];

const payments: Record<Of<'payment'>, Told> = {
  'refund-due': ['attention', m.order_payment_refund],
  unpaid: ['waiting', m.order_payment_unpaid],
  'partly-paid': ['waiting', m.order_payment_partly],
  paid: ['good', m.order_payment_paid],
  'nothing-due': ['plain', m.order_payment_nothing],
  'partly-refunded': ['good', m.order_payment_partly_refunded],
  refunded: ['good', m.order_payment_refunded],
  credited: ['good', m.order_payment_credited],
};

const fulfilments: Record<Of<'fulfilment'>, Told> = {
  'nothing-to-fulfil': ['plain', m.order_fulfilment_nothing],
  unfulfilled: ['waiting', m.order_fulfilment_unfulfilled],
  'partly-prepared': ['waiting', m.order_fulfilment_partly_prepared],
  ready: ['waiting', m.order_fulfilment_prepared],
  'partly-shipped': ['waiting', m.order_fulfilment_partly_shipped],
  shipped: ['good', m.order_fulfilment_shipped],
  'partly-delivered': ['good', m.order_fulfilment_partly_delivered],
  delivered: ['good', m.order_fulfilment_delivered],
};

const allocations: Partial<Record<Of<'allocation'>, Told>> = {
  'partly-back-ordered': ['attention', m.order_allocation_part],
  'back-ordered': ['attention', m.order_allocation_back],
  unallocated: ['attention', m.order_allocation_none],
};

const mark = (id: string, told: Told | undefined): Mark[] =>
  told ? [{ id, tone: told[0], text: told[1]() }] : [];

export const paymentMark = (payment: Of<'payment'>): Mark[] => mark('payment', payments[payment]);
export const fulfilmentMark = (fulfilment: Of<'fulfilment'>): Mark[] =>
  mark('fulfilment', fulfilments[fulfilment]);
export const allocationMark = (allocation: Of<'allocation'>): Mark[] =>
  mark('allocation', allocations[allocation]);

/** Money that was due before today is still owed on a placed order. `dueOn` is a day, `balance` in minor units. */
export const isOverdue = (dueOn: string | undefined, balance: number): boolean =>
  dueOn !== undefined && dueOn < today() && balance > 0;

/** The states of an order, each on its own axis; what says nothing is left out. */
export const marksOf = (order: OrderPage): readonly Mark[] => {
  switch (order.lifecycle) {
    case 'draft':
      return [];
    case 'discarded':
      return mark('lifecycle', ['plain', m.order_state_discarded]);
    case 'cancelled':
      return [
        ...mark('lifecycle', ['plain', m.order_state_cancelled]),
        ...(order.payment === 'refund-due' ? paymentMark(order.payment) : []),
      ];
    case 'open':
      return [
        ...(order.hold ? mark('hold', ['attention', m.order_on_hold]) : []),
        ...(order.undone
          ? mark('undone', ['plain', m.order_state_taken_back])
          : fulfilmentMark(order.fulfilment)),
        ...allocationMark(order.allocation),
        ...paymentMark(order.payment),
        ...(isOverdue(order.dates.dueOn, order.balance.balance)
          ? mark('overdue', [
              'attention',
              order.state.remindedOf === order.dates.dueOn ? m.order_remind : m.order_overdue,
            ])
          : []),
      ];
  }
};
